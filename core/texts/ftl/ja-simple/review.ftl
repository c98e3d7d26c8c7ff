### Pages on which staff compare a registration with a new card.

review-title = 確認《かくにん》を 待《ま》って いる 登録《とうろく》
review-empty = 待《ま》って いる 登録《とうろく》は ありません。
review-reason-card = カードが 新《あたら》しく なりました
review-same-person = 同《おな》じ 人《ひと》に する
review-refuse = 登録《とうろく》しない
review-other-person = 違《ちが》う 人《ひと》として 登録《とうろく》する
review-new-card = 新《あたら》しい カードの 人《ひと》
review-known = もう 登録《とうろく》した 人《ひと》
review-since = { $moment }から
review-reference = 受付番号《うけつけばんごう》：{ $code }
review-look = ｜2つ《ふたつ》を 見《み》て、決《き》めて ください。
