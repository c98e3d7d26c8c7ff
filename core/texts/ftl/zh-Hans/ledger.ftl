### The page of the ledger's health.

ledger-title = 账簿状态
ledger-sound = 账簿完整无误（{ $count }行）
ledger-broken = 账簿有{ $count }处不符（第一处：{ $words }），请立即联系管理员。
ledger-head = 最后一行：{ $row }（{ $moment }）
ledger-unsettled = 尚未汇给商店的金额：{ $amount }
ledger-hash = 账簿指纹
ledger-writing = 写入正常
ledger-standby = 另一台机器正在写入
ledger-clock = 时钟被改动，写入已暂停，请立即联系管理员。
ledger-stopped = 写入已停止，请立即联系管理员。
ledger-queue = 等待写入：{ $count }
ledger-programmes = 各项目积分
ledger-issued = 发行总额
ledger-unused = 尚未使用
ledger-on-vouchers = 尚未使用的充值券
ledger-check-button = 从头核对
ledger-checking = 正在核对，请稍后重新打开。
ledger-never-checked = 尚未核对。
ledger-checked-at = 核对时间：{ $moment }
ledger-wrong = 无法核对账簿，请立即联系管理员。
