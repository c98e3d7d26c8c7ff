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
register-pin-kept = 4位密码仅用于验证卡片，不保存也不发送。
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
register-review-check = 查看是否已完成
register-refused = 未能注册
register-refused-body = 工作人员确认后未能受理您的注册。详情请咨询工作人员。您也可以重新注册。
register-again = 重新注册
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
certificate-ends-now = 卡片的电子证书即将到期（截至{ $day }）。请尽快到市政府更新。
certificate-ended = 卡片的电子证书已于{ $day }到期。请到市政府更新。日常付款不受影响。
certificate-last-day = 电子证书有效期至{ $day }
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
linked-title = 与注册关联的凭证
linked-code = 邮件或窗口的注册码
level-raise-body = 用签名用密码注册后，可用金额和积分种类会增加。
level-raise-button = 用签名用密码注册

## Visitors

visitor-title = 以访客身份使用
visitor-limits = 每次最多可付{ $once }，每天最多{ $daily }。
visitor-charged = 只能使用充值的部分。不能领取本地积分和优惠券。
visitor-later = 以后用个人编号卡注册时，余额可继续使用。
visitor-by-mail = 通过邮件领取注册码
visitor-have-code = 我有注册码
visitor-mail-title = 请输入电子邮箱
visitor-body = 可用电子邮箱或窗口的注册码开始使用。余额上限为{ $amount }。
visitor-mail = 电子邮箱
visitor-mail-use = 电子邮箱仅用于发送注册码，不会原样保存。
visitor-send = 发送注册码
visitor-sent = 请查看邮件。如未收到，请确认地址。
visitor-code = 请输入收到的注册码
visitor-code-name = 注册码
visitor-mail-again = 重新输入电子邮箱
visitor-start = 开始使用

## Phones

phones-title = 使用中的手机
phones-removed-title = 已移除的手机
phones-as-heard = 无法联网。显示的是上次确认的内容。
phones-see = 查看手机列表
again-title = 以前注册过
again-body = 要在本机使用，请用个人编号卡注册。余额可继续使用。
again-button = 添加本机
phone-this = 本机
phone-added = 于{ $day }添加
phone-seen = 最后使用日期：{ $day }
phone-removed = 已移除
phone-add = 添加手机
phone-add-choose = 在那部手机上选择“以前注册过”。
phone-add-body = 请在新手机上打开{ -app }，并贴近个人编号卡。
phone-remove = 移除手机
phone-remove-title = 要移除“{ $name }”吗？
phone-remove-body = “{ $name }”将无法使用。余额不变。
phone-remove-again = 若要再次使用，请在那部手机上用卡注册。
phone-remove-done = “{ $name }”已不能付款。余额不变。
lost-title = 手机丢失
lost-body = 用新手机和个人编号卡，可以停用旧手机。余额不变。
lost-choose = 请选择丢失的手机。
lost-none = 没有其他可停用的手机。
lost-safe = 余额记录在本地账簿中，不会随手机丢失。
lost-meanwhile = 停用之前，能解锁屏幕的人可以付款。请尽快停用。
lost-button = 停用旧手机
lost-done = 旧手机已停用。余额不变。
lost-telephone = 也可打电话停用：{ $telephone }
card-replaced-title = 更换新卡时
card-replaced-body = 请将新卡贴近手机。工作人员确认后即可使用。
card-renewed-body = 更新电子证书后也请同样操作。
card-replaced-button = 注册新卡
card-uses-title = 使用卡片的时候
card-use-register = 注册手机时
card-use-lost = 用新手机停用丢失的手机时
card-use-large = 支付{ $amount }及以上时
card-use-never = 日常付款不使用卡片。
no-lock-title = 没有屏幕锁
no-lock-body = 请先设置屏幕锁，再将卡片贴近手机。
no-lock-button = 开通大额付款
tries-title = 密码剩余次数
tries-button = 查询剩余次数
tries-body = 贴卡即可查看剩余次数。不会减少次数。
tries-password = 签名用密码
tries-digits = 4位密码
sign-out = 退出登录
sign-out-title = 要在本机退出登录吗？
sign-out-body = 将从本机删除注册信息和记录。余额不变。
sign-out-card = 再次使用时，请用个人编号卡注册。
sign-out-code = 再次使用时，需要注册码。
sign-out-done = 已退出登录

## Leaving

leave-title = 停止使用{ -app }
leave-body = 停止使用后，将删除姓名、住址等信息。付款记录仅在法律规定期间内保留。
leave-sure-title = 确定停止使用{ -app }吗？
leave-sure-body = 此操作无法撤销。所有已注册的手机都将无法使用。
leave-balance = 余额还有{ $amount }。停止使用后将无法再用。
leave-pay-back = 迁出、去世或服务终止时，充值的余额有时可以退还。请咨询工作人员。
leave-give-up = 放弃余额并停止使用
leave-button = 办理停止使用手续
leave-stay = 继续使用
leave-this-phone = 仅在本机退出登录
leave-done = 手续已完成。感谢您的使用。
leave-not-done = 停止使用的手续尚未完成。重新注册后可以办理。
