### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = 退还余额需由两名工作人员确认。
pay-back-moved = 迁出本市
pay-back-death = 去世
pay-back-closed = 服务终止
pay-back-title = 待确认的余额退还
pay-back-start = 停止使用并退还余额
pay-back-reason = 理由
pay-back-note = 只能退还充值部分。
pay-back-record-button = 记录退还余额
pay-back-recorded = 已记录。余额尚未退还。另一名工作人员确认后，将停止使用。
pay-back-empty = 没有待确认的余额退还。
pay-back-recorded-by = 记录人：{ $name }（{ $moment }）
pay-back-own = 不能确认自己记录的余额退还。须由另一名工作人员确认。
pay-back-confirm-button = 确认退还余额
pay-back-confirm-question = 要让此人退出服务吗
pay-back-confirm-happens = 充值的余额将退还。其他积分将消失，所有手机都不能再使用。无法撤销。
pay-back-done = 已停止使用。请退还{ $amount }。
pay-back-confirmed-title = 已确认
pay-back-sum = 退还余额{ $amount }
pay-back-confirmed-by = 确认并退还余额的人：{ $name }（{ $moment }）
