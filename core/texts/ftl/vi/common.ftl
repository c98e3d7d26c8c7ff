### Words of every screen.

## Terms

-app = Yui

## Every screen

app-name = { -app }
back = Quay lại
stop = Thôi
next = Tiếp tục
close = Đóng
try-again = Thử lại
again-in-minutes = Bạn có thể thử lại sau { $count } phút.
again-in-hours = Bạn có thể thử lại sau khoảng { $count } giờ.
save = Lưu
change = Thay đổi
details = Xem chi tiết
share = Chia sẻ
secret-show = Hiện nội dung đã nhập
secret-hide = Ẩn nội dung đã nhập
camera-refused = Không dùng được máy ảnh. Hãy cho phép ứng dụng này dùng máy ảnh trong phần cài đặt của điện thoại.
open-settings = Mở cài đặt
scan-button = Quét mã
talk-to-staff = Hỏi nhân viên
talk-title = Hỏi nhân viên
talk-body = { $office } sẽ trả lời bạn. Giờ làm việc: { $hours }.
talk-call = Gọi { $telephone }
talk-message = Nhắn tin để hỏi
talk-callback = Nhờ nhân viên gọi lại
talk-code = Khi gọi điện, hãy đọc mã này: { $code }

## Bottom bar

tab-home = Trang chủ
tab-pay = Trả tiền
tab-help = Giúp nhau
tab-children = Nuôi con

## Network

offline-banner = Không có mạng. Bạn vẫn xem được số dư và lịch sử, và dùng được mã trả tiền.
offline-guest = Không có mạng. Chỉ xem được nội dung đã tải trước đó.
offline-since = Nội dung lúc { $time }
online-again = Đã có mạng trở lại
waiting = Vui lòng chờ
today = Hôm nay
yesterday = Hôm qua

## Settings

settings-title = Cài đặt
settings-language = Ngôn ngữ
settings-text-size = Cỡ chữ
settings-easy = Chế độ dễ dùng
settings-sample = Chữ sẽ hiển thị như thế này.
settings-easy-note = Chữ và nút lớn hơn, mỗi màn hình chỉ hỏi một điều.
text-normal = Bình thường
text-large = Lớn
text-larger = Lớn hơn
text-largest = Lớn nhất
settings-theme = Sáng hoặc tối
theme-system = Giống điện thoại
theme-light = Sáng
theme-dark = Tối

## Guest

guest-title = Xem thử trước
guest-body = Bạn chưa đăng ký vẫn xem được cửa hàng và thông báo.
guest-register = Đăng ký
shops-title = Cửa hàng nhận điểm
shops-count = { $count } cửa hàng
shops-empty = Các cửa hàng nhận điểm sẽ hiện ở đây.
shops-search = Tìm theo tên cửa hàng hoặc khu vực
shops-more = Xem thêm

## A list's day, before yesterday

day-title = { $day }
