### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = 在电脑上试用{ -app }
preview-made-up = 人物、卡片和金钱均为虚构。
preview-card-heading = 个人编号卡
preview-card-hold = 将卡贴近手机
preview-card-held = 正在读取卡片
preview-card-password = 签名用密码：{ $password }
preview-card-pin = 4位密码：{ $pin }
preview-card-enter = 手机要求输入时，按一下即可填入。
preview-charge = 在窗口充值{ $amount }
preview-charge-first = 注册后才能充值。
preview-code-heading = 二维码
preview-code-scan = 扫描“{ $shop }”的二维码
preview-code-paste = 粘贴图片或文字
preview-code-drop = 请将二维码图片拖到此窗口中。
preview-code-none = 没有找到二维码，请换一张图片。
preview-paste-none = 剪贴板中没有二维码图片或文字。
preview-network-heading = 网络
preview-network-cut = 断开网络
preview-network-join = 连接网络
preview-called = 正在拨打
preview-shared = 已复制到剪贴板
preview-saved = 已保存为文件
preview-notified = 显示通知
preview-spoken = 语音播报
preview-settings = 将打开手机的设置
preview-shines = 屏幕已调到最亮

## In the terminal that it was started from

preview-opened = 窗口已打开。数据保存在{ $folder }。关闭窗口即结束。
