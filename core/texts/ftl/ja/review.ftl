### Pages on which staff compare a registration with a new card.

review-title = 確認を待っている登録
review-empty = 確認を待っている登録はありません。
review-reason-card = カードが新しくなりました
review-same-person = 同じ人として認める
review-refuse = 登録を認めない
review-other-person = 別の人として登録する
review-new-card = 新しいカードの人
review-known = 登録されている人
review-since = { $moment }から
review-reference = 受付番号：{ $code }
review-look = 2つを見比べて、決めてください。
