### What a command of the operator says: when it is done, why it was not, and what became of the rows of a list.

## Done: shops

chore-shop-id = 商店编号：{ $shop }
chore-shop-added = 已添加商店：{ $shop }
chore-shop-open = 营业中
chore-shop-closed = 停业
chore-shop-is-open = { $shop } { $name } 正在营业。
chore-shop-is-closed = { $shop } { $name } 已停业。
chore-pairing-code = 商店手机的连接码（仅一次，7天内）： { $code }
chore-pairing-picture = 连接码的图片：{ $file }
chore-phone-revoked = 已停用商店 { $shop } 的手机 { $code }。
chore-poster = { $name }：已写出 { $file } 和 { $page }。请打开页面并用 A4 打印。
chore-pay-out = 汇款编号：{ $code }
chore-settled = 已记录：已汇给商店 { $shop } { $amount }，存根号码 { $receipt }。
chore-imported = 已添加{ $added }家商店，更新{ $changed }家。
chore-import-dry = 没有做任何更改（--dry-run）。

## Done: staff, ledger and vouchers

chore-password = 一次性密码（仅显示一次，7天内有效）： { $code }
chore-staff-ended = 账户已停用。
chore-ledger-sound = 账簿完整无误：{ $rows }行，末行指纹 { $code }。
chore-feed-rebuilt = 变更列表（.feed）与账簿不符，正在重新生成。
chore-feed-differs = 变更列表（.feed）与账簿不符。请在服务器运行时再核对一次，届时会重新生成。
chore-feed-unknown = 现在无法核对变更列表（.feed）。请再核对一次。
chore-ledger-altered = 账簿被改动：{ $words }。
chore-audit-sound = 由与写入程序无关的另一程序，仅凭记录重新计算：{ $rows }行，没有不符之处。
chore-audit-findings = 仅凭记录重新计算，有{ $count }处不符：
chore-audit-unread = 无法仅凭记录重新计算。
chore-replay-sound = 从第一行重新核算，没有不符之处。
chore-outstanding = 各发行者的未使用余额：
chore-outstanding-issuer = { $name }：未使用 { $amount }
chore-outstanding-former = 当前设置中没有的项目：未使用 { $amount }
chore-outstanding-book = { $name }（{ $kind }）：发行 { $issued }，使用 { $redeemed }，过期 { $expired }，退款 { $back }，放弃 { $given }，未使用 { $amount }
chore-batch = 批次编号：{ $code }
chore-sheet = 已写出 { $file }。请打开页面、用 A4 打印并删除文件：其中含有代码。
chore-vouchers-withdrawn = { $count }张充值券已作废。
chore-voucher-usable = 可使用
chore-voucher-used = 已使用
chore-voucher-cancelled = 已作废
chore-voucher-expired = 已过期

## Done: the data and the server

chore-migrated = { $town }的数据已是最新。
chore-copied = 已写出 { $file }。
chore-copy-key = 请将 { $file } 保存在另一个安全的地方：副本中没有它，没有它副本就毫无用处。
chore-restored = 已恢复。放好密钥后，请运行 `yui-server verify-ledger`。制作此副本之后停用的居民和商店手机、停用的职员账户、更换前的密码又可使用；之后已使用的充值券也可再次使用。请再次停用：`shop revoke`、`staff end`、`staff reset`、`voucher cancel`；居民的手机在职员页面中该居民处停用。
chore-restored-key = 现在请把密钥放回 { $file }：它与此副本分开保存，没有它服务器无法启动。
chore-restored-but = 启动服务器之前：{ $words }。
chore-serve-figures = { $town }：数据见 { $address }
chore-serve-figures-here = { $town }：数据仅限本机：端口 { $words } 的 /metrics
chore-serve-ready = { $town }：{ $millis }毫秒后就绪，监听 { $address }，地址为 { $origin }
chore-serve-stands-by = { $town }：{ $millis }毫秒后进入待命，监听 { $address }，地址为 { $origin }。目前由另一台服务器应答；它停止后由本服务器接替。
chore-serve-stopped = { $town }：已停止。

## Not done

refusal-code = { $words }（{ $code }）
refusal-at = { $file }：{ $words }
refusal-nothing-done = { $words }。没有执行任何操作
refusal-nothing-taken = { $words }。没有导入任何内容
refusal-nothing-back = { $words }。没有恢复任何内容
refusal-half-back = { $words }。本市数据已经恢复：再次执行前请清空其位置
refusal-town-store = 本市数据：{ $words }
refusal-realm-store = 身份数据：{ $words }
refusal-in-use = 另一个程序正在写入此数据且没有应答，是否正在启动或停止？
refusal-staff-taken = 职员名 { $name } 已被使用（包括已停用的账户）；请换一个
refusal-lost = 没有收到服务器的答复，再次执行前请先核对是否已完成
refusal-other-answer = 服务器给出了意外的答复
refusal-outcome = 无法写出结果：{ $words }
refusal-random = 本机无法提供随机数
refusal-copy-of-files = 此副本是 SQLite 文件，请不写 --database 进行恢复，或用 `backup --lines` 重新制作副本
refusal-origin-missing = 缺少 --origin：手机通过哪个地址访问监听 { $address } 的服务器？例如 `--origin https://yui.city.example`，前面放置处理 TLS 的代理
refusal-origin-form = --origin 必须是 `https://主机名` 的形式，不带路径
refusal-not-secured = { $flag } 必须以 https:// 开头（http:// 仅限本机）
refusal-key-missing = 缺少平台运营商的密钥
refusal-clock = { $words }。请校准本机时钟；如果现在的时间正确，请运行一次 `yui-server serve --accept-time-jump`
refusal-ledger = { $words }。不会在这样的记录上继续：请用 `yui-server verify-ledger` 查看问题，并用 `yui-server restore` 恢复此前的副本
refusal-ended = 服务器自行停止：{ $words }
refusal-other-leads = 另一台服务器正在负责本市数据，本服务器已放弃身份数据
refusal-technical = 在此无法运行：{ $words }
refusal-settings = 设置无法使用：{ $words }

## What was typed

misuse-value = { $flag } 不能是“{ $value }”
misuse-value-why = { $flag } 不能是“{ $value }”：{ $words }
misuse-value-missing = { $flag } 缺少内容
misuse-choices = 可选：{ $words }
misuse-unknown = 没有 { $flag } 这个选项
misuse-command = 没有 { $name } 这个命令
misuse-command-missing = 缺少命令，可用：{ $words }
misuse-meant = 是否为 { $words }？
misuse-missing = 还缺：{ $words }
misuse-conflict = { $flag } 与 { $words } 不能同时使用
misuse-twice = { $flag } 只能写一次
misuse-other = 无法理解
misuse-more = 详情请看 --help。
typed-shop = 商店编号是由数字 0-9 和字母 A-F 组成的16个字符，见 `shop list`
typed-phone = 手机编号是由数字 0-9 和字母 A-F 组成的12个字符，见 `shop phones`
typed-id = 编号是命令所显示的 UUID（版本 7）
typed-count = 每批为1到{ $count }张
typed-yen = 金额为1到{ $count }日元
typed-day = 日期写作 2027-03-31
typed-time = 时刻写作 03:30
typed-mail-address = 邮箱地址写作 name@town.example
typed-programme = 项目用 a-z、0-9 和 - 书写，例如 charge-2026
typed-listen = 监听地址写作 127.0.0.1:8080
typed-proxy = 地址写作 192.0.2.1
typed-shop-name = 店名：1到80个字符，不能有看不见的字符
typed-shop-kana = 假名：最多80个字符，不能有看不见的字符
typed-shop-area = 地区：最多40个字符，不能有看不见的字符
typed-shop-address = 地址：最多160个字符，不能有看不见的字符
typed-shop-postal-code = 邮政编码：七位数字
typed-shop-telephone = 电话：最多20个数字、空格和 -+()
typed-shop-latitude = 纬度：-90到90度
typed-shop-longitude = 经度：-180到180度
typed-shop-class = 没有类别“{ $name }”。本市的类别：{ $words }
typed-staff-name = 职员名：2到32个 a-z、0-9、`.`、`-`、`_`
typed-staff-shown = 显示的姓名：1到40个字符，不能有看不见的字符

## Stores and files

store-foreign = 这不是本程序的数据，没有改动其中内容
store-absent = 这里没有数据；没有创建任何内容
store-other-version = 数据由其他版本的程序制作：{ $words }
store-in-use = 另一个程序正在写入此数据
store-full = 存放数据的空间已满
store-unavailable = 无法连接数据库
store-no-database = PostgreSQL 中没有这个数据库；请用 createdb 创建，或改正 --database
store-clock = 时钟显示 { $shown }，而应约为 { $expected }
store-not-empty = 目标不是空的：已有 { $words }
store-line = 无法读取副本的第{ $row }行：{ $words }
store-fault = 数据有异常：{ $words }
store-apart-other = 本市数据与身份数据不属于同一套。是否有磁盘未挂载，或恢复未完成？服务器没有启动
store-apart-realm = 本市数据已在使用，而身份数据是新的。是否有磁盘未挂载，或恢复未完成？服务器没有启动
store-apart-town = 身份数据已在使用，而本市数据是新的。是否有磁盘未挂载，或恢复未完成？服务器没有启动
store-key-missing = 缺少 { $file }，身份数据只能用它读取。请放回属于此数据的密钥：它与备份分开保存，使用同一数据库的所有服务器都需要同一密钥。没有生成新密钥
store-key-other = 密钥不是写入此数据时所用的密钥。请放上正确的 realm.key：它与备份分开保存，使用同一数据库的所有服务器都需要同一密钥。没有做任何更改
store-key-length = 这不是密钥文件（密钥为32字节）
store-key-open = 本机的其他用户可以读取 { $file }。请对此文件运行 `chmod 600`，然后重新启动
file-missing = 没有这个文件或文件夹
file-denied = 没有权限
file-exists = 已经存在
file-full = 磁盘已满
file-no-folder = 路径中有一部分不是文件夹
file-folder = 这是一个文件夹
file-not-text = 不是 UTF-8 文本
file-address-in-use = 此地址已被另一个程序占用
file-address-unknown = 本机没有这个地址
file-fault = 无法读写（{ $code }）

## A list that is imported

import-read-as = 按 { $name } 读取。列：
import-mark = UTF-8（带 BOM）
import-column-number = 编号
import-column-name = 店名
import-column-kana = 店名的假名
import-column-kind = 行业
import-column-area = 地区
import-column-postal-code = 邮政编码
import-column-address = 地址
import-column-telephone = 电话号码
import-column-latitude = 纬度
import-column-longitude = 经度
import-repaired = 第{ $row }行：{ $words }：“{ $before }”→“{ $after }”
import-doubtful = 第{ $row }行：请核对：{ $words }：“{ $before }”
import-rejected = 第{ $row }行：未导入：{ $words }
import-sum = 共{ $rows }行：导入{ $taken }行，未导入{ $rejected }行；修正{ $repaired }处，请核对{ $doubtful }处。
import-kind-blanks = 去除了多余的空格
import-kind-unseen = 去除了看不见的字符
import-kind-width = 统一了全角或半角字符
import-kind-voice-mark = 浊音符号已并入其假名
import-kind-telephone-form = 统一了电话号码的写法
import-kind-telephone-without-area-code = 电话号码没有区号，按原样导入
import-kind-telephone-unreadable = 不是电话号码，已留空
import-kind-postal-code-form = 统一了邮政编码的写法
import-kind-postal-code-unreadable = 不是邮政编码，已留空
import-kind-place-swapped = 纬度和经度颠倒，已交换
import-kind-place-unreadable = 不是日本的位置，已留空
import-kind-class-unknown = 本市没有与此行业对应的类别
import-kind-quotes = 多余的引号，按字符导入
import-reason-empty = 此行为空
import-reason-open-quote = 引号没有闭合
import-reason-cells = 此行有{ $count }个单元格，标题有{ $width }个
import-reason-no-name = 缺少店名
import-reason-twice = 相同的编号或商店已在第{ $row }行
import-reason-long = { $name }有{ $count }个字符，最多只能存{ $most }个
import-foreign = 此文件的编码是 { $name }，请另存为 UTF-8 的 CSV
import-no-encoding = 此文件的编码既不是 UTF-8 也不是 CP932，请另存为 UTF-8 的 CSV
import-damaged = 第{ $row }行第{ $count }字节：文件其余部分是 UTF-8，但此处不是。请修正，或重新保存名单
import-undecodable = 第{ $row }行第{ $count }字节：不是 CP932 的字符，文件也不是 UTF-8。请另存为 UTF-8 的 CSV
import-no-text = 第{ $row }行第{ $count }字节：有值为 0 的字节，这不是 UTF-8 或 CP932 的 CSV 文件
import-no-names = 没有店名列，标题为：{ $words }
import-no-rows = 文件中没有行
import-too-long = 名单最多 { $count } MB，此文件更长
