//! Every word a person reads, in five languages.
