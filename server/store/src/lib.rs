//! A town's store on either engine, and the one writer of it.
