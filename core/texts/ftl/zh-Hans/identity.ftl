### Registration, card, phones, leaving.

## Registration

register-title = 注册
register-need = 请准备以下三样东西
register-need-card = 个人编号卡
register-need-password = 签名用密码（6至16位英文字母和数字）
register-need-phone = 能读取卡片的手机
register-start = 开始注册
register-reads-title = 从卡片读取的内容
register-reads = 读取的是姓名、住址、出生日期、性别和电子证书。
register-never-reads = 绝不读取个人编号（12位号码）。
register-password = 请输入签名用密码
register-password-kept = 密码仅用于验证卡片，不保存也不发送。
register-pin = 请输入4位密码
register-pin-route = 如不知道签名用密码，也可用4位密码注册，但可用金额会减少。
register-pin-route-button = 使用4位密码
register-counter-route = 也可在窗口注册：{ $office }。
register-statement = 将用卡片签名，注册{ $town }的{ -app }。
register-sending = 正在注册。请不要关闭页面。
register-done = 注册完成
register-done-body = 现在可以在商店付款，也可以接收积分。
register-review = 工作人员将确认您的注册。受理号：{ $reference }
register-review-body = 因为卡片已更换，正在确认。完成后会通知您。
register-no-lock = 由于未设置屏幕锁，无法支付{ $amount }以上的金额。

## The card at the phone

card-hold = 请将卡片贴在手机背面
card-near = 已找到卡片
card-reading = 正在读取，请不要移动卡片。
card-lost = 卡片已离开，请再贴一次。
card-wrong = 此卡无法使用，请使用个人编号卡。
card-reader-off = 此手机的 NFC 已关闭。请在手机设置中打开。
card-reader-absent = 此手机无法读取卡片。您可以在窗口登记。
card-done = 读取完成，可以拿开卡片。
pin-tries-left = 还可输入{ $count }次
pin-wrong = 密码错误，还可输入{ $count }次。
pin-wrong-digits = 密码错误，还可输入{ $count }次。
pin-last-try-title = 只能再输入一次
pin-last-try-body = 如果不符，在去市政府办理手续之前，卡片密码将无法使用。您确定密码正确吗？
pin-last-try-digits-body = 如果不符，在去市政府办理手续之前，4位密码将无法使用。您确定密码正确吗？
pin-last-try-sure = 确定，输入密码
pin-last-try-stop = 暂不输入
pin-forgotten = 忘记密码
pin-forgotten-body = 可在市政府窗口重设密码，有时也可在便利店办理。
pin-forgotten-digits = 忘记4位密码
pin-forgotten-digits-body = 可在市政府窗口重新设定4位密码。
pin-blocked-title = 签名用密码已被锁定
pin-blocked-body = 密码多次不符，卡片密码已被锁定。请携带卡片到市政府办理手续。
pin-blocked-digits-title = 4位密码已被锁定
pin-blocked-digits-body = 4位密码多次不符，已被锁定。请到市政府办理手续。
pin-none-body = 此卡没有设置密码。可在窗口注册。
certificate-dead-body = 搬家后需到市政府办理手续，更新电子证书。
certificate-ends-soon = 卡片的电子证书有效期至{ $day }。可在市政府更新。
way-office = 可在市政府窗口重新设定。请携带卡片。
way-office-renew = 可在市政府窗口更新电子证书。请携带卡片。
way-store = 如果知道4位密码，有时也可用便利店的机器重新设定。
way-counter = 窗口的工作人员可为您注册。请携带身份证明。
way-counter-button = 查询窗口

## Levels

level-guest = 未注册
level-visitor = 访客
level-card-holder = 已验证卡片
level-verified = 已验证身份
level-verified-elsewhere = 已验证身份（其他方式）

## Visitors

visitor-title = 以访客身份使用
visitor-body = 可用电子邮箱或窗口的注册码开始使用。余额上限为{ $amount }。
visitor-mail = 电子邮箱
visitor-send = 发送注册码
visitor-code = 请输入收到的注册码
visitor-start = 开始使用

## Phones

phones-title = 使用中的手机
phone-this = 本机
phone-added = 于{ $day }添加
phone-seen = 最后使用日期：{ $day }
phone-removed = 已移除
phone-add = 添加手机
phone-add-body = 请在新手机上打开{ -app }，并贴近个人编号卡。
phone-remove = 移除此手机
phone-remove-body = “{ $name }”将无法使用。余额不变。
lost-title = 手机丢失
lost-body = 用新手机和个人编号卡，可以停用旧手机。余额不变。
lost-button = 停用旧手机
lost-done = 旧手机已停用。余额不变。
lost-telephone = 也可打电话停用：{ $telephone }
card-replaced-title = 更换新卡时
card-replaced-body = 请将新卡贴近手机。工作人员确认后即可使用。
sign-out = 退出登录

## Leaving

leave-title = 停止使用{ -app }
leave-body = 停止使用后，将删除姓名、住址等信息。付款记录仅在法律规定期间内保留。
leave-balance = 余额还有{ $amount }。停止使用后将无法再用。
leave-pay-back = 迁出、去世或服务终止时，充值的余额有时可以退还。请咨询工作人员。
leave-give-up = 放弃余额并停止使用
leave-button = 办理停止使用手续
leave-done = 手续已完成。感谢您的使用。
