### The printed poster of a shop's QR code.

## The poster of a shop's QR

poster-title = Trả bằng điểm tại đây
poster-step-scan = Bấm “Trả tiền” và quét mã
poster-step-amount = Nhập số tiền
poster-step-confirm = Trả xong, cho cửa hàng xem màn hình
poster-one-point = 1 điểm = 1 yên
poster-offline = Không có mạng? Hãy cho xem “Mã trả tiền”
poster-contact = Cần giúp đỡ: { $telephone }
poster-print = In áp phích
