### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = 通知
notices-empty = 积分到账和到期等通知会显示在这里。
notices-wanted-title = 手机何时发出通知
notices-wanted-note = 通知中不会显示姓名和金额。
notices-money = 积分有变动时
notices-money-note = 积分到账、退款、付款码付款
notices-deadlines = 临近期限时
notices-deadlines-note = 积分和卡片电子证书的期限
notices-safety = 注册信息有变化时
notices-safety-note = 手机的添加和移除、注册确认
notices-denied = 手机设置中已关闭通知。请在设置中打开。
notice-news = 有新通知
notice-paid = 付款已记录
notice-refunded = 您有一笔退款
notice-received = 积分已到账
notice-expires = 有积分即将过期
notice-new-phone = 已添加新手机。如果不是您本人操作，请咨询工作人员。
notice-phone-removed = 已移除一部手机
notice-registered = 注册确认已完成
notice-card-ends = 卡片的电子证书即将到期
notice-disaster = { $area }已发布避难信息。
notice-open = 查看通知

## The mail with a visitor's registration code

mail-code = 注册码：{ $code }
mail-code-minutes = 请在{ $count }分钟内在应用中输入。
mail-code-not-you = 如果不是您本人操作，请删除此邮件。

## The mail to whoever runs the server: no row, for who reads it on its way is not known

mail-ledger-altered = { $town }的账簿有{ $count }处不符。
mail-ledger-altered-do = 支付照常进行。请立即运行 `yui-server verify-ledger`，查明是哪里。查明之前请不要重新启动服务器。
mail-ledger-unread = { $town }的账簿未能核对。
mail-ledger-unread-do = 原因见服务器日志。每十分钟会再次核对，今夜不再发送邮件。
