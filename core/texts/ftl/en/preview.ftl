### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = Try { -app } at a desk
preview-made-up = The person, the card and the money are made up.
preview-card-heading = My Number Card
preview-card-hold = Hold the card to the phone
preview-card-held = The card is being read
preview-card-password = Signature password: { $password }
preview-card-pin = 4-digit PIN: { $pin }
preview-card-enter = Press one when the phone asks for it: it is typed in.
preview-charge = Top up { $amount } at the counter
preview-charge-first = You can top up once you have registered.
preview-code-heading = QR codes
preview-code-scan = Scan the code of { $shop }
preview-code-paste = Paste a picture or text
preview-code-drop = Drop a picture of a QR code anywhere in this window.
preview-code-none = No QR code was found. Please try another picture.
preview-paste-none = There is neither a QR code nor text in the clipboard.
preview-network-heading = Network
preview-network-cut = Cut the network
preview-network-join = Join the network
preview-called = Calling
preview-shared = Put on the clipboard
preview-saved = Saved as a file
preview-notified = A notification is shown
preview-spoken = Said aloud
preview-settings = The phone’s settings would open
preview-shines = The screen is at its brightest

## In the terminal that it was started from

preview-opened = The window is open. What it keeps lies in { $folder }. Close the window to end.
