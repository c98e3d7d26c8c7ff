### Pages on which staff compare a registration with a new card.

review-title = Registrations to check
review-empty = Nothing is waiting.
review-reason-card = The card is new
review-same-person = Accept as the same person
review-refuse = Refuse registration
review-other-person = Register as another person
review-new-card = On the new card
review-known = Already registered
review-since = Since { $moment }
review-reference = Reference: { $code }
review-look = Compare the two, then decide.
