### A shop's phone.

## Pairing

shop-pair-title = Make this a shop phone
shop-pair-body = Scan the QR code that staff gave you. It works once.
shop-pair-button = Use at this shop
shop-pair-done = Ready for { $shop }

## Receiving

shop-receive-title = Receive
shop-receive-amount = How much will you receive?
shop-receive-button = Show QR code for { $amount }
shop-receive-wait = Waiting for the customer to pay
shop-receive-until = Can be paid until { $time }
shop-scan = Scan the customer’s payment code
shop-scan-button = Receive { $amount }
shop-received = Received { $amount }
shop-received-receipt = Receipt number: { $receipt }
shop-cancel = Cancel this order
shop-cancelled = Cancelled. No money has moved.
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
shop-unsettled = Not paid out yet: { $amount }

## Refund

refund-title = Refund
refund-amount = How much will you refund? (up to { $amount })
refund-expired-warning = { $amount } of it has expired. The customer will not be able to use it.
refund-button = Refund { $amount }
refund-done = { $amount } refunded
