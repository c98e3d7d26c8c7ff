### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = Notices
notices-empty = Points that arrive, and what ends soon, will be listed here.
notices-wanted-title = When the phone may notify you
notices-wanted-note = A notification never shows names or amounts.
notices-money = Points moved
notices-money-note = Points received, refunds, payments by code
notices-deadlines = Something ends soon
notices-deadlines-note = Points and the card’s digital certificate
notices-safety = Your registration changed
notices-safety-note = Phones added or removed, a registration checked
notices-denied = Notifications are off in the phone’s settings. Please turn them on there.
notice-news = You have a new notice
notice-paid = A payment has been recorded
notice-refunded = You have a refund
notice-received = Points have arrived
notice-expires = Some points will expire soon
notice-new-phone = A new phone was added. If it was not you, please talk to a person.
notice-phone-removed = One phone was removed
notice-registered = Your registration has been checked
notice-card-ends = Your card’s digital certificate ends soon
notice-disaster = There is evacuation information for { $area }.
notice-open = Read the notice

## The mail with a visitor's registration code

mail-code = Your registration code: { $code }
mail-code-minutes = Enter it in the app within { $count } minutes.
mail-code-not-you = If you did not ask for it, please delete this mail.

## The mail to whoever runs the server: no row, for who reads it on its way is not known

mail-ledger-altered = The ledger of { $town } is not as it must be in { $count ->
       [one] { $count } place.
      *[other] { $count } places.
    }
mail-ledger-altered-do = Payments go on. Run `yui-server verify-ledger` now: it says what and where. Do not restart the server before you have looked.
mail-ledger-unread = The ledger of { $town } could not be checked.
mail-ledger-unread-do = The log of the server says why. It is tried again every ten minutes; there is no further mail tonight.
