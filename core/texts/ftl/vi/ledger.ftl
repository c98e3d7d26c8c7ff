### The page of the ledger's health.

ledger-title = Tình trạng sổ cái
ledger-sound = Sổ cái nguyên vẹn ({ $count } dòng)
ledger-broken = Sổ cái có { $count } chỗ không khớp (chỗ đầu: { $words }). Hãy gọi quản trị viên ngay.
ledger-head = Dòng cuối: { $row } ({ $moment })
ledger-unsettled = Chưa chuyển cho cửa hàng: { $amount }
ledger-hash = Dấu của sổ
ledger-writing = Đang ghi bình thường
ledger-standby = Máy khác đang ghi
ledger-clock = Đồng hồ đã bị đổi nên tạm ngừng ghi. Hãy gọi quản trị viên ngay.
ledger-stopped = Đã ngừng ghi. Hãy gọi quản trị viên ngay.
ledger-queue = Đang chờ ghi: { $count }
ledger-programmes = Điểm theo chương trình
ledger-issued = Đã phát hành
ledger-unused = Chưa dùng
ledger-on-vouchers = Trên phiếu nạp chưa dùng
ledger-check-button = Kiểm tra từ đầu
ledger-checking = Đang kiểm tra. Hãy mở lại sau ít phút.
ledger-never-checked = Chưa kiểm tra.
ledger-checked-at = Đã kiểm tra: { $moment }
ledger-wrong = Không kiểm tra được sổ cái. Hãy gọi quản trị viên ngay.
