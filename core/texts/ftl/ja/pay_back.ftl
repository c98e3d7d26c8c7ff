### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = 返金は、2人の係の人が確認します。
pay-back-moved = まちの外への引っ越し
pay-back-death = 死亡
pay-back-closed = サービスの終了
pay-back-title = 返金の確認
pay-back-start = 退会して返金する
pay-back-reason = 理由
pay-back-note = 返金できるのは、チャージした分だけです。
pay-back-record-button = 返金を記録する
pay-back-recorded = 記録しました。まだ返金していません。別の係の人が確認すると、退会します。
pay-back-empty = 確認を待っている返金はありません。
pay-back-recorded-by = 記録した人：{ $name }（{ $moment }）
pay-back-own = 自分で記録したものは、確認できません。もう1人の係の人が確認します。
pay-back-confirm-button = 返金を確認する
pay-back-confirm-question = この人の退会を決めますか
pay-back-confirm-happens = チャージした残高を返します。ほかのポイントはなくなり、スマートフォンはすべて使えなくなります。取り消せません。
pay-back-done = 退会しました。{ $amount }を返金してください。
pay-back-confirmed-title = 確認済み
pay-back-sum = 返金 { $amount }
pay-back-confirmed-by = 確認して返金する人：{ $name }（{ $moment }）
