### The help of the command line. `cli-<command>` is what it does, `cli-<command>-<flag>` what a flag says; `any` stands
### for all commands that have the flag. The test of `server/src/cli/words` holds them against the commands there are.

## The frame

cli-frame-usage = Usage:
cli-frame-commands = Commands
cli-frame-command = COMMAND
cli-frame-arguments = Arguments
cli-frame-options = Options
cli-frame-optional = [OPTIONS]
cli-frame-default = [default: { $words }]
cli-frame-environment = [env: { $name }]
cli-frame-choices = One of: { $words }.
cli-frame-note = A command that changes something is done by the running server when there is one for this data folder, and directly when there is none; nothing needs to be stopped for it.
cli-frame-exit = Exit codes: 0 done; 1 not done, the reason is on the last line; 2 the command was not understood; 3 verify-ledger found that the ledger was altered, or that the list of changes differs; 4 shop import did not take every row.
cli-frame-language = Language: `YUI_LANG` (ja, ja-simple, en, zh-Hans or vi); without it `LC_ALL`, `LC_MESSAGES` or `LANG`.

## What stands for a value

cli-value-address = ADDRESS
cli-value-address-port = ADDRESS:PORT
cli-value-class = CLASS
cli-value-day = DAY
cli-value-digits = DIGITS
cli-value-file = FILE
cli-value-folder = FOLDER
cli-value-id = ID
cli-value-kana = KANA
cli-value-mail-address = MAIL ADDRESS
cli-value-name = NAME
cli-value-number = NUMBER
cli-value-phone = PHONE
cli-value-programme = PROGRAMME
cli-value-role = ROLE
cli-value-shop = SHOP
cli-value-time = TIME
cli-value-voucher = VOUCHER
cli-value-words = WORDS
cli-value-yen = YEN

## Every command

cli-about = The server of Yui, the town's app for helping one another.
cli-help = Print this message or the help of the given subcommand(s).
cli-any-help = Print help.
cli-any-version = Print version.
cli-any-data = The folder of the town's data (made when missing). Without `--database` it holds everything.
cli-any-database = A PostgreSQL database instead of files: `postgres://user:password@host/database`.
cli-any-municipality = The town's folder of configuration.
cli-any-json = Answer as JSON on standard output, for another program.

## The server and its data

cli-serve = Start the server and keep it running until it is told to stop (Ctrl-C or SIGTERM).
cli-serve-listen = The address to listen on.
cli-serve-metrics-listen = An address for the operator's own watch on another machine, which has `/metrics`. Never one that strangers reach. Without TLS in front, a program on this machine reads them from the address to listen on too.
cli-serve-origin = The address under which phones reach this server, such as `https://yui.city.example`. May be left out where the server listens to its own machine only; it is then `http://` and the address to listen on.
cli-serve-platform-operator-url = The platform operator that verifies My Number cards: `https`, but on this machine.
cli-serve-platform-operator-key-file = A file with the key that the platform operator gave this town.
cli-serve-trusted-proxies = A proxy of our own in front of this server; its `X-Forwarded-For` is believed. May be given several times.
cli-serve-sendmail = The mail program for visitors' registration codes; without it they get their code at the counter. Mail to the operator leaves by it too.
cli-serve-accept-time-jump = Believe this machine's time although it was set, or lies before the last entry. Give it once, after you have looked: value runs out by it, and the ledger never goes back.
cli-serve-mail-from = The sender's address of such mail.
cli-serve-operator-mail = The mail address of whoever runs this server. Once a night it is told when the check of the ledger found something or could not be made, in the language of `YUI_LANG`, else of the system.
cli-serve-check-ledger-at = The time of day in Japan at which the ledger is checked every night; choose one at which few people pay.
cli-migrate = Bring the data to this version of the program. `serve` does it by itself; this is for doing it beforehand.
cli-backup = Write a copy of all data into a new folder. The server may go on running meanwhile.
cli-backup-to = The new folder to write to.
cli-backup-lines = Write lines of text, which `restore` also puts into a database of the other kind. Without this, SQLite files are copied as files, which is quicker.
cli-restore = Put a copy made by `backup` into an empty data folder or database. The server must not run.
cli-restore-from = The folder that `backup` wrote.
cli-verify-ledger = Check the ledger from its first row in two ways and compare everything that is stored.

## Shops

cli-shop = Add shops, import a list of them, print a poster or a pairing code, close them, note pay-outs.
cli-shop-any-shop = The shop's id, as `shop list` shows it.
cli-shop-any-to = The folder to write to.
cli-shop-list = List all shops: id, open or closed, what the shop is owed in yen, name, part of town.
cli-shop-add = Add one shop; prints its id and the pairing code for its phone, and writes the code as SVG.
cli-shop-add-name = The name as on the signboard.
cli-shop-add-kana = The name in kana.
cli-shop-add-area = The part of town.
cli-shop-add-address = The address.
cli-shop-add-postal-code = The postal code: seven digits.
cli-shop-add-telephone = The telephone number.
cli-shop-add-classes = A class of shops in the town's configuration. May be given several times.
cli-shop-add-to = The folder for the pairing code.
cli-shop-add-id = The shop's id, made here and printed unless given. Where no answer came, give the printed one again with the same words: the same id is the same shop, and a fresh pairing code is printed.
cli-shop-import = Take shops from a CSV file (UTF-8 or CP932; columns are found by their headings). Every repaired cell and every row that cannot be taken is reported; importing the same list again changes the same shops.
cli-shop-import-file = The file.
cli-shop-import-list = The list's name, by which its shops are known again, such as omura-2026.
cli-shop-import-dry-run = Only report, change nothing.
cli-shop-poster = Write the poster of a shop's QR code: an SVG file, and a page of A4 to be opened and printed.
cli-shop-pair = Write a pairing code for a further phone of a shop, as SVG, and print its text.
cli-shop-phones = List the phones that speak for a shop: id, when it was paired, when it was revoked.
cli-shop-revoke = Revoke a shop's phone that was lost, at once and for good. Pairing codes of that shop that nobody used end, too. Its other phones go on working, and `shop pair` lets a new one in.
cli-shop-revoke-phone = The phone's id, as `shop phones` shows it.
cli-shop-close = Close a shop: it takes no more payments, but can still give refunds and be paid out. Pairing codes that nobody used end.
cli-shop-open = Open a closed shop again.
cli-shop-settle = Note that a shop's takings were paid out by bank.
cli-shop-settle-amount = How much was paid out, in yen: at most what the shop is owed.
cli-shop-settle-id = The id of the pay-out, made here and printed unless given. Where no answer came, give the printed one again: the same id is the same pay-out.

## Staff

cli-staff = Add members of staff, give a new one-time password, end an account.
cli-staff-any-name = The name to sign in with.
cli-staff-add = Add a member of staff and print her one-time password. It is good for seven days; at the first sign-in she chooses her own.
cli-staff-add-name = The name to sign in with: 2 to 32 small letters, digits, `.`, `-`, `_`.
cli-staff-add-shown = Her name as the pages show it.
cli-staff-add-role = What she may do.
cli-staff-reset = Print a new one-time password for somebody who forgot hers; where she is signed in, she is signed out.
cli-staff-end = End an account at once.
cli-staff-list = List all accounts: name to sign in with, role, name as shown.

## Vouchers

cli-voucher = Issue charge vouchers, list and withdraw them.
cli-voucher-any-batch = The id of a batch.
cli-voucher-issue = Make vouchers, and print the text of their QR codes or write a sheet of them to be printed and cut. They are shown this once.
cli-voucher-issue-programme = The programme, such as charge-2026: one under which people pay in.
cli-voucher-issue-amount = What each voucher is worth, in yen.
cli-voucher-issue-count = How many to make: 1 to 500.
cli-voucher-issue-last-day = The last day on which they can be used, such as 2027-03-31.
cli-voucher-issue-to = Write a sheet to this folder, a page of A4 to be opened, printed and cut, instead of printing the texts.
cli-voucher-issue-id = The id of the batch, made here and printed unless given. Where no answer came, ask `voucher list` for it: the same id never makes a second batch.
cli-voucher-list = List the batches of vouchers (id, programme, yen each, how many were made, used, cancelled), or with --batch what became of each voucher of one.
cli-voucher-cancel = Withdraw a voucher that was not used, or with --batch all that were not used of a batch whose sheet was lost.
cli-voucher-cancel-voucher = The number of a voucher, as it stands on it.
