### The page of the ledger's health.

ledger-title = 帳簿の状態
ledger-sound = 帳簿は正しくつながっています（{ $count }行）
ledger-broken = 帳簿に合わないところが{ $count }件あります（最初は { $words }）。すぐに管理者に連絡してください。
ledger-head = 最後の行：{ $row }（{ $moment }）
ledger-unsettled = お店にまだ振り込んでいない金額：{ $amount }
ledger-hash = 帳簿の印
ledger-writing = 書き込みは動いています
ledger-standby = ほかの機械が書き込んでいます
ledger-clock = 時計が動かされたため、書き込みを止めています。すぐに管理者に連絡してください。
ledger-stopped = 書き込みを止めています。すぐに管理者に連絡してください。
ledger-queue = 待っている書き込み：{ $count }件
ledger-programmes = 事業ごとのポイント
ledger-issued = 発行した合計
ledger-unused = まだ使われていない
ledger-on-vouchers = まだ使われていないチャージ券
ledger-check-button = 初めから確かめる
ledger-checking = 確かめています。少したってから、もう一度開いてください。
ledger-never-checked = まだ確かめていません。
ledger-checked-at = 確かめた時：{ $moment }
ledger-wrong = 帳簿を確かめられませんでした。すぐに管理者に連絡してください。
