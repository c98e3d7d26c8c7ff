### A shop's phone.

## Pairing

shop-pair-title = Make this a shop phone
shop-pair-body = Scan the QR code that staff gave you. It works once.
shop-pair-means = This phone will be able to receive the shop’s payments.
shop-pair-button = Use at this shop
shop-pair-done = Ready for { $shop }
shop-unpair-title = Stop using this phone at the shop?
shop-unpair-body = This phone will not be able to receive or refund any more. What you have received stays yours. To use it again, get a new QR code from staff.
shop-unpair-button = Stop using at this shop

## Receiving

shop-receive-amount = How much will you receive?
shop-receive-button = Show QR code for { $amount }
shop-receive-wait = Waiting for the payment
shop-receive-until = Can be paid until { $time }
shop-scan = Scan a payment code
shop-scan-button = Receive { $amount }
shop-scan-foreign = This is not a customer’s payment code
shop-scan-foreign-body = No money has moved. Please ask the customer to show a payment code.
shop-received = Received { $amount }
shop-received-receipt = Receipt number: { $receipt }
shop-checking = Checking. Please wait until it says “Received”.
shop-next-button = Receive the next payment
shop-cancel = Cancel this order
shop-cancelled = Cancelled. No money has moved.
shop-cancel-waiting = It will be cancelled once there is a connection. Until then, the customer may still be able to pay.
shop-expired = This QR code can no longer be paid.
till-open = Waiting
till-paid = Paid
till-cancelled = Cancelled
till-expired = Out of time

## Today

shop-today = Received today
shop-today-total = { $count ->
       [0] Total { $amount } (no payments)
       [one] Total { $amount } ({ $count } payment)
      *[other] Total { $amount } ({ $count } payments)
    }
shop-today-empty = Payments you receive will be listed here.
shop-line = { $time } { $kind }
shop-unsettled = Not paid out yet: { $amount }

## Refund

refund-title = Refund
refund-amount = How much will you refund? (up to { $amount })
refund-expired-warning = { $amount } of it has expired. The customer will not be able to use it.
refund-button = Refund { $amount }
refund-done = { $amount } refunded
