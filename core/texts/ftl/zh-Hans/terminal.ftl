### The help of `yui-terminal`, by the names of its commands and flags, as `cli.ftl` is that of the server. The tests of
### `terminal/src/cli` hold it against the commands there are.

## What holds for every command

terminal-frame-note = 密码在本电脑上输入，不会显示；也可以用标准输入的一行传入，不能写在命令里。密码只发送到卡片。
terminal-frame-exit = 退出码：0 已完成；1 未完成，原因在最后一行；2 命令无法理解；3 没有可用的读卡器或卡片，或卡片中途离开；4 原因在密码。

## What stands for a value

terminal-value-hex = 十六进制
terminal-value-reader = 读卡器
terminal-value-seconds = 秒数

## The card

terminal-about = Yui 的窗口程序，用于市政府、医疗机构和商店的窗口。
terminal-card = 使用读卡器上的个人编号卡：剩余次数、姓名和住址、签名。
terminal-card-any-reader = 读卡器的名称或其中一部分。多个读卡器上都有卡片时需要。
terminal-card-any-wait = 等待卡片的秒数。
terminal-card-any-last-try = 已询问持卡人，使用最后一次机会。如果不符，只有市政府能解锁密码。
terminal-card-list = 列出读卡器，以及上面是否有卡片。
terminal-card-tries = 显示卡片各密码的剩余次数。不需要密码，也不减少次数。
terminal-card-read = 读取姓名、住址、出生日期和性别，需要相应的4位密码。内容以卡片所写为准，未经证明。
terminal-card-sign = 用卡片的使用者证明用密钥对数据签名，需要4位密码。验证签名的人由此得知此卡就在这里。
terminal-card-sign-challenge = 要签名的数据（十六进制）：16 到 1,024 字节，以前未用过。
terminal-card-sign-file = 也可以用文件给出要签名的数据。
terminal-card-sign-certificate = 同时给出使用者证明用电子证书。其中没有姓名，但只属于此卡：验证签名后请勿保留。
