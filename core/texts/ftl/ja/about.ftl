### About the app, and what is in it.

## About

about-title = このアプリについて
about-version = バージョン
about-town = まち
about-office = 係の人
about-source = プログラム
about-source-open = だれでも中身を確かめられる、オープンソースです（{ $words }）。

## What is kept where

about-kept-title = どこに何を残すか
about-kept-phone = このスマートフォン
about-kept-phone-what = 残高と履歴を、暗号にして残します。アプリを消すと、なくなります。
about-kept-town = まちと運営団体のサーバー
about-kept-town-what = 氏名・住所・生年月日・性別と、支払いの記録を残します。支払いの記録に、氏名は書きません。
about-kept-shop = お店
about-kept-shop-what = 金額と日時だけが伝わります。氏名は伝わりません。
about-kept-never = どこにも残さないもの
about-kept-never-what = マイナンバー（12けたの番号）は読み取りません。パスワードと暗証番号は、カードに渡すだけです。

## Licences

licences-title = オープンソースのライセンス
licences-note = このアプリに入っているソフトウェアです。
licences-core = アプリの中心
licences-android = Androidの画面
