### Words of every screen.

## Terms

-app = ゆい

## Every screen

app-name = { -app }
back = 戻る
stop = やめる
next = 次へ進む
close = 閉じる
try-again = もう一度試す
again-in-minutes = { $count }分後に、もう一度試せます。
again-in-hours = 約{ $count }時間後に、もう一度試せます。
save = 保存する
change = 変更する
details = 詳しく見る
share = 共有する
secret-show = 入力した文字を見る
secret-hide = 入力した文字を隠す
camera-refused = カメラを使えません。スマートフォンの設定で、このアプリにカメラを許可してください。
open-settings = 設定を開く
scan-button = コードを読み取る
talk-to-staff = 係の人に相談
talk-title = 係の人に相談する
talk-body = { $office }が答えます。受付時間は{ $hours }です。
talk-call = { $telephone }に電話する
talk-message = 文字で相談する
talk-callback = 電話をかけてもらう
talk-code = 電話では、この番号を伝えてください：{ $code }

## Bottom bar

tab-home = ホーム
tab-pay = 払う
tab-help = 助け合い
tab-children = 子育て

## Network

offline-banner = 通信できません。残高と履歴は見られます。支払いコードも使えます。
offline-guest = 通信できません。前に読み込んだ内容だけ見られます。
offline-since = { $time }の時点の内容です
online-again = 通信が戻りました
waiting = お待ちください
today = きょう
yesterday = きのう

## Settings

settings-title = 設定
settings-language = ことば
settings-text-size = 文字の大きさ
settings-easy = かんたん表示
settings-sample = この大きさで表示します。
settings-easy-note = 文字とボタンを大きくし、1画面に1つずつ聞きます。
text-normal = ふつう
text-large = 大きい
text-larger = もっと大きい
text-largest = いちばん大きい
settings-theme = 画面の明るさ
theme-system = スマートフォンに合わせる
theme-light = 明るい
theme-dark = 暗い

## Guest

guest-title = まずは見てみる
guest-body = 登録しなくても、お店とお知らせを見られます。
guest-register = 登録する
shops-title = 使えるお店
shops-count = { $count }店
shops-empty = 使えるお店は、ここに表示されます。
shops-search = お店の名前や地区で探す
shops-more = 続きを見る

## A list's day, before yesterday

day-title = { $day }
