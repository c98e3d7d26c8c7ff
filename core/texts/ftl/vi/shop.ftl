### A shop's phone.

## Pairing

shop-pair-title = Dùng làm điện thoại của cửa hàng
shop-pair-body = Hãy quét mã QR do nhân viên đưa. Mã chỉ dùng được một lần.
shop-pair-means = Điện thoại này sẽ nhận được tiền của cửa hàng.
shop-pair-button = Dùng cho cửa hàng này
shop-pair-done = Sẵn sàng cho { $shop }
shop-unpair-title = Ngừng dùng cho cửa hàng này?
shop-unpair-body = Điện thoại này sẽ không nhận hay hoàn tiền được nữa. Số tiền đã nhận vẫn giữ nguyên. Muốn dùng lại, hãy lấy mã QR mới từ nhân viên.
shop-unpair-button = Ngừng dùng cho cửa hàng

## Receiving

shop-receive-amount = Bạn muốn nhận bao nhiêu?
shop-receive-button = Hiện mã QR { $amount }
shop-receive-wait = Đang chờ khách trả
shop-receive-until = Khách có thể trả đến { $time }
shop-scan = Quét mã trả tiền
shop-scan-button = Nhận { $amount }
shop-scan-foreign = Đây không phải mã trả tiền của khách
shop-scan-foreign-body = Chưa có tiền nào được chuyển. Hãy nhờ khách mở mã trả tiền.
shop-received = Đã nhận { $amount }
shop-received-receipt = Số biên nhận: { $receipt }
shop-checking = Đang kiểm tra. Hãy đợi đến khi hiện “Đã nhận”.
shop-next-button = Nhận khoản tiếp theo
shop-cancel = Hủy đơn hàng này
shop-cancelled = Đã hủy. Chưa có tiền nào được chuyển.
shop-cancel-waiting = Đơn hàng sẽ được hủy khi có mạng trở lại. Trước lúc đó, khách vẫn có thể trả.
shop-expired = Mã QR này không còn trả tiền được nữa.
till-open = Đang chờ
till-paid = Đã trả
till-cancelled = Đã hủy
till-expired = Hết giờ

## Today

shop-today = Đã nhận hôm nay
shop-today-total = Tổng { $amount } ({ $count } lần)
shop-today-empty = Các khoản nhận được sẽ hiện ở đây.
shop-line = { $time } { $kind }
shop-unsettled = Chưa chuyển khoản: { $amount }

## Refund

refund-title = Hoàn tiền
refund-amount = Bạn muốn hoàn bao nhiêu? (tối đa { $amount })
refund-expired-warning = Trong đó { $amount } đã hết hạn nên khách không dùng được.
refund-button = Hoàn { $amount }
refund-done = Đã hoàn { $amount }
