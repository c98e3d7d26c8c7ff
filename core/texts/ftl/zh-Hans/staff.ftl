### Pages for members of staff: signing in, home, and the record of what they did.

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

## Audit

audit-title = 操作记录
audit-empty = 还没有记录。
audit-note = 查看个人信息的操作也会全部记录。
audit-act-read = 查看信息
audit-act-register = 注册、卡片
audit-act-phone = 手机
audit-act-money = 充值、发放
audit-act-pay-back = 退还余额、停止使用
audit-act-shop = 商店
audit-act-staff = 工作人员
audit-act-denied = 无权限，已拒绝
audit-act-other = 其他
audit-operator = 服务器管理员
