### What the demo tells, step by step.

## The job, step by step

demo-opening = We play one job with { -app } in { $town }, from beginning to end. The people are made up.
demo-server-ready = The server is running ({ $count } ms)
demo-guest = { $name } opens { -app } on a new phone and looks around as a guest.
demo-register = { $name } holds the My Number Card to the phone and registers.
demo-registered = Registered. The My Number (12 digits) was not read.
demo-charge = At the counter, staff take { $amount } in cash and top up the balance.
demo-grant = { $amount } arrive from the town.
demo-balance = { $name } now has { $amount }.
demo-scan = { $name } scans the QR code of { $shop } and enters { $amount }.
demo-quote = The screen shows which points will be used and the balance afterwards: { $amount }.
demo-paid = { $amount } is paid, and the shop’s phone shows it at once.
demo-shop-says = The shop’s phone: “{ $words }”
demo-offline = Now { $name }’s phone has no network.
demo-code = { $name } shows a payment code, and the shop takes { $amount }.
demo-online = The network is back.
demo-same-history = { $count ->
       [one] Both phones show the same history ({ $count } line).
      *[other] Both phones show the same history ({ $count } lines).
    }
demo-refund = The shop refunds { $amount }.
demo-ledger = { $count ->
       [one] The ledger was checked: its { $count } row is sound.
      *[other] The ledger was checked: all { $count } rows are sound.
    }
demo-done = Done. Everything worked.
demo-failed = It failed at “{ $step }”.
demo-addresses = It keeps running. Look here: { $address }
demo-staff = Sign in to the staff pages with one of these names and passwords (made for this demo only):
demo-preview = To try the phone’s screens with the mouse, in another terminal:
demo-stop = Press Ctrl+C to stop.
