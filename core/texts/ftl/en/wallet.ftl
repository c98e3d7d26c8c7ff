### Home, paying, codes, history, points.

## Home

home-greeting = Hello, { $name }
home-balance = Balance
balance-value = { $amount } (1 point = ¥1)
balance-points = { $amount }
balance-rate = 1 point = ¥1
balance-hide = Hide balance
balance-show = Show balance
home-offline-part = Without network you can pay up to { $amount } at a time
home-expires-soon = { $amount } can be used until { $day }
home-pay = Pay
home-receive = Receive
tiles-arrange = Change the order
tiles-arranged = Finish changing
tile-up = Move { $tile } up
tile-down = Move { $tile } down
home-empty = You have no points yet. You can top up at the town office counter.

## Pay

pay-scan = Scan the shop’s QR code
pay-torch = Light on
pay-paste = Paste the code or use a picture
pay-amount = How much will you pay?
pay-amount-for = Amount to pay { $shop }
pay-erase = Delete the last digit
pay-confirm-title = Pay with these details?
pay-button = Pay { $amount }
pay-again-button = Press again to pay
pay-hold-button = Hold to pay
pay-sending = Sending your payment. Please keep this screen open.
pay-lots = Uses { $amount }, first the points that end on { $day }
pay-lot-line = { $kind } { $amount } (until { $day })
pay-balance-after = Balance afterwards: { $amount }
pay-pending = We are checking. Please do not pay again.
pay-till-reference = Order { $reference }

## Paid

paid-title = Paid
paid-amount = You paid { $amount } to { $shop }
paid-at = { $moment }
paid-show = Show to the shop
paid-ended = The moving pattern has ended. Please show the shop your receipt.
paid-done = Back to home

## Code

code-title = Payment code
code-offer = Works without network, up to { $amount } at a time
code-make = Show a payment code
code-until = Up to { $amount }, until { $time }
code-open = Up to { $amount } may be taken with your payment code until { $time }
code-seconds = { $count ->
       [one] { $count } second left
      *[other] { $count } seconds left
    }
code-unused = The payment code was not used. Your balance is unchanged.
code-show = Show this code to the shop. The shop enters the amount.

## History and receipts

history-title = History
history-empty = Payments and points you receive will be listed here.
history-search = Search by shop or amount
history-not-found = Nothing found. Please try other words.
history-more = Show older entries
history-share = Share the list as a file
history-share-title = Which month do you want to share?
history-share-note = The file (CSV) opens in a spreadsheet. It holds shop names and amounts, so take care whom you give it to.
history-share-all = All months
history-amount = { $amount }
history-amount-unknown = Checking the amount
kind-charge = Top-up
kind-grant = Points received
kind-payment = Payment
kind-refund = Refund
kind-expiry = Expired
kind-hold = Set aside
kind-capture = Paid from points set aside
kind-release = Points set aside given back
kind-settlement = Paid out to the shop
kind-closure = Settled on leaving
state-pending = Being checked
state-refused = Did not go through
state-done = Done
state-paid = Paid
state-partly-refunded = Partly refunded
state-refunded = Refunded
receipt-title = Receipt
receipt-number = Receipt number: { $receipt }
receipt-in-book = In the town’s book ✓
receipt-refunded = { $amount } was refunded
receipt-refund-expired = { $amount } of the refund had expired and cannot be used.

## Lots

lots-title = Your points by kind
lot-charged = Topped up
lot-granted = Points received
lot-coupon = Coupon
lot-reward = Helping points
lot-until = Can be used until { $day }
lot-soon = Expires soon
lot-last-day-label = Valid until
lot-everywhere = Can be used in every shop
lot-some-shops = Can be used at: { $classes }

## Charge and vouchers

charge-title = Top up
charge-body = Top up with cash at the town office counter, or scan a top-up voucher.
charge-where = At: { $office }. Open: { $hours }
charge-done = { $amount } added to your balance
grant-arrived = { $programme }: you received { $amount }
voucher-title = Use a top-up voucher
voucher-confirm = This top-up voucher is worth { $amount }. It can be used until { $day }.
voucher-ask = Top up with this voucher? It works once.
voucher-button = Top up

## Limits and step-up

limits-title = Spending limits
limit-payment = One payment: up to { $amount }
limit-day = One day: up to { $amount }
limit-balance = Balance: up to { $amount }
limit-offline = Without network: up to { $amount } at a time
limit-left-today = You can pay up to { $amount } more today
limits-guest = Once you register, you can use up to these amounts.
limits-proof-title = Showing that it is you
limits-raise-title = To use more
limits-raise-card = Register with your My Number Card for higher limits.
limits-raise-password = Register again with the card’s long password for higher limits.
limits-raise-lock = This phone has no screen lock. Set one in the phone’s settings and register again. Then you can pay { $amount } or more.
limits-highest = There are no higher limits than these.
step-up-user = To pay { $amount } or more, please confirm with face, finger or screen lock.
step-up-card = To pay { $amount } or more, please also hold your My Number Card to the phone.
step-up-card-button = Hold card and pay
step-up-window = { $count ->
       [one] Payments of the last hour are added up.
      *[other] Payments of the last { $count } hours are added up.
    }

## Programme information

programme-title = About these points
programme-issuer = Issuer
programme-registration = Registration number
programme-limit = Most you can receive
programme-validity = Valid until
programme-validity-months = { $count ->
       [one] { $count } month from the day you receive them
      *[other] { $count } months from the day you receive them
    }
programme-validity-until = Can be used until { $day }
programme-where = Shops that take these points
programme-contact = Contact
programme-misuse = If somebody else misuses them
programme-no-pay-back = Money you put in is normally not paid back. It can be in some cases, such as moving away.
