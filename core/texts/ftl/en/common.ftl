### Words of every screen.

## Terms

-app = Yui

## Every screen

app-name = { -app }
back = Back
stop = Stop
next = Continue
close = Close
try-again = Try again
again-in-minutes = You can try again in { $count } minutes.
again-in-hours = You can try again in about { $count } hours.
save = Save
change = Change
details = See details
share = Share
secret-show = Show what I typed
secret-hide = Hide what I typed
camera-refused = The camera cannot be used. Please allow it for this app in the settings of your phone.
open-settings = Open settings
scan-button = Scan a code
talk-to-staff = Talk to a person
talk-title = Talk to a person
talk-body = { $office } will help you. Open: { $hours }.
talk-call = Call { $telephone }
talk-message = Write a message
talk-callback = Ask for a call back
talk-code = On the telephone, please read out: { $code }

## Bottom bar

tab-home = Home
tab-pay = Pay
tab-help = Helping
tab-children = Children

## Network

offline-banner = No network. You can still see your balance and history, and use a payment code.
offline-guest = No network. You can see what was loaded before.
offline-since = As of { $time }
online-again = You are back online
waiting = Please wait
today = Today
yesterday = Yesterday

## Settings

settings-title = Settings
settings-language = Language
settings-text-size = Text size
settings-easy = Easy mode
settings-sample = Text will look like this.
settings-easy-note = Larger words and buttons, one question a screen.
text-normal = Normal
text-large = Large
text-larger = Larger
text-largest = Largest
settings-theme = Light or dark
theme-system = Same as the phone
theme-light = Light
theme-dark = Dark

## Guest

guest-title = Look around first
guest-body = You can see shops and notices without registering.
guest-register = Register
shops-title = Shops that take points
shops-count = { $count ->
       [0] No shops
       [one] { $count } shop
      *[other] { $count } shops
    }
shops-empty = Shops that take points will be listed here.
shops-search = Search by shop or area
shops-more = Show more

## A list's day, before yesterday

day-title = { $day }
