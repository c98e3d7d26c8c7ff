### Pages for members of staff.

## Sign-in

staff-title = Staff pages
staff-name = Staff name
staff-password = Password
staff-sign-in = Sign in
staff-sign-in-wrong = The name or password is wrong. After five wrong tries in a row there is a wait of 15 minutes.
staff-sign-out = Sign out
staff-signed-in = Signed in as { $name }
staff-home = Staff home
staff-skip = Skip to the content
staff-password-title = Choose your own password
staff-password-old = Your password now
staff-password-old-wrong = That is not your password now. Nothing was changed. After five wrong tries in a row there is a wait of 15 minutes.
staff-password-rule = At least 12 characters, without your staff name.
staff-password-new = New password
staff-password-again = The same password again
staff-password-button = Set the password
staff-password-weak = This password cannot be used. Choose at least 12 characters without your staff name.
staff-password-differs = The two passwords differ.
staff-form-old = This page is out of date. Nothing has been changed yet. Open it again and start over.
staff-role-town-counter = Town: citizens’ counter
staff-role-town-children = Town: children’s centre
staff-role-town-programmes = Town: programmes
staff-role-body-counter = Operating body: counter
staff-role-body-desk = Operating body: telephone
staff-role-body-accounts = Operating body: accounts

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
counter-card-note = For shops, visits, shelters and the telephone. If you lose it, please call at once.
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

## Counter charge

counter-charge = Top up at the counter
counter-find = Name, reading or telephone number; or scan a paper card
counter-found-none = Nobody found. Please try other words.
counter-charge-amount = Cash received
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

## Ledger health

ledger-title = Ledger
ledger-sound = { $count ->
       [one] The ledger is sound ({ $count } row)
      *[other] The ledger is sound ({ $count } rows)
    }
ledger-broken = Row { $row } does not fit. Payments are stopped.
ledger-head = Last row: { $row } ({ $moment })
ledger-unsettled = Not paid out to shops yet: { $amount }
ledger-hash = Fingerprint
ledger-writing = Writing works
ledger-standby = Another machine is writing
ledger-clock = Writing waits: the clock was set. Call the administrator at once.
ledger-stopped = Writing is stopped. Call the administrator at once.
ledger-queue = Writes waiting: { $count }
ledger-programmes = Points by programme
ledger-issued = Issued
ledger-unused = Not used yet
ledger-on-vouchers = On top-up vouchers not used yet
ledger-check-button = Check from the start
ledger-checking = Checking. Open this page again in a while.
ledger-never-checked = Not checked yet.
ledger-checked-at = Checked: { $moment }
ledger-wrong = The ledger does not add up. Call the administrator at once.

## Review

review-title = Registrations to check
review-empty = Nothing is waiting.
review-reason-card = The card is new
review-same-person = Accept as the same person
review-refuse = Refuse registration
review-two-staff = A refund needs two members of staff.
refund-case-moved = Moved out of town
refund-case-death = Death
refund-case-closed = End of the service
review-other-person = Register as another person
review-new-card = On the new card
review-known = Already registered
review-since = Since { $moment }
review-reference = Reference: { $code }
review-look = Compare the two, then decide.
refund-case-title = Refunds to confirm
refund-case-start = Leave with a refund
refund-case-reason = Reason
refund-case-note = Only money that was topped up is paid back.
refund-case-record-button = Record the refund
refund-case-recorded = Recorded. Nothing has been paid back yet. The person leaves once another member of staff confirms.
refund-case-empty = No refund is waiting.
refund-case-recorded-by = Recorded by { $name } ({ $moment })
refund-case-own = You cannot confirm what you recorded yourself.
refund-case-confirm-button = Confirm the refund
refund-case-confirm-question = Let this person leave the service?
refund-case-confirm-happens = The charged balance is paid back. All other points go, and none of the person's phones works any more. This cannot be undone.
refund-case-done = The person has left. Please pay back { $amount }.
refund-case-confirmed-title = Confirmed
refund-case-paid-back = { $amount } to pay back
refund-case-confirmed-by = Confirmed by { $name } ({ $moment }), who pays it back

## Audit

audit-title = Audit record
audit-empty = Nothing recorded yet.
audit-note = Looking at personal details is recorded too.
audit-act-read = Looked at details
audit-act-register = Registration, card
audit-act-phone = Phone
audit-act-money = Top-up, grant
audit-act-refund = Refund, leaving
audit-act-shop = Shop
audit-act-staff = Staff
audit-act-other = Other
audit-operator = Server administrator

## Lost things at the counter

counter-stop-phone = Stop a phone
counter-stop-phone-done = The phone has been stopped. The balance is unchanged.
counter-visitor-code = Give a visitor a registration code
counter-printed-card = Paper card
counter-phones = Registered phones
counter-phones-none = No phone is registered.
counter-phone-since = Registered on { $day }
counter-phone-stopped = Stopped
counter-proof = Is it really this person?
counter-grid-ask = The number at “{ $code }” on the paper card
counter-grid-button = Check the number
counter-grid-right = The number is right.
counter-grid-wrong = The number is wrong.
counter-grid-locked = Too many numbers were wrong. Have the person come to the counter with a document; a new paper card ends this.
counter-stop-button = Stop
counter-stop-question = Stop “{ $name }”?
counter-stop-happens = This phone can pay no more. The balance stays. To use the phone again, the person registers it again.
counter-shops-title = Shops
counter-shops-search = Name, reading or area
counter-shop-pair = Connect the shop’s phone
counter-shop-pair-note = Scan with the shop’s phone. It works once, within 7 days.
counter-shop-phones = The shop’s phones
counter-shop-phones-none = No phone is connected.
counter-shop-phone-since = Connected { $moment }
counter-shop-phone-stopped = Stopped { $moment }
counter-shop-phone-stop-note = Stop a lost phone here. It stays stopped for good; a new one is connected with a new code.
counter-shop-phone-stop-happens = This phone can take no more payments and give no refunds. This cannot be undone. The shop’s other phones and the points it received are unchanged.
counter-shop-phone-stop-done = The phone has been stopped. The shop’s other phones and the points it received are unchanged.
