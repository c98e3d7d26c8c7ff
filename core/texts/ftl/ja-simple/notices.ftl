### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = お知らせ
notices-empty = 町からの お知らせを ここで 見る ことが できます。
notice-news = 新しい お知らせが あります
notice-paid = 払った ことを 書きました
notice-refunded = お金が 戻りました
notice-received = ポイントが 届きました
notice-expires = もうすぐ 使えなく なる ポイントが あります
notice-new-phone = 新しい スマートフォンが 増えました。知らない ときは、係の 人に 相談して ください。
notice-phone-removed = スマートフォンを 1台 やめました
notice-registered = 登録の 確認が 終わりました
notice-card-ends = カードの 電子証明書が もうすぐ 終わります
notice-disaster = { $area }に 避難〈安全な 所へ 逃げる こと〉の 情報が あります。
notice-open = お知らせを 見る
