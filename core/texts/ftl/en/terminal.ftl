### The help of `yui-terminal`, by the names of its commands and flags, as `cli.ftl` is that of the server. The tests of
### `terminal/src/cli` hold it against the commands there are.

## What holds for every command

terminal-frame-note = A PIN is typed at this computer without being shown, or comes as one line of standard input; it is never an argument. It goes to the card and nowhere else.
terminal-frame-exit = Exit codes: 0 done; 1 not done, the reason is on the last line; 2 the command was not understood; 3 there was no reader or no card that could be used, or it was taken off; 4 it was the PIN.

## What stands for a value

terminal-value-hex = HEX
terminal-value-reader = READER
terminal-value-seconds = SECONDS

## The card

terminal-about = The terminal of Yui, for the counter of a town, a clinic or a shop.
terminal-card = Use the My Number card on a reader: its tries left, name and address, a signature.
terminal-card-any-reader = The reader, by its name or a part of it. Needed where several have a card.
terminal-card-any-wait = How many seconds to wait for a card.
terminal-card-any-last-try = The card's holder was asked and spends the last try. If it is wrong, only the town office can unlock the PIN.
terminal-card-list = List the readers, and whether a card lies on each.
terminal-card-tries = Say how many tries the card's PINs have left. Needs no PIN and spends no try.
terminal-card-read = Read name, address, birth date and sex, opened by the 4-digit PIN for them. They are what the card says; nothing proves them.
terminal-card-sign = Have the card's authentication key sign a challenge, opened by its 4-digit PIN. Who checks the signature knows that this card is here.
terminal-card-sign-challenge = The challenge in hexadecimal: 16 to 1,024 bytes that were never asked for before.
terminal-card-sign-file = A file with the challenge, instead.
terminal-card-sign-certificate = Answer with the authentication certificate, too. No name stands in it, but it is this card's alone: keep it only until the signature is checked.
