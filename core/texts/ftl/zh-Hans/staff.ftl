### Pages for members of staff.

## Sign-in

staff-title = 工作人员页面
staff-name = 工作人员账号
staff-password = 密码
staff-sign-in = 登录
staff-sign-in-wrong = 账号或密码不正确。连续错5次后，15分钟内无法登录。
staff-sign-out = 退出登录
staff-signed-in = 当前用户：{ $name }
staff-home = 工作人员首页
staff-skip = 跳到正文
staff-password-title = 设置自己的密码
staff-password-old = 现在的密码
staff-password-old-wrong = 现在的密码不正确。密码没有更改。连续错5次后，15分钟内无法更改。
staff-password-rule = 至少12个字符，不能包含账号。
staff-password-new = 新密码
staff-password-again = 再次输入新密码
staff-password-button = 设置密码
staff-password-weak = 不能使用这个密码。请使用至少12个字符，且不包含账号。
staff-password-differs = 两次输入的密码不同。
staff-form-old = 此页面已过期。尚未做任何更改。请重新打开后再操作。
staff-role-town-counter = 市 市民窗口
staff-role-town-children = 市 儿童中心
staff-role-town-programmes = 市 项目负责
staff-role-body-counter = 运营团体 窗口
staff-role-body-desk = 运营团体 电话
staff-role-body-accounts = 运营团体 会计

## Counter registration

counter-register = 窗口注册
counter-register-with-phone = 有手机的人
counter-register-no-phone = 没有手机的人
counter-name = 姓名
counter-kana = 姓名读音（假名）
counter-birth-date = 出生日期
counter-sex = 性别
counter-address = 住址
counter-telephone = 电话号码
counter-checked = 已核对身份证件
counter-register-button = 注册
counter-phone-code = 请让对方在手机上输入此注册码
counter-print-card = 打印纸质卡
counter-card-note = 可用于商店、上门服务、避难所和电话。丢失请立即打电话。
counter-find-title = 查找居民
counter-find-button = 查找
counter-found = { $count }人
counter-phone-question = 有手机吗？
counter-sex-female = 女
counter-sex-male = 男
counter-sex-unstated = 不填写
counter-checked-note = 若未核对，则注册为访客。
counter-known = 已有姓名和出生日期相同的人注册。
counter-known-see = 查看此人
counter-other-person = 已核对。是另一个人。
counter-other-button = 作为另一个人注册
counter-phone-code-title = 发放注册码
counter-code-once = 此注册码仅现在显示。一天内只能使用一次。
counter-code-minutes = 此注册码仅现在显示。{ $count }分钟内只能使用一次。
counter-print-hint = 请使用浏览器的打印功能。
counter-card-number = 电话中被问到时，请回答该格中的号码。
counter-card-replaces = 旧卡将不能使用。
counter-code-two = 对方已有卡、手机或余额时，需由两名工作人员核实本人后才能发放注册码。卡和手机都丢失的人也用这个办法。
counter-code-waits = 正在等待另一名工作人员确认。注册码尚未发放。
counter-code-waits-how = 请同事在自己的首页打开“注册码的确认”。确认后，请重新打开此页面发放注册码。申请一小时后失效。
counter-code-asked-by = 申请人：{ $name }（{ $moment }）
counter-code-look = 请当面见到本人，并查看带照片的证件。不要只凭电话确认。
counter-code-confirm-button = 已核实本人
counter-code-confirmed = { $name }已核实本人，可以发放注册码。
counter-code-for-two = 由{ $name }申请，{ $other }已核实本人。注册码由这两人之一发放。
counter-code-list-title = 注册码的确认
counter-code-list-empty = 没有等待确认的注册码。
counter-code-see = 查看此人

## Counter charge

counter-charge = 窗口充值
counter-find = 姓名、读音或电话号码；也可扫描纸质卡
counter-found-none = 没有找到。请换其他内容查找。
counter-charge-amount = 收到的现金
counter-charge-confirm = 为{ $name }充值{ $amount }
counter-charge-button = 充值{ $amount }
counter-charge-done = 已充值{ $amount }。凭证编号：{ $receipt }
counter-balance = 余额：{ $amount }
counter-balance-charged = 其中充值：{ $amount }
counter-person-title = 居民
counter-no-name = 未注册姓名
counter-left = 此人已停止使用。
counter-grant = 发放积分
counter-grant-amount = 发放的积分
counter-programme = 项目
counter-grant-confirm = 向{ $name }发放{ $amount }
counter-grant-button = 发放{ $amount }
counter-grant-done = 已发放{ $amount }。凭证编号：{ $receipt }
counter-receipt-title = 凭证
counter-usable-until = 可使用至{ $day }
counter-again = 查找其他人
counter-change = 修改

## Ledger health

ledger-title = 账簿状态
ledger-sound = 账簿完整无误（{ $count }行）
ledger-broken = 第{ $row }行不一致。已停止付款。
ledger-head = 最后一行：{ $row }（{ $moment }）
ledger-unsettled = 尚未汇给商店的金额：{ $amount }
ledger-hash = 账簿指纹
ledger-writing = 写入正常
ledger-standby = 另一台机器正在写入
ledger-clock = 时钟被改动，写入已暂停，请立即联系管理员。
ledger-stopped = 写入已停止，请立即联系管理员。
ledger-queue = 等待写入：{ $count }
ledger-programmes = 各项目积分
ledger-issued = 发行总额
ledger-unused = 尚未使用
ledger-on-vouchers = 尚未使用的充值券
ledger-check-button = 从头核对
ledger-checking = 正在核对，请稍后重新打开。
ledger-never-checked = 尚未核对。
ledger-checked-at = 核对时间：{ $moment }
ledger-wrong = 账簿不符，请立即联系管理员。

## Review

review-title = 待确认的注册
review-empty = 没有待确认的注册。
review-reason-card = 卡片已更换
review-same-person = 确认为同一人
review-refuse = 不认可此注册
review-two-staff = 退款需由两名工作人员确认。
refund-case-moved = 迁出本市
refund-case-death = 去世
refund-case-closed = 服务终止
review-other-person = 作为另一个人注册
review-new-card = 新卡上的人
review-known = 已注册的人
review-since = 自{ $moment }起
review-reference = 受理号：{ $code }
review-look = 请比较两者后决定。
refund-case-title = 待确认的退款
refund-case-start = 停止使用并退款
refund-case-reason = 理由
refund-case-note = 只能退还充值部分。
refund-case-record-button = 记录退款
refund-case-recorded = 已记录。尚未退款。另一名工作人员确认后，将停止使用。
refund-case-empty = 没有待确认的退款。
refund-case-recorded-by = 记录人：{ $name }（{ $moment }）
refund-case-own = 不能确认自己记录的退款。
refund-case-confirm-button = 确认退款
refund-case-confirm-question = 要让此人退出服务吗
refund-case-confirm-happens = 充值的余额将退还。其他积分将消失，所有手机都不能再使用。无法撤销。
refund-case-done = 已停止使用。请退还{ $amount }。
refund-case-confirmed-title = 已确认
refund-case-paid-back = 退款{ $amount }
refund-case-confirmed-by = 确认并退款的人：{ $name }（{ $moment }）

## Audit

audit-title = 操作记录
audit-empty = 还没有记录。
audit-note = 查看个人信息的操作也会全部记录。
audit-act-read = 查看信息
audit-act-register = 注册、卡片
audit-act-phone = 手机
audit-act-money = 充值、发放
audit-act-refund = 退款、停止使用
audit-act-shop = 商店
audit-act-staff = 工作人员
audit-act-other = 其他
audit-operator = 服务器管理员

## Lost things at the counter

counter-stop-phone = 停用手机
counter-stop-phone-done = 手机已停用。余额不变。
counter-visitor-code = 发放访客注册码
counter-printed-card = 纸质卡
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
counter-shops-title = 商店
counter-shops-search = 店名、读音或地区
counter-shop-pair = 连接商店手机
counter-shop-pair-note = 请用商店手机扫描。7天内只能使用一次。
counter-shop-phones = 店铺的手机
counter-shop-phones-none = 没有已连接的手机。
counter-shop-phone-since = 于{ $moment }连接
counter-shop-phone-stopped = 于{ $moment }停用
counter-shop-phone-stop-note = 手机丢失时，请在此停用。停用后无法恢复；新手机请用新的二维码连接。
counter-shop-phone-stop-happens = 这部手机将不能再收款或退款。无法撤销。店铺的其他手机和已收到的积分不变。
counter-shop-phone-stop-done = 手机已停用。店铺的其他手机和已收到的积分不变。
