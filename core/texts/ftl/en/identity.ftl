### Registration, card, phones, leaving.

## Registration

register-title = Register
register-need = Please have these three things ready
register-need-card = My Number Card
register-need-password = Signature password (6 to 16 letters and digits)
register-need-phone = A phone that can read the card
register-start = Start registering
register-reads-title = What we read from the card
register-reads = We read your name, address, date of birth, sex and digital certificate.
register-never-reads = We never read your My Number (12 digits).
register-password = Enter the signature password
register-password-kept = The password is only used to check the card. It is neither kept nor sent.
register-pin-kept = The PIN is only used to check the card. It is neither kept nor sent.
register-pin = Enter the 4-digit PIN
register-pin-route = If you do not know the signature password, you can register with the 4-digit PIN. You can then spend less.
register-pin-route-button = Use the 4-digit PIN
register-counter-route = You can also register at the counter: { $office }.
register-statement = Register with { -app } in { $town }. You sign with your card.
register-sending = Registering. Please keep this screen open.
register-done = You are registered
register-done-body = You can now pay in shops and receive points.
register-review = A member of staff will check your registration. Reference: { $reference }
register-review-body = Your card is new, so we are checking. We will tell you when it is done.
register-review-check = Check whether it is done
register-refused = Your registration was not accepted
register-refused-body = A member of staff checked it and could not accept it. Please talk to a person to find out more. You can also register again.
register-again = Register again
register-no-lock = Without a screen lock you can only pay less than { $amount }.

## The card at the phone

card-hold = Hold the card to the back of the phone
card-near = Card found
card-reading = Reading. Please keep the card still.
card-lost = The card moved away. Hold it to the phone again.
card-wrong = This card does not work here. Please use a My Number Card.
card-reader-off = NFC is switched off on this phone. Please switch it on in the phone’s settings.
card-reader-absent = This phone cannot read cards. You can register at the counter.
card-done = Done. You can take the card away.
pin-tries-left = { $count ->
       [0] No tries left
       [one] { $count } try left
      *[other] { $count } tries left
    }
pin-wrong = { $count ->
       [one] Wrong password. { $count } try left.
      *[other] Wrong password. { $count } tries left.
    }
pin-wrong-digits = { $count ->
       [one] Wrong PIN. { $count } try left.
      *[other] Wrong PIN. { $count } tries left.
    }
pin-last-try-title = This is the last try
pin-last-try-body = If it does not match, the card’s password stays locked until you visit the town office. Are you sure it is right?
pin-last-try-digits-body = If it does not match, the 4-digit PIN stays locked until you visit the town office. Are you sure it is right?
pin-last-try-sure = I am sure, enter it
pin-last-try-stop = Not now
pin-forgotten = I forgot the password
pin-forgotten-body = You can reset it at the town office, and in some cases at a convenience store.
pin-forgotten-digits = I forgot the 4-digit PIN
pin-forgotten-digits-body = You can set a new 4-digit PIN at the town office.
pin-blocked-title = The signature password is locked
pin-blocked-body = The card has locked its password after several tries that did not match. Please take your card to the town office.
pin-blocked-digits-title = The 4-digit PIN is locked
pin-blocked-digits-body = The card has locked its 4-digit PIN after several tries that did not match. It can be unlocked at the town office.
pin-none-body = This card has no PIN. You can register at the counter.
certificate-dead-body = After moving house, the card’s digital certificate must be renewed at the town office.
certificate-ends-soon = Your card’s digital certificate ends on { $day }. You can renew it at the town office.
certificate-ends-now = Your card’s digital certificate ends very soon, on { $day }. Please renew it at the town office now.
certificate-ended = Your card’s digital certificate ended on { $day }. Please renew it at the town office. Everyday payments still work.
certificate-last-day = Digital certificate until { $day }
way-office = You can set a new one at the town office. Please bring your card.
way-office-renew = The digital certificate can be renewed at the town office. Please bring your card.
way-store = If you know the 4-digit PIN, a machine in a convenience store may do it too.
way-counter = Staff at the counter can register you. Please bring something that shows who you are.
way-counter-button = Find the counter

## Levels

level-guest = Not registered
level-visitor = Visitor
level-card-holder = Card checked
level-verified = Identity checked
level-verified-elsewhere = Identity checked (in another way)
linked-title = What your registration is linked to
linked-code = A registration code by e-mail or from the counter
level-raise-body = Registering with the signature password raises your limits and lets you have more kinds of points.
level-raise-button = Register with the password

## Visitors

visitor-title = Use as a visitor
visitor-limits = You can pay up to { $once } at a time and { $daily } a day.
visitor-charged = You can use only what you charge. You cannot receive the town’s points or coupons.
visitor-later = If you register with your My Number Card later, you keep your balance.
visitor-by-mail = Get a registration code by e-mail
visitor-have-code = I have a registration code
visitor-mail-title = Enter your e-mail address
visitor-body = Start with your e-mail address or a registration code from the counter. Balance up to { $amount }.
visitor-mail = E-mail address
visitor-mail-use = Your e-mail address is used to send the registration code. It is not kept as it is.
visitor-send = Send the registration code
visitor-sent = Please look at your e-mail. If nothing arrives, check the address.
visitor-code = Enter the registration code you received
visitor-code-name = Registration code
visitor-mail-again = Enter the e-mail address again
visitor-start = Start using

## Phones

phones-title = Your phones
phones-removed-title = Removed phones
phones-as-heard = No connection. This is how it was when last checked.
phones-see = See your phones
again-title = I have registered before
again-body = To use this phone, register it with your My Number Card. Your balance stays the same.
again-button = Add this phone
phone-this = This phone
phone-added = Added on { $day }
phone-seen = Last used: { $day }
phone-removed = Removed
phone-add = Add a phone
phone-add-choose = On that phone choose “I have registered before”.
phone-add-body = Open { -app } on the new phone and hold your My Number Card to it.
phone-remove = Remove the phone
phone-remove-title = Remove “{ $name }”?
phone-remove-body = “{ $name }” will stop working. Your balance is unchanged.
phone-remove-again = To use it again, register on that phone with the card.
phone-remove-done = “{ $name }” can no longer pay. Your balance is unchanged.
lost-title = I lost my phone
lost-body = With a new phone and your My Number Card you can stop the old phone. Your balance is unchanged.
lost-choose = Choose the phone you lost.
lost-none = There is no other phone to stop.
lost-safe = Your balance is in the town’s book. It is not lost with the phone.
lost-meanwhile = Until it is stopped, whoever can unlock its screen can pay. Please stop it soon.
lost-button = Stop the old phone
lost-done = The old phone has been stopped. Your balance is unchanged.
lost-telephone = You can also stop it by telephone: { $telephone }
card-replaced-title = When you have a new card
card-replaced-body = Hold the new card to the phone. You can use it once staff have checked it.
card-renewed-body = Do the same after renewing the digital certificate.
card-replaced-button = Register the new card
card-uses-title = When the card is used
card-use-register = To register a phone
card-use-lost = To stop a lost phone from a new one
card-use-large = To pay { $amount } or more
card-use-never = Everyday payments do not use the card.
no-lock-title = No screen lock
no-lock-body = Set a screen lock, then hold your card to the phone again.
no-lock-button = Allow large payments
tries-title = Tries left for PIN and password
tries-button = Check the tries left
tries-body = Hold the card to the phone to see how many tries are left. This costs none.
tries-password = Signature password
tries-digits = 4-digit PIN
sign-out = Sign out
sign-out-title = Sign out on this phone?
sign-out-body = Your registration and history are removed from this phone. Your balance is unchanged.
sign-out-card = To use it again, register with your My Number Card.
sign-out-code = To use it again, you need a registration code.
sign-out-done = Signed out

## Leaving

leave-title = Leave { -app }
leave-body = If you leave, we delete your name, address and other details. Payment records are kept only as long as the law requires.
leave-sure-title = Really leave { -app }?
leave-sure-body = This cannot be undone. All your registered phones will stop working.
leave-balance = You still have { $amount }. You cannot use it after you leave.
leave-pay-back = After moving away, a death, or the end of the service, money you put in may be paid back. Please talk to a person.
leave-give-up = Give up my balance and leave
leave-button = Leave
leave-stay = Keep using it
leave-this-phone = Sign out on this phone only
leave-done = You have left. Thank you for having been with us.
leave-not-done = You have not left yet. You can leave after you register again.
