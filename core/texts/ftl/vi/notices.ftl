### Notices and mails.

## Notices: nothing personal, they may be seen on a locked screen

notices-title = Thông báo
notices-empty = Thông báo về điểm nhận được và hạn dùng sẽ hiện ở đây.
notices-wanted-title = Khi nào điện thoại báo cho bạn
notices-wanted-note = Thông báo không hiện tên hay số tiền.
notices-money = Khi điểm thay đổi
notices-money-note = Điểm nhận được, hoàn tiền, trả bằng mã
notices-deadlines = Khi sắp đến hạn
notices-deadlines-note = Hạn của điểm và của chứng thư trên thẻ
notices-safety = Khi đăng ký thay đổi
notices-safety-note = Thêm hoặc gỡ điện thoại, kiểm tra đăng ký
notices-denied = Thông báo đang tắt trong cài đặt của điện thoại. Hãy bật lên ở đó.
notice-news = Có thông báo mới
notice-paid = Đã ghi nhận một lần trả tiền
notice-refunded = Bạn được hoàn tiền
notice-received = Điểm đã đến
notice-expires = Có điểm sắp hết hạn
notice-new-phone = Một điện thoại mới đã được thêm. Nếu bạn không làm việc này, hãy hỏi nhân viên.
notice-phone-removed = Một điện thoại đã được gỡ bỏ
notice-registered = Đăng ký của bạn đã được kiểm tra
notice-card-ends = Chứng thư điện tử trên thẻ sắp hết hạn
notice-disaster = Có thông tin sơ tán cho { $area }.
notice-open = Xem thông báo

## The mail with a visitor's registration code

mail-code = Mã đăng ký: { $code }
mail-code-minutes = Hãy nhập mã vào ứng dụng trong vòng { $count } phút.
mail-code-not-you = Nếu bạn không yêu cầu, hãy xóa thư này.

## The mail to whoever runs the server: no row, for who reads it on its way is not known

mail-ledger-altered = Sổ cái của { $town } sai ở { $count } chỗ.
mail-ledger-altered-do = Việc trả tiền vẫn tiếp tục. Hãy chạy `yui-server verify-ledger` ngay: lệnh này cho biết sai gì và ở đâu. Đừng khởi động lại máy chủ trước khi xem.
mail-ledger-unread = Không kiểm tra được sổ cái của { $town }.
mail-ledger-unread-do = Lý do có trong nhật ký của máy chủ. Cứ mười phút sẽ thử lại; đêm nay không gửi thêm thư.
