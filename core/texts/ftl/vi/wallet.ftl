### Home, paying, codes, history, points.

## Home

home-greeting = Xin chào { $name }
home-balance = Số dư
balance-value = { $amount } (1 điểm = 1 yên)
balance-points = { $amount }
balance-rate = 1 điểm = 1 yên
balance-hide = Ẩn số dư
balance-show = Hiện số dư
home-offline-part = Khi không có mạng, mỗi lần trả được tối đa { $amount }
home-expires-soon = { $amount } dùng được đến { $day }
home-pay = Trả tiền
home-receive = Nhận
tiles-arrange = Đổi thứ tự
tiles-arranged = Đổi xong
tile-up = Chuyển { $tile } lên
tile-down = Chuyển { $tile } xuống
home-empty = Bạn chưa có điểm. Bạn có thể nạp tiền tại quầy tòa thị chính.

## Pay

pay-scan = Quét mã QR của cửa hàng
pay-torch = Bật đèn
pay-paste = Dán mã hoặc chọn ảnh
pay-amount = Bạn muốn trả bao nhiêu?
pay-amount-for = Số tiền trả cho { $shop }
pay-erase = Xóa chữ số cuối
pay-confirm-title = Trả tiền theo nội dung này?
pay-button = Trả { $amount }
pay-again-button = Bấm lần nữa để trả
pay-hold-button = Giữ nút để trả
pay-sending = Đang gửi khoản thanh toán. Xin đừng đóng màn hình này.
pay-lots = Dùng { $amount }, dùng trước điểm có hạn đến { $day }
pay-lot-line = { $kind } { $amount } (đến { $day })
pay-balance-after = Số dư sau khi trả: { $amount }
pay-pending = Đang kiểm tra. Xin đừng trả lần nữa.
pay-till-reference = Mã đơn hàng: { $reference }

## Paid

paid-title = Đã trả
paid-amount = Bạn đã trả { $amount } cho { $shop }
paid-at = { $moment }
paid-show = Cho cửa hàng xem
paid-ended = Hoa văn chuyển động đã kết thúc. Hãy cho cửa hàng xem biên nhận.
paid-done = Về trang chủ

## Code

code-title = Mã trả tiền
code-offer = Không có mạng vẫn dùng được, mỗi lần tối đa { $amount }
code-make = Hiện mã trả tiền
code-until = Dùng được đến { $time }, tối đa { $amount }
code-open = Mã trả tiền có thể được dùng tối đa { $amount } cho đến { $time }
code-seconds = Còn { $count } giây
code-unused = Mã trả tiền đã không được dùng. Số dư không đổi.
code-show = Hãy cho cửa hàng xem mã này. Cửa hàng sẽ nhập số tiền.

## History and receipts

history-title = Lịch sử
history-empty = Các lần trả và nhận điểm sẽ hiện ở đây.
history-search = Tìm theo cửa hàng hoặc số tiền
history-not-found = Không tìm thấy. Hãy thử từ khác.
history-more = Xem mục cũ hơn
history-share = Chia sẻ danh sách dưới dạng tệp
history-share-title = Bạn muốn chia sẻ tháng nào?
history-share-note = Tệp này (CSV) mở được bằng ứng dụng bảng tính. Trong đó có tên cửa hàng và số tiền, hãy cẩn thận khi đưa cho người khác.
history-share-all = Tất cả các tháng
history-amount = { $amount }
history-amount-unknown = Đang kiểm tra số tiền
kind-charge = Nạp tiền
kind-grant = Điểm được tặng
kind-payment = Trả tiền
kind-refund = Hoàn tiền
kind-expiry = Hết hạn
kind-hold = Điểm giữ lại
kind-capture = Trả từ điểm giữ lại
kind-release = Hoàn điểm giữ lại
kind-settlement = Chuyển tiền cho cửa hàng
kind-closure = Tất toán khi ngừng dùng
state-pending = Đang kiểm tra
state-refused = Không thành công
state-done = Xong
state-paid = Đã trả
state-partly-refunded = Hoàn một phần
state-refunded = Đã hoàn tiền
receipt-title = Biên nhận
receipt-number = Số biên nhận: { $receipt }
receipt-in-book = Đã ghi vào sổ của thành phố ✓
receipt-refunded = Đã hoàn { $amount }
receipt-refund-expired = { $amount } trong số tiền hoàn đã hết hạn nên không dùng được.

## Lots

lots-title = Chi tiết điểm
lot-charged = Điểm nạp
lot-granted = Điểm được tặng
lot-coupon = Phiếu mua hàng
lot-reward = Điểm giúp đỡ
lot-until = Dùng được đến { $day }
lot-soon = Sắp hết hạn
lot-last-day-label = Hạn dùng
lot-everywhere = Dùng được ở mọi cửa hàng
lot-some-shops = Dùng được ở: { $classes }

## Charge and vouchers

charge-title = Nạp tiền
charge-body = Nạp bằng tiền mặt tại quầy tòa thị chính, hoặc quét mã QR trên phiếu nạp.
charge-where = Tại: { $office }. Giờ làm việc: { $hours }
charge-done = Đã nạp { $amount }
grant-arrived = { $programme }: bạn đã nhận { $amount }
voucher-title = Dùng phiếu nạp
voucher-confirm = Phiếu nạp trị giá { $amount }, dùng được đến { $day }.
voucher-ask = Nạp tiền bằng phiếu này? Phiếu chỉ dùng được một lần.
voucher-button = Nạp tiền

## Limits and step-up

limits-title = Hạn mức
limit-payment = Mỗi lần trả: tối đa { $amount }
limit-day = Mỗi ngày: tối đa { $amount }
limit-balance = Số dư: tối đa { $amount }
limit-offline = Khi không có mạng: mỗi lần tối đa { $amount }
limit-left-today = Hôm nay bạn còn trả được { $amount }
limits-guest = Sau khi đăng ký, bạn dùng được đến các mức này.
limits-proof-title = Xác nhận là chính bạn
limits-raise-title = Để dùng được nhiều hơn
limits-raise-card = Đăng ký bằng thẻ My Number để có hạn mức cao hơn.
limits-raise-password = Đăng ký lại bằng mật khẩu ký tên để có hạn mức cao hơn.
limits-raise-lock = Điện thoại này chưa có khóa màn hình. Hãy đặt khóa trong phần cài đặt của điện thoại rồi đăng ký lại. Khi đó bạn trả được từ { $amount } trở lên.
limits-highest = Không có hạn mức nào cao hơn.
step-up-user = Khi trả từ { $amount } trở lên, hãy xác nhận bằng khuôn mặt, vân tay hoặc khóa màn hình.
step-up-card = Khi trả từ { $amount } trở lên, hãy áp cả thẻ My Number vào điện thoại.
step-up-card-button = Áp thẻ và trả
step-up-window = Tính theo tổng số tiền đã trả trong { $count } giờ gần đây.

## Programme information

programme-title = Về loại điểm này
programme-issuer = Đơn vị phát hành
programme-registration = Số đăng ký
programme-limit = Mức tối đa được nhận
programme-validity = Hạn dùng
programme-validity-months = Dùng được { $count } tháng kể từ ngày nhận
programme-validity-until = Dùng được đến { $day }
programme-where = Nơi sử dụng
programme-contact = Liên hệ
programme-misuse = Bồi thường khi bị người khác dùng trái phép
programme-no-pay-back = Số dư đã nạp về nguyên tắc không được trả lại. Một số trường hợp như chuyển nhà thì có thể được trả lại.
