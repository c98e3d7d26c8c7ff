### What the phone's system shows in our name: why it asks for a permission, and the kinds of notifications.
### Generated into the apps' own files, which know no simple Japanese.

os-camera-reason = お店のQRコードやチャージ券を読み取るために使います。写した画像は保存しません。
os-card-reason = マイナンバーカードを読み取って、本人かどうかを確かめます。マイナンバー（12けたの番号）は読み取りません。
os-face-reason = 大きな金額を払うときに、本人かどうかを確かめます。顔の情報は、このアプリには届きません。
os-channel-payments = 支払いと受け取り
os-channel-payments-about = 支払いの記録、返金、届いたポイントを知らせます。金額や名前は出しません。
os-channel-notices = まちからのお知らせ
os-channel-notices-about = 有効期限、カードの更新、まちからの知らせが届きます。
