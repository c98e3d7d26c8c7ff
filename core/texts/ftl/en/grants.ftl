### Points of a programme given to every resident: pages of staff.

grants-title = Grants to every resident
grants-two-staff = One member of staff records a grant. Once another confirms it, every registered resident receives the points.
grants-new = New grant
grants-amount = Points for each resident
grants-record-button = Record the grant
grants-new-not-the-rest = A grant that stopped on the way is continued on its own page. A new grant goes to everybody, also to those who have received.
grants-list = All grants
grants-empty = There are no grants yet.
grants-each = { $amount } each
grants-waiting = Waits to be confirmed
grants-withdrawn = Withdrawn
grants-running = Being given
grants-done = Given to everybody
grants-stopped = Stopped on the way
grants-stopped-what = Whoever has received keeps the points. All others have received nothing yet.
grants-stopped-how = Once the reason is settled, a member of staff who did not record the grant can continue it on this page. It goes on with those who were not reached; nobody receives twice. A new grant would give to everybody again.
grants-recorded-by = Recorded by { $name } ({ $moment })
grants-confirmed-by = Confirmed by { $name } ({ $moment })
grants-continued-by = Continued by { $name } ({ $moment })
grants-withdrawn-by = Withdrawn by { $name } ({ $moment })
grants-ended-at = Ended { $moment }
grants-estimate = What it would come to now
grants-rest = What continuing would come to now
grants-level = Registration
grants-level-people = Residents
grants-level-gets = Points
grants-gets = Receive them
grants-gets-not = Cannot receive them
grants-people = { $count ->
       [one] { $count } person
      *[other] { $count } people
    }
grants-heads = Who receive
grants-sum = In all, at most
grants-budget-left = Left of the budget
grants-no-budget = No limit
grants-own = You cannot confirm what you recorded yourself. Another member of staff has to.
grants-again = A grant of this programme stopped on the way. { $count ->
       [one] { $count } person has received it and would receive again.
      *[other] { $count } people have received it and would receive again.
    } To reach only the others, continue that grant.
grants-again-see = See the grant that stopped
grants-confirm-button = Confirm the grant
grants-confirm-question = Start the grant to every resident?
grants-confirm-happens = Every registered resident receives the points, one after the other. Once started, this cannot be undone.
grants-start-button = Start the grant
grants-withdraw-button = Withdraw
grants-withdraw-late = It was confirmed before. It is not withdrawn.
grants-continue-button = Continue the grant
grants-continue-question = Continue the grant?
grants-continue-happens = Those who were not reached receive the points, one after the other. Whoever has received receives nothing more. Once started, this cannot be undone.
grants-received = Have received
grants-received-sum = Points given
grants-left-out = Could not receive
grants-left-out-see = See who could not receive
grants-left-out-do = Nobody here is tried again. Look at the reason; once it is settled, grant the points to that person at the counter.
grants-left-out-none = There is nobody to show here.
grants-left-out-more = Show more
grants-refresh = See how it stands now
