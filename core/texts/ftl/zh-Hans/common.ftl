### Words of every screen.

## Terms

-app = 结 Yui

## Every screen

app-name = { -app }
back = 返回
stop = 取消
next = 下一步
close = 关闭
try-again = 再试一次
again-in-minutes = { $count }分钟后可以再试。
again-in-hours = 约{ $count }小时后可以再试。
save = 保存
change = 更改
details = 查看详情
share = 分享
secret-show = 显示输入的内容
secret-hide = 隐藏输入的内容
camera-refused = 无法使用相机。请在手机设置中允许本应用使用相机。
open-settings = 打开设置
scan-button = 扫描二维码
talk-to-staff = 咨询工作人员
talk-title = 咨询工作人员
talk-body = 由{ $office }为您解答。服务时间：{ $hours }。
talk-call = 拨打{ $telephone }
talk-message = 发消息咨询
talk-callback = 请工作人员回电
talk-code = 打电话时请告知此编号：{ $code }

## Bottom bar

tab-home = 首页
tab-pay = 付款
tab-help = 互助
tab-children = 育儿

## Network

offline-banner = 没有网络。仍可查看余额和记录，也可使用付款码。
offline-guest = 没有网络。只能查看以前加载的内容。
offline-since = { $time }时的内容
online-again = 网络已恢复
waiting = 请稍候
today = 今天
yesterday = 昨天

## Settings

settings-title = 设置
settings-language = 语言
settings-text-size = 文字大小
settings-easy = 简易模式
settings-sample = 文字会以这个大小显示。
settings-easy-note = 文字和按钮更大，每个画面只问一个问题。
text-normal = 标准
text-large = 大
text-larger = 更大
text-largest = 最大
settings-theme = 浅色或深色
theme-system = 与手机相同
theme-light = 浅色
theme-dark = 深色

## Guest

guest-title = 先看一看
guest-body = 无需注册即可查看商店和通知。
guest-register = 注册
shops-title = 可使用积分的商店
shops-count = { $count }家商店
shops-empty = 可使用积分的商店会显示在这里。
shops-search = 按店名或地区查找
shops-more = 查看更多

## A list's day, before yesterday

day-title = { $day }
