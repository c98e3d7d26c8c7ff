### What the phone's system shows in our name: why it asks for a permission, and the kinds of notifications.
### Generated into the apps' own files, which know no simple Japanese.

os-camera-reason = お店《みせ》の QRコードや チャージ券《けん》を 読《よ》むために 使《つか》います。写真《しゃしん》は 残《のこ》しません。
os-card-reason = マイナンバーカードを 読《よ》んで、本人《ほんにん》か どうかを 確《たし》かめます。12けたの 番号《ばんごう》は 読《よ》みません。
os-face-reason = 大《おお》きな 金額《きんがく》を 払《はら》うときに、本人《ほんにん》か どうかを 確《たし》かめます。顔《かお》の 情報《じょうほう》は この アプリに 届《とど》きません。
os-channel-payments = 支払《しはら》いと 受《う》け取《と》り
os-channel-payments-about = 支払《しはら》い、返金《へんきん》、届《とど》いた ポイントを 知《し》らせます。金額《きんがく》や 名前《なまえ》は 出《だ》しません。
os-channel-notices = まちからの お知《し》らせ
os-channel-notices-about = 使《つか》える 日《ひ》、カードの こと、まちからの お知《し》らせが 届《とど》きます。
