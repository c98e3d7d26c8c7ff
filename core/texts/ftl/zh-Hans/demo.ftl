### What the demo tells, step by step.

## The job, step by step

demo-opening = 现在从头到尾演示{ $town }的{ -app }。出场人物均为虚构。
demo-server-ready = 服务器已启动（{ $count }毫秒）
demo-guest = { $name }在新手机上打开{ -app }，未注册先浏览。
demo-register = { $name }将个人编号卡贴近手机，进行注册。
demo-registered = 注册完成。没有读取个人编号（12位号码）。
demo-charge = 工作人员在窗口用现金充值{ $amount }。
demo-grant = 市里发放的{ $amount }到账。
demo-balance = { $name }的余额是{ $amount }。
demo-scan = { $name }扫描“{ $shop }”的二维码，输入{ $amount }。
demo-quote = 查看将使用哪些积分并确认。付款后余额为{ $amount }。
demo-paid = 已支付{ $amount }，商店的手机立即显示。
demo-shop-says = 商店的手机：“{ $words }”
demo-offline = { $name }的手机没有网络了。
demo-code = { $name }出示付款码，商店收取{ $amount }。
demo-online = 网络恢复了。
demo-same-history = 两部手机的记录相同（{ $count }笔）。
demo-refund = 商店退款{ $amount }。
demo-ledger = 已核对账簿，{ $count }行全部无误。
demo-done = 演示完成，全部成功。
demo-failed = 在“{ $step }”处失败了。
demo-addresses = 继续运行中。查看地址：{ $address }
demo-staff = 可用以下职员名和密码进入工作人员页面（仅用于本次演示）：
demo-preview = 要用鼠标试用手机画面，请在另一个终端运行：
demo-stop = 按 Ctrl+C 停止。
