### Pages for members of staff.

## Sign-in

staff-title = 工作人员页面
staff-name = 工作人员账号
staff-password = 密码
staff-code = 6位确认码
staff-sign-in = 登录
staff-sign-in-wrong = 账号、密码或确认码有误
staff-sign-out = 退出登录
staff-signed-in = 当前用户：{ $name }
staff-home = 工作人员首页

## Counter registration

counter-register = 窗口注册
counter-register-with-phone = 有手机的人
counter-register-no-phone = 没有手机的人
counter-name = 姓名
counter-kana = 读音（假名）
counter-birth-date = 出生日期
counter-sex = 性别
counter-address = 住址
counter-telephone = 电话号码
counter-checked = 已核对身份证件
counter-register-button = 注册
counter-register-done = 已注册
counter-phone-code = 请在手机上输入此编号：{ $code }
counter-print-card = 打印纸卡
counter-card-note = 可用于商店、上门服务、避难所和电话。丢失请立即打电话。

## Counter charge

counter-charge = 窗口充值
counter-find = 按姓名、电话或卡号查找
counter-found-none = 找不到。请换其他内容查找。
counter-charge-amount = 收到的现金
counter-charge-confirm = 为{ $name }充值{ $amount }
counter-charge-button = 充值{ $amount }
counter-charge-done = 已充值{ $amount }。凭证编号：{ $receipt }

## Ledger health

ledger-title = 账簿状态
ledger-sound = 账簿完整无误（{ $count }行）
ledger-broken = 第{ $row }行不一致。已停止付款。
ledger-head = 最后一行：{ $row }（{ $moment }）
ledger-outstanding = 尚未使用的积分：{ $amount }
ledger-unsettled = 尚未汇给商店的金额：{ $amount }

## Review

review-title = 待确认的注册
review-empty = 没有待确认的注册。
review-reason-card = 卡片已更换
review-same-person = 确认为同一人
review-refuse = 不予确认
review-two-staff = 退款需两名工作人员确认
refund-case-moved = 迁出
refund-case-death = 去世
refund-case-closed = 服务终止

## Audit

audit-title = 操作记录
audit-line = { $moment } { $name }：{ $act }
audit-empty = 还没有记录。
audit-note = 查看个人信息也会全部记录。

## Lost things at the counter

counter-stop-phone = 停用手机
counter-stop-phone-done = 手机已停用。余额不变。
counter-visitor-code = 发放访客代码
counter-printed-card = 纸卡
