### A shop's phone.

## Pairing

shop-pair-title = Dùng làm điện thoại cửa hàng
shop-pair-body = Quét mã QR do thành phố cấp. Mã chỉ dùng một lần.
shop-pair-button = Dùng cho cửa hàng này
shop-pair-done = Sẵn sàng cho { $shop }

## Receiving

shop-receive-title = Nhận tiền
shop-receive-amount = Bạn nhận bao nhiêu?
shop-receive-button = Hiện QR { $amount }
shop-receive-wait = Đang chờ khách trả
shop-receive-until = Có thể trả đến { $time }
shop-scan = Quét mã của khách
shop-scan-button = Nhận { $amount }
shop-received = Đã nhận { $amount }
shop-received-receipt = Số biên nhận: { $receipt }
shop-cancel = Hủy đơn này
shop-cancelled = Đã hủy. Không có khoản tiền nào được trừ.
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
refund-amount = Hoàn bao nhiêu? (đến { $amount })
refund-expired-warning = { $amount } đã hết hạn nên khách không dùng được.
refund-button = Hoàn { $amount }
refund-done = Đã hoàn { $amount }
