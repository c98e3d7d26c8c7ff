### Phones on the pages of staff: a resident's and a shop's; a lost one is stopped.

## A resident's

counter-stop-phone = 停用手机
counter-stop-phone-done = 手机已停用。余额不变。
counter-phones = 已注册的手机
counter-phones-none = 没有已注册的手机。
counter-phone-since = 于{ $day }注册
counter-phone-stopped = 已停用
counter-proof = 确认是否本人
counter-grid-ask = 纸质卡“{ $code }”处的号码
counter-grid-button = 核对号码
counter-grid-right = 号码正确。
counter-grid-wrong = 号码不正确。
counter-grid-locked = 错误次数过多，无法再用此卡核对。请在窗口确认本人身份后重新打印新卡。
counter-stop-button = 停用
counter-stop-question = 要停用“{ $name }”吗
counter-stop-happens = 这部手机将不能再付款。余额不会消失。要再次使用，需要重新注册。

## A shop's

counter-shop-phones = 商店的手机
counter-shop-phones-none = 没有已连接的手机。
counter-shop-phone-since = 于{ $moment }连接
counter-shop-phone-stopped = 于{ $moment }停用
counter-shop-phone-stop-note = 手机丢失时，请在此停用。停用后无法恢复；新手机请用新的二维码连接。
counter-shop-phone-stop-happens = 这部手机将不能再收款或退款。无法撤销。该商店尚未使用的连接码也会失效。商店的其他手机和已收到的积分不变。
counter-shop-phone-stop-done = 手机已停用。商店的其他手机和已收到的积分不变。
