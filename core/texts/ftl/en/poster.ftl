### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = Pay with points here
poster-step-scan = Tap “Pay” and scan this code
poster-step-amount = Enter the amount
poster-step-confirm = After paying, show the screen to the shop
poster-one-point = 1 point = ¥1
poster-offline = No network? Show your “Payment code”
poster-contact = Need help? { $telephone }
poster-print = Print the poster
