### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = 可用积分付款
poster-step-scan = 点“付款”，扫描二维码
poster-step-amount = 输入金额
poster-step-confirm = 付款后向店员出示屏幕
poster-one-point = 1积分＝1日元
poster-offline = 没有网络时请出示“付款码”
poster-contact = 需要帮助时：{ $telephone }
poster-print = 打印海报
