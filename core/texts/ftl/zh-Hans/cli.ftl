### The help of the command line. `cli-<command>` is what it does, `cli-<command>-<flag>` what a flag says; `any` stands
### for all commands that have the flag. The test of `server/src/cli/words` holds them against the commands there are.

## The frame

cli-frame-usage = 用法：
cli-frame-commands = 命令
cli-frame-command = 命令
cli-frame-arguments = 对象
cli-frame-options = 选项
cli-frame-optional = [选项]
cli-frame-default = ［不写时：{ $words }］
cli-frame-environment = ［环境变量：{ $name }］
cli-frame-choices = 可选：{ $words }。
cli-frame-note = 会做更改的命令：此数据文件夹有服务器在运行时由服务器执行，没有时直接执行。不需要为此停止任何程序。
cli-frame-exit = 退出码：0 已完成；1 未完成，原因在最后一行；2 命令无法理解；3 verify-ledger 发现账簿被改动，或变更列表与账簿不符；4 shop import 有未能导入的行。
cli-frame-language = 语言：`YUI_LANG`（ja、ja-simple、en、zh-Hans 或 vi）；没有时用 `LC_ALL`、`LC_MESSAGES` 或 `LANG`。

## What stands for a value

cli-value-address = 地址
cli-value-address-port = 地址:端口
cli-value-class = 类别
cli-value-day = 日期
cli-value-digits = 数字
cli-value-file = 文件
cli-value-folder = 文件夹
cli-value-id = 编号
cli-value-kana = 假名
cli-value-mail-address = 邮箱地址
cli-value-name = 名称
cli-value-number = 数字
cli-value-phone = 手机
cli-value-programme = 项目
cli-value-role = 职责
cli-value-shop = 商店
cli-value-time = 时刻
cli-value-voucher = 充值券
cli-value-words = 文字
cli-value-yen = 日元

## Every command

cli-about = 本市互助应用“结 Yui”的服务器。
cli-help = 显示本说明或指定命令的说明。
cli-any-help = 显示说明。
cli-any-version = 显示版本。
cli-any-data = 本市数据的文件夹（没有时会新建）。不写 `--database` 时，所有数据都在这里。
cli-any-database = 代替文件使用的 PostgreSQL 数据库：`postgres://user:password@host/database`。
cli-any-municipality = 本市设置的文件夹。
cli-any-json = 以 JSON 写到标准输出，供其他程序使用。

## The server and its data

cli-serve = 启动服务器，一直运行到收到停止信号（Ctrl-C 或 SIGTERM）。
cli-serve-listen = 监听的地址。
cli-serve-metrics-listen = 供运维人员从其他机器监视的地址，提供 `/metrics`。请勿使用外人能访问的地址。前面没有 TLS 时，本机上的程序也可从监听地址读取。
cli-serve-origin = 手机访问本服务器的地址，例如 `https://yui.city.example`。只在本机监听时可以省略，此时为 `http://` 加监听地址。
cli-serve-platform-operator-url = 核验个人编号卡的平台运营商的地址：必须是 `https`，本机除外。
cli-serve-platform-operator-key-file = 平台运营商交给本市的密钥文件。
cli-serve-trusted-proxies = 放在本服务器前面的自有代理，信任其 `X-Forwarded-For`。可以写多次。
cli-serve-sendmail = 发送访客注册码的邮件程序；不写时，访客在窗口领取注册码。发给运维人员的邮件也由它发送。
cli-serve-accept-time-jump = 即使时钟被调整过，或早于最后一条记录，也相信本机时间。请先核对，再使用一次：有效期按此时间结束，账簿不会倒退。
cli-serve-mail-from = 该邮件的发件人地址。
cli-serve-operator-mail = 本服务器运维人员的邮箱地址。每晚核对账簿时发现不符或未能核对，就发送一封邮件，每晚一封。语言按 `YUI_LANG`，否则按系统设置。
cli-serve-check-ledger-at = 每天核对账簿的时刻（日本时间），请选择付款较少的时段。
cli-migrate = 让数据适应此版本的程序。`serve` 会自行处理；此命令用于事先处理。
cli-backup = 将全部数据的副本写入新文件夹。其间服务器可以继续运行。
cli-backup-to = 要写入的新文件夹。
cli-backup-lines = 以文本行写出，`restore` 也能将其放入另一种数据库。不写时，SQLite 文件按文件复制，速度更快。
cli-restore = 将 `backup` 制作的副本放回空的数据文件夹或数据库。服务器必须停止。
cli-restore-from = `backup` 写入的文件夹。
cli-verify-ledger = 用两种方法从第一行起核对账簿，并与保存的全部内容比较。

## Shops

cli-shop = 添加商店、导入名单、制作海报或连接码、停业、记录汇款。
cli-shop-any-shop = 商店编号，见 `shop list`。
cli-shop-any-to = 要写入的文件夹。
cli-shop-list = 列出所有商店：编号、营业或停业、尚未汇给商店的金额（日元）、店名、地区。
cli-shop-add = 添加一家商店；显示其编号和连接手机用的一次性连接码，并将连接码写成 SVG。
cli-shop-add-name = 招牌上的店名。
cli-shop-add-kana = 店名的假名。
cli-shop-add-area = 地区。
cli-shop-add-address = 地址。
cli-shop-add-postal-code = 邮政编码：七位数字。
cli-shop-add-telephone = 电话号码。
cli-shop-add-classes = 本市设置中的商店类别。可以写多次。
cli-shop-add-to = 存放连接码的文件夹。
cli-shop-add-id = 商店编号，不写时在此生成并显示。没有收到答复时，请用显示的编号和相同内容再做一次：相同编号就是同一家商店，连接码会重新生成。
cli-shop-import = 从 CSV 文件导入商店（UTF-8 或 CP932；按标题识别列）。每个修正的单元格和每个无法导入的行都会报告；再次导入同一名单会更改相同的商店。
cli-shop-import-file = 文件。
cli-shop-import-list = 名单的名称，用来识别其中的商店，例如 omura-2026。
cli-shop-import-dry-run = 只报告，不做更改。
cli-shop-poster = 写出商店二维码的海报：一个 SVG 文件和一张可打开打印的 A4 页面。
cli-shop-pair = 为商店的另一部手机写出一次性连接码（SVG），并显示其文字。
cli-shop-phones = 列出商店的手机：编号、连接时间、停用时间。
cli-shop-revoke = 立即停用商店丢失的手机，无法恢复。该商店尚未使用的连接码也会失效。其他手机照常使用，新手机用 `shop pair` 连接。
cli-shop-revoke-phone = 手机编号，见 `shop phones`。
cli-shop-close = 让商店停业：不再收款，但仍可退款和接收汇款。尚未使用的连接码会失效。
cli-shop-open = 让停业的商店重新营业。
cli-shop-settle = 记录已通过银行把收入汇给商店。
cli-shop-settle-amount = 汇款金额（日元）：不超过尚未汇给商店的金额。
cli-shop-settle-id = 汇款编号，不写时在此生成并显示。没有收到答复时，请用显示的编号再做一次：相同编号就是同一笔汇款。

## Staff

cli-staff = 添加职员、发放新的一次性密码、停用账户。
cli-staff-any-name = 职员名（登录用）。
cli-staff-add = 添加职员并显示其一次性密码。七天内有效；首次登录时由本人设定自己的密码。
cli-staff-add-name = 职员名（登录用）：2到32个小写字母、数字、`.`、`-`、`_`。
cli-staff-add-shown = 页面上显示的姓名。
cli-staff-add-role = 职责。
cli-staff-reset = 为忘记密码的职员显示新的一次性密码；已登录的页面会退出。
cli-staff-end = 立即停用账户。
cli-staff-list = 列出所有账户：职员名、职责、显示的姓名。

## Vouchers

cli-voucher = 发行、列出和作废充值券。
cli-voucher-any-batch = 批次编号。
cli-voucher-issue = 制作充值券，并显示二维码的文字，或写出可打印裁剪的页面。仅此一次显示。
cli-voucher-issue-programme = 项目，例如 charge-2026：必须是付款充值的项目。
cli-voucher-issue-amount = 每张的金额（日元）。
cli-voucher-issue-count = 制作张数：1到500。
cli-voucher-issue-last-day = 可使用的最后一天，例如 2027-03-31。
cli-voucher-issue-to = 不显示文字，而是在此文件夹写出一张可打开、打印和裁剪的 A4 页面。
cli-voucher-issue-id = 批次编号，不写时在此生成并显示。没有收到答复时，请用 `voucher list` 查看：相同编号不会生成第二批。
cli-voucher-list = 列出充值券的批次（编号、项目、每张日元、制作数、使用数、作废数）；写 --batch 时列出该批次每张的情况。
cli-voucher-cancel = 作废未使用的充值券；写 --batch 时，作废页面丢失的批次中所有未使用的券。
cli-voucher-cancel-voucher = 充值券的编号，写在券上。
