### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = Paying back needs two members of staff.
pay-back-moved = Moved out of town
pay-back-death = Death
pay-back-closed = End of the service
pay-back-title = Money to pay back
pay-back-start = Record a leaving and pay back
pay-back-reason = Reason
pay-back-note = Only money that was topped up is paid back.
pay-back-record-button = Record the paying back
pay-back-recorded = Recorded. Nothing has been paid back yet. The person leaves once another member of staff confirms.
pay-back-empty = No paying back is waiting.
pay-back-recorded-by = Recorded by { $name } ({ $moment })
pay-back-own = You cannot confirm what you recorded yourself. A second member of staff has to.
pay-back-confirm-button = Confirm the paying back
pay-back-confirm-question = Let this person leave the service?
pay-back-confirm-happens = The topped-up balance is paid back. All other points go, and none of the person's phones works any more. This cannot be undone.
pay-back-done = The person has left. Please pay back { $amount }.
pay-back-confirmed-title = Confirmed
pay-back-sum = { $amount } to pay back
pay-back-confirmed-by = Confirmed by { $name } ({ $moment }), who pays it back
