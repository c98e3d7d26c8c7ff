### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = 払い戻しは、2人の係の人が確認します。
pay-back-moved = まちの外への引っ越し
pay-back-death = 死亡
pay-back-closed = サービスの終了
pay-back-title = 払い戻しの確認
pay-back-start = 退会して払い戻す
pay-back-reason = 理由
pay-back-note = 払い戻せるのは、チャージした分だけです。
pay-back-record-button = 払い戻しを記録する
pay-back-recorded = 記録しました。まだ払い戻していません。別の係の人が確認すると、退会します。
pay-back-empty = 確認を待っている払い戻しはありません。
pay-back-recorded-by = 記録した人：{ $name }（{ $moment }）
pay-back-own = 自分で記録したものは、確認できません。もう1人の係の人が確認します。
pay-back-confirm-button = 払い戻しを確認する
pay-back-confirm-question = この人の退会を決めますか
pay-back-confirm-happens = チャージした残高を払い戻します。ほかのポイントはなくなり、スマートフォンはすべて使えなくなります。取り消せません。
pay-back-done = 退会しました。{ $amount }を払い戻してください。
pay-back-confirmed-title = 確認済み
pay-back-sum = 払い戻し { $amount }
pay-back-confirmed-by = 確認して払い戻す人：{ $name }（{ $moment }）
