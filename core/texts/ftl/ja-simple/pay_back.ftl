### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = お金《かね》を 返《かえ》す ときは ｜2人《ふたり》で 確認《かくにん》します。
pay-back-moved = ほかの 町《まち》へ 引《ひ》っ越《こ》し
pay-back-death = 亡《な》くなりました
pay-back-closed = サービスの 終《お》わり
pay-back-title = お金《かね》を 返《かえ》す 確認《かくにん》
pay-back-start = やめて お金《かね》を 返《かえ》す
pay-back-reason = 理由《りゆう》
pay-back-note = 返《かえ》せるのは、入《い》れた お金《かね》だけです。
pay-back-record-button = 記録《きろく》する
pay-back-recorded = 記録《きろく》しました。お金《かね》は まだ 返《かえ》して いません。次《つぎ》に ほかの 係《かかり》の 人《ひと》が 確認《かくにん》します。
pay-back-empty = 待《ま》って いる ものは ありません。
pay-back-recorded-by = 記録《きろく》した 人《ひと》：{ $name }（{ $moment }）
pay-back-own = 自分《じぶん》の 記録《きろく》は 確認《かくにん》できません。ほかの 係《かかり》の 人《ひと》が 確認《かくにん》します。
pay-back-confirm-button = 確認《かくにん》する
pay-back-confirm-question = この 人《ひと》が やめることを 決《き》めますか
pay-back-confirm-happens = チャージした お金《かね》を 返《かえ》します。ほかの ポイントは なくなります。スマートフォンは 全部《ぜんぶ》 使《つか》えなくなります。元《もと》に もどせません。
pay-back-done = この 人《ひと》は やめました。{ $amount }を 返《かえ》して ください。
pay-back-confirmed-title = 確認《かくにん》が 終《お》わった もの
pay-back-sum = 返《かえ》す お金《かね》 { $amount }
pay-back-confirmed-by = 確認《かくにん》して 返《かえ》す 人《ひと》：{ $name }（{ $moment }）
