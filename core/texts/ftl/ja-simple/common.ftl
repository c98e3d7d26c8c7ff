### Words of every screen.

## Terms

-app = ゆい

## Every screen

app-name = { -app }
back = 戻る
stop = やめる
next = 次へ 行く
close = 閉じる
try-again = もう 一度 する
save = 保存する
change = 変える
details = 詳しく 見る
share = ほかの 人に 送る
talk-to-staff = 係の 人に 相談
talk-title = 係の 人に 相談する
talk-body = { $office }が 答えます。時間は { $hours }です。
talk-call = { $telephone }に 電話する
talk-message = 文字で 相談する
talk-callback = 電話を かけて もらう
talk-code = 電話で この 番号を 言って ください：{ $code }

## Bottom bar

tab-home = ホーム
tab-pay = 払う
tab-help = 助け合い
tab-children = 子育て

## Network

offline-banner = インターネットに つながりません。残高は 見る ことが できます。支払いコードも 使えます。
offline-since = { $time }の 内容です
online-again = インターネットに つながりました
waiting = 待って ください
today = 今日
yesterday = 昨日

## Settings

settings-title = 設定
settings-language = ことば
settings-text-size = 文字の 大きさ
settings-easy = 簡単な 画面
settings-sample = この 大きさで 見せます。

## Guest

guest-title = 最初に 見る
guest-body = 登録しなくても、お店と お知らせを 見る ことが できます。
guest-register = 登録する
shops-title = 使える お店
shops-count = お店が { $count } あります
shops-empty = 使える お店を ここで 見る ことが できます。
