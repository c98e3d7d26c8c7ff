### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = Please lay the My Number Card on the reader.
reader-state-nothing = no card
reader-state-card = a card
reader-state-in-use = a card that another program uses
reader-state-mute = a card that does not answer

## What goes wrong

reader-refusal = { $name }. { $words }
reader-no-service = the smart card service of this computer does not run (on Linux: pcscd); ask whoever looks after this computer
reader-none = no card reader is connected; connect one and begin again
reader-unknown = no reader is called “{ $name }”; there are: { $words }
reader-several = several readers could be meant; name the right one with --reader: { $words }
reader-no-card = no card lies on the reader; lay it on and begin again
reader-card-in-use = another program uses the card; close it and begin again
reader-mute = the card does not answer; lay it on the other way round
reader-card-removed = the card was taken off before it was done; lay it on and begin again
reader-gone = the card reader is gone; connect it and begin again
reader-fault = the card reader does not work; connect it again, or ask whoever looks after this computer: { $words }
reader-certificate-absent = the card has no PIN or no certificate for this; the town office can tell why
reader-typed-challenge = a challenge is { $words } to { $count } bytes in hexadecimal
reader-challenge-length = a challenge has { $words } to { $count } bytes

## The PIN

reader-ask-text = 4-digit PIN for name and address:
reader-ask-authentication = 4-digit PIN of the authentication key:
reader-last-try-sure = Type 1 and press Enter to try; only Enter stops.
reader-last-try-flag = this is the last try: a wrong PIN locks it, and only the town office unlocks it. If the card’s holder wants to use it, begin again with --last-try.

## What a card says

reader-line = { $name }: { $words }
reader-pin-signature = Signature password
reader-pin-authentication = PIN of the authentication key
reader-pin-text = PIN for name and address
reader-tries-blocked = locked; the town office can unlock it
reader-tries-none = the card has none
reader-name = Name
reader-address = Address
reader-birth-date = Birth date
reader-sex = Sex
reader-sex-male = male
reader-sex-female = female
reader-sex-not-stated = not stated
reader-signature = Signature (RSA-2048, PKCS #1 v1.5, SHA-256)
reader-signed = Signed (“yui/challenge/v1”, then the challenge)
reader-certificate = Authentication certificate (DER)
