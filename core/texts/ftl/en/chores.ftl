### What a command of the operator says: when it is done, why it was not, and what became of the rows of a list.

## Done: shops

chore-shop-id = Shop { $shop }.
chore-shop-added = Added shop { $shop }.
chore-shop-open = open
chore-shop-closed = closed
chore-shop-is-open = { $shop } { $name } is open.
chore-shop-is-closed = { $shop } { $name } is closed.
chore-pairing-code = Pairing code for the shop's phone (once, within 7 days): { $code }
chore-pairing-picture = Its picture: { $file }
chore-phone-revoked = { $code } speaks for shop { $shop } no more.
chore-poster = { $name }: wrote { $file } and { $page }; open the page and print it on A4.
chore-pay-out = Pay-out { $code }.
chore-settled = Noted: { $amount } paid out to shop { $shop }, receipt { $receipt }.
chore-imported = { $added } shops added, { $changed } brought up to date.
chore-import-dry = Nothing was changed (--dry-run).

## Done: staff, ledger and vouchers

chore-password = One-time password (shown this once, good for 7 days): { $code }
chore-staff-ended = The account has ended.
chore-ledger-sound = The ledger is sound: { $rows } rows, head { $code }.
chore-feed-rebuilt = The list of changes (.feed) did not agree with the ledger; it is being built again.
chore-feed-differs = The list of changes (.feed) does not agree with the ledger. Verify again while the server runs; it is built again then.
chore-feed-unknown = The list of changes (.feed) could not be compared now. Verify again.
chore-ledger-altered = THE LEDGER WAS ALTERED: { $words }.
chore-audit-sound = Added up from the rows alone, by a program that shares nothing with the one that writes: { $rows } rows, nothing is wrong.
chore-audit-findings = Added up from the rows alone, { $count ->
       [one] one thing does
      *[other] { $count } things do
    } not fit:
chore-audit-unread = The rows could not be added up.
chore-replay-sound = Played again from its first row, nothing is wrong.
chore-outstanding = Unused balance by issuer:
chore-outstanding-issuer = { $name }: unused { $amount }
chore-outstanding-former = Programmes that are no longer configured: unused { $amount }
chore-outstanding-book = { $name } ({ $kind }): issued { $issued }, used { $redeemed }, run out { $expired }, paid back { $back }, given up { $given }, unused { $amount }
chore-batch = Batch { $code }.
chore-sheet = Wrote { $file }; open the page, print it on A4 and delete it: it holds the codes.
chore-vouchers-withdrawn = { $count ->
       [one] { $count } voucher withdrawn.
      *[other] { $count } vouchers withdrawn.
    }
chore-voucher-usable = usable
chore-voucher-used = used
chore-voucher-cancelled = cancelled
chore-voucher-expired = expired

## Done: the data and the server

chore-migrated = The data of { $town } is up to date.
chore-copied = Wrote { $file }.
chore-copy-key = Keep { $file } in another safe place: it is not in this copy, and without it the copy is worthless.
chore-restored = Restored. With the key in its place, run `yui-server verify-ledger` next. What was stopped after this copy was made is in again: phones of residents and shops, accounts of staff, passwords that were replaced. Vouchers that were used since can be used again. Stop them once more: `shop revoke`, `staff end`, `staff reset`, `voucher cancel`, and a resident’s phone on her page for staff.
chore-restored-key = Now put the realm's key back as { $file }: it was kept apart from this copy, and the server does not start without it.
chore-restored-but = Before the server starts: { $words }.
chore-serve-figures = { $town }: figures on { $address }
chore-serve-figures-here = { $town }: figures for this machine alone: /metrics on port { $words }
chore-serve-ready = { $town }: ready in { $millis } ms, listening on { $address } as { $origin }
chore-serve-stands-by = { $town }: stands by after { $millis } ms, listening on { $address } as { $origin }: another server answers for the town, and this one takes over when that one stops
chore-serve-stopped = { $town }: stopped.

## Not done

refusal-code = { $words } ({ $code })
refusal-at = { $file }: { $words }
refusal-nothing-done = { $words }; nothing was done
refusal-nothing-taken = { $words }; nothing was taken
refusal-nothing-back = { $words }; nothing was put back
refusal-half-back = { $words }; the town's store was put back already: empty its place before you try again
refusal-town-store = town store: { $words }
refusal-realm-store = realm store: { $words }
refusal-in-use = another process writes this data and does not answer; is it still starting, or stopping?
refusal-staff-taken = the name { $name } is taken, by an account or by one that has ended; choose another
refusal-lost = the running server's answer was lost; look before doing it again
refusal-other-answer = the server answered something else
refusal-outcome = the outcome could not be told: { $words }
refusal-random = the machine gives no random numbers
refusal-copy-of-files = this copy is of SQLite files; restore it without --database, or make one with `backup --lines`
refusal-origin-missing = --origin is missing: under which address do phones reach what listens on { $address }? Such as `--origin https://yui.city.example`, with a proxy in front that ends TLS
refusal-origin-form = --origin must be `https://HOST`, without a path
refusal-not-secured = { $flag } must be https:// (http:// only for this machine itself)
refusal-key-missing = the platform operator's key is missing
refusal-clock = { $words }. Set the machine's clock right; or, when it is right now, run `yui-server serve --accept-time-jump` once
refusal-ledger = { $words }. Nothing is built on such records: see what `yui-server verify-ledger` finds, and put a copy from before it back with `yui-server restore`
refusal-ended = it ended by itself: { $words }
refusal-other-leads = another server leads the town; this one gave the realm up
refusal-technical = it does not work here: { $words }
refusal-settings = the settings cannot be used: { $words }

## What was typed

misuse-value = “{ $value }” does not fit { $flag }
misuse-value-why = “{ $value }” does not fit { $flag }: { $words }
misuse-value-missing = { $flag } needs a value
misuse-choices = one of: { $words }
misuse-unknown = there is no { $flag } here
misuse-command = there is no command { $name }
misuse-command-missing = a command is missing; there are: { $words }
misuse-meant = did you mean { $words }?
misuse-missing = still needed: { $words }
misuse-conflict = { $flag } and { $words } do not go together
misuse-twice = { $flag } can be given only once
misuse-other = this was not understood
misuse-more = For more, see --help.
typed-shop = a shop's id is 16 of the digits 0-9 and letters A-F, as `shop list` shows it
typed-phone = a phone's id is 12 of the digits 0-9 and letters A-F, as `shop phones` shows it
typed-id = an id is a UUID of version 7, as the command printed it
typed-count = a batch has 1 to { $count } vouchers
typed-yen = an amount is 1 to { $count } yen
typed-day = a day is written like 2027-03-31
typed-time = a time of day is written like 03:30
typed-mail-address = a mail address is written like name@town.example
typed-programme = a programme is written in a-z, 0-9 and -, such as charge-2026
typed-listen = an address to listen on is written like 127.0.0.1:8080
typed-proxy = an address is written like 192.0.2.1
typed-shop-name = name: 1 to 80 characters, none that cannot be seen
typed-shop-kana = kana: at most 80 characters, none that cannot be seen
typed-shop-area = area: at most 40 characters, none that cannot be seen
typed-shop-address = address: at most 160 characters, none that cannot be seen
typed-shop-postal-code = postal code: seven digits
typed-shop-telephone = telephone: at most 20 digits, blanks and -+()
typed-shop-latitude = latitude: from -90 to 90 degrees
typed-shop-longitude = longitude: from -180 to 180 degrees
typed-shop-class = class { $name }: the town has { $words }
typed-staff-name = name to sign in with: 2 to 32 of a-z, 0-9, `.`, `-`, `_`
typed-staff-shown = name as shown: 1 to 40 characters, none that cannot be seen

## Stores and files

store-foreign = this is not a store of this program; nothing in it was touched
store-absent = there is no store here; nothing was made
store-other-version = the store was made by another version of this program: { $words }
store-in-use = another process is writing this store
store-full = no room is left for the store
store-unavailable = the database cannot be reached
store-no-database = the PostgreSQL server has no such database; make it with createdb, or correct --database
store-clock = the clock shows { $shown } where about { $expected } was expected
store-not-empty = the target is not empty: { $words } is there
store-line = line { $row } of the export cannot be read: { $words }
store-fault = the store is not in order: { $words }
store-apart-other = the town's store and the realm's are of different installations; is a disk not mounted, or a restore not complete? Nothing was served
store-apart-realm = the town's store is in use and the realm's is new; is a disk not mounted, or a restore not complete? Nothing was served
store-apart-town = the realm's store is in use and the town's is new; is a disk not mounted, or a restore not complete? Nothing was served
store-key-missing = { $file } is missing, and the realm's data can only be read with it. Put the key back that belongs to this data: it was kept apart from the backup, and every server over one database needs the same. No new one was made
store-key-other = the realm's key is not the one this data was written with. Put the right realm.key in its place: it was kept apart from the backup, and every server over one database needs the same. Nothing was changed
store-key-length = the realm's key has 32 bytes, this file does not
store-key-open = { $file } can be read by others on this machine. Run `chmod 600` on it and start again
file-missing = there is no such file or folder
file-denied = there is no permission for it
file-exists = it is there already
file-full = no room is left on the disk
file-no-folder = a part of the path is not a folder
file-folder = it is a folder
file-not-text = it is not text in UTF-8
file-address-in-use = another program listens on this address
file-address-unknown = this machine has no such address
file-fault = it does not work ({ $code })

## A list that is imported

import-read-as = Read as { $name }. Columns:
import-mark = UTF-8 with byte order mark
import-column-number = number
import-column-name = name
import-column-kana = name in kana
import-column-kind = kind of business
import-column-area = part of town
import-column-postal-code = postal code
import-column-address = address
import-column-telephone = telephone number
import-column-latitude = latitude
import-column-longitude = longitude
import-repaired = line { $row }: { $words }: "{ $before }" -> "{ $after }"
import-doubtful = line { $row }: LOOK AT THIS: { $words }: "{ $before }"
import-rejected = line { $row }: NOT TAKEN: { $words }
import-sum = { $rows } rows: { $taken } taken, { $rejected } not taken; { $repaired } repairs, { $doubtful } to be looked at.
import-kind-blanks = stray blanks removed
import-kind-unseen = characters that cannot be seen removed
import-kind-width = full-width or half-width characters changed
import-kind-voice-mark = voice mark put onto its letter
import-kind-telephone-form = form of the telephone number changed
import-kind-telephone-without-area-code = telephone number without area code, taken as it is
import-kind-telephone-unreadable = no telephone number, left out
import-kind-postal-code-form = form of the postal code changed
import-kind-postal-code-unreadable = no postal code, left out
import-kind-place-swapped = latitude and longitude had changed places
import-kind-place-unreadable = no place in Japan, left out
import-kind-class-unknown = no class of the town for this kind of business
import-kind-quotes = stray quotation mark, taken as a letter
import-reason-empty = the row is empty
import-reason-open-quote = a quotation mark is opened and never closed
import-reason-cells = the row has { $count } cells, the heading { $width }
import-reason-no-name = the name is missing
import-reason-twice = the same number or shop is in line { $row } already
import-reason-long = { $name } has { $count } characters, at most { $most } can be kept
import-foreign = the file is written in { $name }; save it as CSV in UTF-8
import-no-encoding = the file is written in neither UTF-8 nor CP932; save it as CSV in UTF-8
import-damaged = line { $row }, byte { $count }: no letter of UTF-8, though the rest of the file is; repair it, or save the list anew
import-undecodable = line { $row }, byte { $count }: no letter of CP932, and the file is not UTF-8 either; save it as CSV in UTF-8
import-no-text = line { $row }, byte { $count }: a zero byte; this is not a CSV file in UTF-8 or CP932
import-no-names = no column holds the shops' names; the headings are: { $words }
import-no-rows = the file has no rows
import-too-long = a list has at most { $count } MB; this one is longer
