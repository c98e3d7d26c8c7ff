### Words of every screen.

## Terms

-app = ゆい

## Every screen

app-name = { -app }
back = 戻《もど》る
stop = やめる
next = 次《つぎ》へ 行《い》く
close = 閉《と》じる
try-again = もう 一度《いちど》 する
again-in-minutes = { $count }分《ふん》 あとに もう 一度《いちど》 できます。
again-in-hours = { $count }時間《じかん》くらい あとに もう 一度《いちど》 できます。
save = 保存《ほぞん》する
change = 変《か》える
details = 詳《くわ》しく 見《み》る
share = ほかの 人《ひと》に 送《おく》る
secret-show = 入《い》れた 文字《もじ》を 見《み》る
secret-hide = 入《い》れた 文字《もじ》を 隠《かく》す
camera-refused = カメラを 使《つか》えません。設定《せってい》で カメラを 使《つか》えるように して ください。
open-settings = 設定《せってい》を 開《あ》ける
scan-button = コードを 写《うつ》す
talk-to-staff = 係《かかり》の 人《ひと》に 相談《そうだん》
talk-title = 係《かかり》の 人《ひと》に 相談《そうだん》する
talk-body = { $office }が 答《こた》えます。時間《じかん》は { $hours }です。
talk-call = { $telephone }に 電話《でんわ》する
talk-message = 文字《もじ》で 相談《そうだん》する
talk-callback = 電話《でんわ》を かけて もらう
talk-code = 電話《でんわ》で この 番号《ばんごう》を 言《い》って ください：{ $code }

## Bottom bar

tab-home = ホーム
tab-pay = 払《はら》う
tab-help = 助《たす》け合《あ》い
tab-children = 子育《こそだ》て

## Network

offline-banner = インターネットに つながりません。残高《ざんだか》と 記録《きろく》は 見《み》る ことが できます。支払《しはら》いコードも 使《つか》えます。
offline-guest = インターネットに つながりません。前《まえ》に 見《み》た ものだけ 見《み》る ことが できます。
offline-since = { $time }の ときの 内容《ないよう》です
online-again = インターネットに つながりました
waiting = 少《すこ》し 待《ま》って ください
today = 今日《きょう》
yesterday = 昨日《きのう》

## Settings

settings-title = 設定《せってい》
settings-language = ことば
settings-text-size = 文字《もじ》の 大《おお》きさ
settings-easy = 簡単《かんたん》な 画面《がめん》
settings-sample = この 大《おお》きさで 見《み》せます。
settings-easy-note = 文字《もじ》と ボタンが 大《おお》きく なります。1つの 画面《がめん》で 1つだけ 聞《き》きます。
text-normal = ふつう
text-large = 大《おお》きい
text-larger = もっと 大《おお》きい
text-largest = いちばん 大《おお》きい
settings-theme = 画面《がめん》の 色《いろ》
theme-system = スマートフォンと 同《おな》じ
theme-light = 明《あか》るい
theme-dark = 暗《くら》い

## Guest

guest-title = 最初《さいしょ》に 見《み》る
guest-body = 登録《とうろく》しなくても、お店《みせ》と お知《し》らせを 見《み》る ことが できます。
guest-register = 登録《とうろく》する
shops-title = 使《つか》える お店《みせ》
shops-count = お店《みせ》：{ $count }店《てん》
shops-empty = 使《つか》える お店《みせ》を ここで 見《み》る ことが できます。
shops-search = お店《みせ》の 名前《なまえ》や 場所《ばしょ》で 探《さが》す
shops-more = 続《つづ》きを 見《み》る

## A list's day, before yesterday

day-title = { $day }
