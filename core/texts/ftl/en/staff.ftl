### Pages for members of staff: signing in, home, and the record of what they did.

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

## Audit

audit-title = Audit record
audit-empty = Nothing recorded yet.
audit-note = Looking at personal details is recorded too.
audit-act-read = Looked at details
audit-act-register = Registration, card
audit-act-phone = Phone
audit-act-money = Top-up, grant
audit-act-pay-back = Paying back, leaving
audit-act-shop = Shop
audit-act-staff = Staff
audit-act-denied = Refused: not allowed
audit-act-other = Other
audit-operator = Server administrator
