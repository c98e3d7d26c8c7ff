### The page of the ledger's health.

ledger-title = Ledger
ledger-sound = { $count ->
       [one] The ledger is sound ({ $count } row)
      *[other] The ledger is sound ({ $count } rows)
    }
ledger-broken = { $count ->
       [one] The ledger does not fit in one place: { $words }. Call the administrator at once.
      *[other] The ledger does not fit in { $count } places; the first: { $words }. Call the administrator at once.
    }
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
ledger-wrong = The ledger could not be checked. Call the administrator at once.
