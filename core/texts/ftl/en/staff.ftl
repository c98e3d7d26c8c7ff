### Pages for members of staff.

## Sign-in

staff-title = Staff pages
staff-name = Staff name
staff-password = Password
staff-code = 6-digit code
staff-sign-in = Sign in
staff-sign-in-wrong = Name, password or code is wrong
staff-sign-out = Sign out
staff-signed-in = Signed in as { $name }
staff-home = Staff home

## Counter registration

counter-register = Register at the counter
counter-register-with-phone = With a phone
counter-register-no-phone = Without a phone
counter-name = Name
counter-kana = Reading in kana
counter-birth-date = Birth date
counter-sex = Sex
counter-address = Address
counter-telephone = Telephone
counter-checked = I have seen proof of identity
counter-register-button = Register
counter-register-done = Registered
counter-phone-code = Enter this number on the phone: { $code }
counter-print-card = Print the card
counter-card-note = For shops, visits, shelters and the telephone. If you lose it, please call at once.

## Counter charge

counter-charge = Charge at the counter
counter-find = Find by name, telephone or card number
counter-found-none = Nobody found. Please try other words.
counter-charge-amount = Cash received
counter-charge-confirm = Charge { $amount } for { $name }
counter-charge-button = Charge { $amount }
counter-charge-done = { $amount } charged. Receipt number: { $receipt }

## Ledger health

ledger-title = Ledger
ledger-sound = { $count ->
       [one] The ledger is sound ({ $count } row)
      *[other] The ledger is sound ({ $count } rows)
    }
ledger-broken = Row { $row } does not fit. Payments are stopped.
ledger-head = Last row: { $row } ({ $moment })
ledger-outstanding = Points not used yet: { $amount }
ledger-unsettled = Not paid out to shops yet: { $amount }

## Review

review-title = Registrations to check
review-empty = Nothing is waiting.
review-reason-card = The card is new
review-same-person = Same person
review-refuse = Refuse
review-two-staff = A refund needs two members of staff
refund-case-moved = Moved away
refund-case-death = Death
refund-case-closed = End of the service

## Audit

audit-title = Audit record
audit-line = { $moment } { $name }: { $act }
audit-empty = Nothing recorded yet.
audit-note = Looking at personal details is recorded too.

## Lost things at the counter

counter-stop-phone = Stop a phone
counter-stop-phone-done = The phone is stopped. The balance is unchanged.
counter-visitor-code = Give a visitor code
counter-printed-card = Printed card
