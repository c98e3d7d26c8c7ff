### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = 请将个人编号卡放在读卡器上。
reader-state-nothing = 没有卡片
reader-state-card = 有卡片
reader-state-in-use = 其他程序正在使用的卡片
reader-state-mute = 没有应答的卡片

## What goes wrong

reader-refusal = { $name }。{ $words }
reader-no-service = 本电脑的智能卡服务（Linux 上为 pcscd）没有运行；请联系本电脑的管理人员
reader-none = 没有连接读卡器；请连接后重新开始
reader-unknown = 没有名为“{ $name }”的读卡器；现有：{ $words }
reader-several = 无法确定是哪个读卡器；请用 --reader 指定：{ $words }
reader-no-card = 读卡器上没有卡片；请放好卡片后重新开始
reader-card-in-use = 其他程序正在使用卡片；请关闭该程序后重新开始
reader-mute = 卡片没有应答；请换个方向重新放置
reader-card-removed = 完成之前卡片已离开；请放好卡片后重新开始
reader-gone = 读卡器已断开；请连接后重新开始
reader-fault = 读卡器无法工作；请重新连接，或联系本电脑的管理人员：{ $words }
reader-certificate-absent = 此卡没有所需的密码或电子证书；原因可向市政窗口查询
reader-typed-challenge = 要签名的数据为 { $words } 到 { $count } 字节，用十六进制书写
reader-challenge-length = 要签名的数据为 { $words } 到 { $count } 字节

## The PIN

reader-ask-text = 读取姓名和住址的4位密码：
reader-ask-authentication = 使用者证明用4位密码：
reader-last-try-sure = 要输入请按 1 和回车；只按回车则停止。
reader-last-try-flag = 这是最后一次机会：输错后密码将被锁定，只有市政窗口能解锁。持卡人决定使用时，请加上 --last-try 重新开始。

## What a card says

reader-line = { $name }：{ $words }
reader-pin-signature = 签名用密码
reader-pin-authentication = 使用者证明用密码
reader-pin-text = 读取姓名和住址的密码
reader-tries-blocked = 已被锁定，请到市政府办理手续
reader-tries-none = 此卡没有
reader-name = 姓名
reader-address = 住址
reader-birth-date = 出生日期
reader-sex = 性别
reader-sex-male = 男
reader-sex-female = 女
reader-sex-not-stated = 未记载
reader-signature = 签名（RSA-2048、PKCS #1 v1.5、SHA-256）
reader-signed = 签名的内容（“yui/challenge/v1”加上所给数据）
reader-certificate = 使用者证明用电子证书（DER）
