### What the phone's system shows in our name: why it asks for a permission, and the kinds of notifications.
### Generated into the apps' own files, which know no simple Japanese.

os-camera-reason = To scan shops’ QR codes and top-up vouchers. No picture is kept.
os-card-reason = To read your My Number Card and make sure that it is you. Your My Number (12 digits) is never read.
os-face-reason = To make sure that it is you when you pay a large amount. The app never receives your face data.
os-channel-payments = Payments and receipts
os-channel-payments-about = Recorded payments, refunds and points that arrived. No amounts, no names.
os-channel-notices = Town notices
os-channel-notices-about = Expiry dates, renewing your card, and news from the town.
