### What stands beside the phone that scripts/preview shows on a desk.

## Its panel

preview-title = Dùng thử { -app } trên máy tính
preview-made-up = Người, thẻ và tiền đều là hư cấu.
preview-card-heading = Thẻ My Number
preview-card-hold = Áp thẻ vào điện thoại
preview-card-held = Đang đọc thẻ
preview-card-password = Mật khẩu chữ ký: { $password }
preview-card-pin = Mã 4 chữ số: { $pin }
preview-card-enter = Khi điện thoại hỏi, bấm để điền vào.
preview-charge = Nạp { $amount } tại quầy
preview-charge-first = Có thể nạp sau khi đăng ký.
preview-code-heading = Mã QR
preview-code-scan = Quét mã của { $shop }
preview-code-paste = Dán ảnh hoặc chữ
preview-code-drop = Thả ảnh mã QR vào bất cứ đâu trong cửa sổ này.
preview-code-none = Không tìm thấy mã QR. Hãy thử ảnh khác.
preview-paste-none = Bộ nhớ tạm không có ảnh mã QR hay chữ.
preview-network-heading = Mạng
preview-network-cut = Ngắt mạng
preview-network-join = Nối mạng
preview-called = Đang gọi
preview-shared = Đã chép vào bộ nhớ tạm
preview-saved = Đã lưu thành tệp
preview-notified = Hiện thông báo
preview-spoken = Đọc thành tiếng
preview-settings = Mở phần cài đặt của điện thoại
preview-shines = Màn hình đang sáng nhất

## In the terminal that it was started from

preview-opened = Cửa sổ đã mở. Dữ liệu nằm trong { $folder }. Đóng cửa sổ là kết thúc.
