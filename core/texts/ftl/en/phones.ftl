### Phones on the pages of staff: a resident's and a shop's; a lost one is stopped.

## A resident's

counter-stop-phone = Stop a phone
counter-stop-phone-done = The phone has been stopped. The balance is unchanged.
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

## A shop's

counter-shop-phones = The shop’s phones
counter-shop-phones-none = No phone is connected.
counter-shop-phone-since = Connected { $moment }
counter-shop-phone-stopped = Stopped { $moment }
counter-shop-phone-stop-note = Stop a lost phone here. It stays stopped for good; a new one is connected with a new code.
counter-shop-phone-stop-happens = This phone can take no more payments and give no refunds. This cannot be undone. Pairing codes of this shop that nobody used end, too. The shop’s other phones and the points it received are unchanged.
counter-shop-phone-stop-done = The phone has been stopped. The shop’s other phones and the points it received are unchanged.
