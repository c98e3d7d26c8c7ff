### The page of the ledger's health.

ledger-title = お金《かね》の 記録《きろく》
ledger-sound = 記録《きろく》は 正《ただ》しいです（{ $count }行《ぎょう》）
ledger-broken = 記録《きろく》が 違《ちが》う ところが { $count } あります（はじめ：{ $words }）。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
ledger-head = 最後《さいご》の 行《ぎょう》：{ $row }（{ $moment }）
ledger-unsettled = まだ お店《みせ》に 送《おく》って いない お金《かね》：{ $amount }
ledger-hash = 記録《きろく》の 印《しるし》
ledger-writing = 書《か》く ことが できます
ledger-standby = ほかの 機械《きかい》が 書《か》いて います
ledger-clock = 時計《とけい》が 違《ちが》うので、書《か》く ことを 止《と》めて います。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
ledger-stopped = 書《か》く ことを 止《と》めて います。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
ledger-queue = 待《ま》って いる もの：{ $count }
ledger-programmes = 種類《しゅるい》ごとの ポイント
ledger-issued = 出《だ》した 合計《ごうけい》
ledger-unused = まだ 使《つか》って いない
ledger-on-vouchers = まだ 使《つか》って いない チャージ券《けん》
ledger-check-button = 最初《さいしょ》から 調《しら》べる
ledger-checking = 調《しら》べて います。あとで もう 一度《いちど》 開《ひら》いて ください。
ledger-never-checked = まだ 調《しら》べて いません。
ledger-checked-at = 調《しら》べた 時《とき》：{ $moment }
ledger-wrong = 記録《きろく》を 調《しら》べる ことが できませんでした。すぐに サーバーの 係《かかり》に 電話《でんわ》して ください。
