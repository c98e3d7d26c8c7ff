### Pages of the counter: registering, finding, charging, granting, codes, printed cards, shops.

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
counter-card-note = 可用于窗口和电话，不能在商店付款。丢失请立即打电话。
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
counter-visitor-code = 发放访客注册码
counter-printed-card = 纸质卡

## Counter charge

counter-charge = 窗口充值
counter-find = 姓名、读音或电话号码；也可扫描纸质卡
counter-found-none = 没有找到。请换其他内容查找。
counter-charge-amount = 收到的现金
counter-no-phone = 此人没有手机。在商店使用积分需要手机。
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

## Shops

counter-shops-title = 商店
counter-shops-search = 店名、读音或地区
counter-shop-pair = 连接商店手机
counter-shop-pair-note = 请用商店手机扫描。7天内只能使用一次。
