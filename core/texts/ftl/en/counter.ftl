### Pages of the counter: registering, finding, charging, granting, codes, printed cards, shops.

## Counter registration

counter-register = Register at the counter
counter-register-with-phone = With a phone
counter-register-no-phone = Without a phone
counter-name = Name
counter-kana = Reading in kana
counter-birth-date = Date of birth
counter-sex = Sex
counter-address = Address
counter-telephone = Telephone
counter-checked = I have seen proof of identity
counter-register-button = Register
counter-phone-code = Have this registration code entered on the phone
counter-print-card = Print the paper card
counter-card-note = For the counter and the telephone. It cannot pay in shops. If you lose it, please call at once.
counter-find-title = Find a resident
counter-find-button = Find
counter-found = { $count ->
       [one] { $count } person
      *[other] { $count } people
    }
counter-phone-question = Is there a phone?
counter-sex-female = Female
counter-sex-male = Male
counter-sex-unstated = Not stated
counter-checked-note = If you have not, the person is registered as a visitor.
counter-known = Somebody with the same name and date of birth is registered already.
counter-known-see = See that person
counter-other-person = I have checked: it is another person.
counter-other-button = Register as another person
counter-phone-code-title = Give a registration code
counter-code-once = This registration code is shown only now. It can be used once, within a day.
counter-code-minutes = This registration code is shown only now. It can be used once, within { $count } minutes.
counter-print-hint = Use your browser’s print command.
counter-card-number = When asked on the telephone, say the number in that square.
counter-card-replaces = The old card will stop working.
counter-code-two = For someone who has a card, a phone or a balance, two members of staff check who she is before a registration code is given. That is also the way for someone who lost both card and phone.
counter-code-waits = Waiting for a second member of staff. No registration code has been given yet.
counter-code-waits-how = Ask a colleague to open “Registration codes to confirm” on her own staff home. Once she has confirmed, open this page again and give the code. The request ends after one hour.
counter-code-asked-by = Asked for by { $name } ({ $moment })
counter-code-look = Meet the person and look at a document with a photograph. Never confirm on the telephone alone.
counter-code-confirm-button = I have checked who she is
counter-code-confirmed = { $name } has checked who she is. The registration code can be given.
counter-code-for-two = { $name } asked and { $other } has checked who she is. One of these two gives the registration code.
counter-code-list-title = Registration codes to confirm
counter-code-list-empty = No registration code is waiting.
counter-code-see = See this person
counter-visitor-code = Give a visitor a registration code
counter-printed-card = Paper card

## Counter charge

counter-charge = Top up at the counter
counter-find = Name, reading or telephone number; or scan a paper card
counter-found-none = Nobody found. Please try other words.
counter-charge-amount = Cash received
counter-no-phone = This person has no phone. In shops, points are spent with a phone.
counter-charge-confirm = Top up { $amount } for { $name }
counter-charge-button = Top up { $amount }
counter-charge-done = { $amount } topped up. Receipt number: { $receipt }
counter-balance = Balance: { $amount }
counter-balance-charged = Of which topped up: { $amount }
counter-person-title = Resident
counter-no-name = No name registered
counter-left = This person has left.
counter-grant = Grant points
counter-grant-amount = Points to grant
counter-programme = Programme
counter-grant-confirm = Grant { $amount } to { $name }
counter-grant-button = Grant { $amount }
counter-grant-done = { $amount } granted. Receipt number: { $receipt }
counter-receipt-title = Receipt
counter-usable-until = Can be used until { $day }
counter-again = Find another person
counter-change = Change

## Shops

counter-shops-title = Shops
counter-shops-search = Name, reading or area
counter-shop-pair = Connect the shop’s phone
counter-shop-pair-note = Scan with the shop’s phone. It works once, within 7 days.
