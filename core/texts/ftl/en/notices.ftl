### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = Notices
notices-empty = Notices from the town will be listed here.
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
