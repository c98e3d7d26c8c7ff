### A shop's phone.

## Pairing

shop-pair-title = 设为商店用手机
shop-pair-body = 请扫描工作人员给您的二维码。只能使用一次。
shop-pair-means = 这部手机将可以为商店收款。
shop-pair-button = 用于此商店
shop-pair-done = 可用于“{ $shop }”
shop-unpair-title = 不再用于此商店吗？
shop-unpair-body = 这部手机将无法再收款或退款。已收到的款项不受影响。如需再次使用，请向工作人员领取新的二维码。
shop-unpair-button = 不再用于此商店

## Receiving

shop-receive-amount = 要收取多少？
shop-receive-button = 显示{ $amount }的二维码
shop-receive-wait = 正在等待付款
shop-receive-until = { $time }前可付款
shop-scan = 扫描付款码
shop-scan-button = 收取{ $amount }
shop-scan-foreign = 这不是顾客的付款码
shop-scan-foreign-body = 没有发生资金变动。请让顾客出示付款码。
shop-received = 已收到{ $amount }
shop-received-receipt = 凭证编号：{ $receipt }
shop-checking = 正在确认。请等待，直到显示“已收到”。
shop-next-button = 收取下一笔付款
shop-cancel = 取消此订单
shop-cancelled = 已取消。没有发生资金变动。
shop-cancel-waiting = 网络恢复后才会取消。在此之前，顾客仍有可能付款。
shop-expired = 此二维码已无法付款。
till-open = 等待付款
till-paid = 已付款
till-cancelled = 已取消
till-expired = 已超时

## Today

shop-today = 今日收款
shop-today-total = 合计{ $amount }（{ $count }笔）
shop-today-empty = 收到的付款会显示在这里。
shop-line = { $time } { $kind }
shop-unsettled = 尚未汇款的金额：{ $amount }

## Refund

refund-title = 退款
refund-amount = 要退款多少？（最多{ $amount }）
refund-expired-warning = 其中{ $amount }已过有效期，顾客无法使用。
refund-button = 退款{ $amount }
refund-done = 已退款{ $amount }
