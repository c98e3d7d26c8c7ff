### A shop's phone.

## Pairing

shop-pair-title = Dùng làm điện thoại của cửa hàng
shop-pair-body = Hãy quét mã QR do nhân viên đưa. Mã chỉ dùng được một lần.
shop-pair-button = Dùng cho cửa hàng này
shop-pair-done = Sẵn sàng cho { $shop }

## Receiving

shop-receive-title = Nhận tiền
shop-receive-amount = Bạn muốn nhận bao nhiêu?
shop-receive-button = Hiện mã QR { $amount }
shop-receive-wait = Đang chờ khách trả
shop-receive-until = Khách có thể trả đến { $time }
shop-scan = Quét mã trả tiền của khách
shop-scan-button = Nhận { $amount }
shop-received = Đã nhận { $amount }
shop-received-receipt = Số biên nhận: { $receipt }
shop-cancel = Hủy đơn hàng này
shop-cancelled = Đã hủy. Chưa có tiền nào được chuyển.
till-open = Đang chờ
till-paid = Đã trả
till-cancelled = Đã hủy
till-expired = Hết giờ

## Today

shop-today = Đã nhận hôm nay
shop-today-total = Tổng { $amount } ({ $count } lần)
shop-today-empty = Các khoản nhận được sẽ hiện ở đây.
shop-unsettled = Chưa chuyển khoản: { $amount }

## Refund

refund-title = Hoàn tiền
refund-amount = Bạn muốn hoàn bao nhiêu? (tối đa { $amount })
refund-expired-warning = Trong đó { $amount } đã hết hạn nên khách không dùng được.
refund-button = Hoàn { $amount }
refund-done = Đã hoàn { $amount }
