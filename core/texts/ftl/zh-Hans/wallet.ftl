### Home, paying, codes, history, points.

## Home

home-greeting = 您好，{ $name }
home-balance = 余额
balance-value = { $amount }（1积分＝1日元）
balance-points = { $amount }
balance-rate = 1积分＝1日元
balance-hide = 隐藏余额
balance-show = 显示余额
home-offline-part = 没有网络时，每次最多可支付{ $amount }
home-expires-soon = { $amount }可使用至{ $day }
home-pay = 付款
home-receive = 收款
tiles-arrange = 调整顺序
tiles-arranged = 完成调整
tile-up = 将{ $tile }上移
tile-down = 将{ $tile }下移
home-empty = 还没有积分。可在市政府窗口充值。

## Pay

pay-scan = 请扫描商店的二维码
pay-torch = 打开手电筒
pay-paste = 粘贴二维码内容或从照片读取
pay-amount = 要支付多少？
pay-amount-for = 向{ $shop }支付的金额
pay-erase = 删除末位数字
pay-confirm-title = 按此内容付款吗？
pay-button = 支付{ $amount }
pay-again-button = 再按一次付款
pay-hold-button = 长按以付款
pay-sending = 正在发送付款。请不要关闭页面。
pay-lots = 使用{ $amount }，先用{ $day }到期的积分
pay-lot-line = { $kind } { $amount }（至{ $day }）
pay-balance-after = 付款后余额：{ $amount }
pay-pending = 正在确认。请不要再次付款。
pay-till-reference = 订单号：{ $reference }

## Paid

paid-title = 已付款
paid-amount = 已向{ $shop }支付{ $amount }
paid-at = { $moment }
paid-show = 出示给店员
paid-ended = 动态图案已结束。请向商店出示收据。
paid-done = 返回首页

## Code

code-title = 付款码
code-offer = 没有网络也可使用，每次最多{ $amount }
code-make = 显示付款码
code-until = { $time }前可用，最多{ $amount }
code-open = { $time }前，付款码最多可能被使用{ $amount }
code-seconds = 还剩{ $count }秒
code-unused = 付款码未被使用。余额没有变化。
code-show = 请向店员出示此码。金额由商店输入。

## History and receipts

history-title = 记录
history-empty = 付款和收到的积分会显示在这里。
history-search = 按商店或金额搜索
history-not-found = 没有找到。请换个词再试。
history-more = 查看更早的记录
history-share = 以文件形式分享列表
history-share-title = 要分享哪个月的记录？
history-share-note = 这是可用表格软件打开的文件（CSV），其中有商店名称和金额。请注意分享对象。
history-share-all = 所有月份
history-amount = { $amount }
history-amount-unknown = 正在确认金额
kind-charge = 充值
kind-grant = 收到积分
kind-payment = 付款
kind-refund = 退款
kind-expiry = 过期
kind-hold = 预留
kind-capture = 从预留积分支付
kind-release = 预留积分退回
kind-settlement = 向商店汇款
kind-closure = 注销清算
state-pending = 确认中
state-refused = 未成功
state-done = 完成
state-paid = 已付款
state-partly-refunded = 部分退款
state-refunded = 已退款
receipt-title = 付款凭证
receipt-number = 凭证编号：{ $receipt }
receipt-in-book = 已记入本市账簿 ✓
receipt-refunded = 已退款{ $amount }
receipt-refund-expired = 退款中的{ $amount }已过有效期，无法使用。

## Lots

lots-title = 积分明细
lot-charged = 充值
lot-granted = 赠送积分
lot-coupon = 消费券
lot-reward = 帮忙积分
lot-until = 可使用至{ $day }
lot-soon = 即将过期
lot-last-day-label = 有效期限
lot-everywhere = 所有商店均可使用
lot-some-shops = 可使用的商店：{ $classes }

## Charge and vouchers

charge-title = 充值
charge-body = 可在市政府窗口用现金充值，也可扫描充值券上的二维码。
charge-where = 办理地点：{ $office }。服务时间：{ $hours }
charge-done = 已充值{ $amount }
grant-arrived = { $programme }：已收到{ $amount }
voucher-title = 使用充值券
voucher-confirm = 这是{ $amount }的充值券，可使用至{ $day }。
voucher-ask = 要用这张充值券充值吗？充值券只能使用一次。
voucher-button = 充值

## Limits and step-up

limits-title = 金额上限
limit-payment = 单次付款：最多{ $amount }
limit-day = 每天付款：最多{ $amount }
limit-balance = 余额：最多{ $amount }
limit-offline = 没有网络时：单次最多{ $amount }
limit-left-today = 今天还可支付{ $amount }
limits-guest = 注册后可使用以下金额。
limits-proof-title = 确认是否本人
limits-raise-title = 如何提高上限
limits-raise-card = 用个人编号卡注册后，上限会提高。
limits-raise-password = 用签名用密码重新注册后，上限会提高。
limits-raise-lock = 这部手机没有屏幕锁。请在手机设置中设置屏幕锁，然后重新注册，即可支付{ $amount }以上。
limits-highest = 没有更高的上限。
step-up-user = 支付{ $amount }以上时，请用面容、指纹或屏幕锁确认本人。
step-up-card = 支付{ $amount }以上时，还请将个人编号卡贴近手机。
step-up-card-button = 贴卡付款
step-up-window = 按最近{ $count }小时的付款总额计算。

## Programme information

programme-title = 关于这种积分
programme-issuer = 发行方
programme-registration = 登记编号
programme-limit = 领取上限
programme-validity = 有效期限
programme-validity-months = 自领取之日起{ $count }个月内可用
programme-validity-until = 可使用至{ $day }
programme-where = 可使用的商店
programme-contact = 咨询处
programme-misuse = 被他人盗用时的补偿
programme-no-pay-back = 充值的余额原则上不予退还。搬家等情况下，有时可以退还。
