### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = Hãy đặt thẻ My Number lên đầu đọc.
reader-state-nothing = không có thẻ
reader-state-card = có thẻ
reader-state-in-use = thẻ đang được chương trình khác dùng
reader-state-mute = thẻ không trả lời

## What goes wrong

reader-no-service = dịch vụ thẻ thông minh của máy này không chạy; hãy khởi động dịch vụ (trên Linux: pcscd) rồi làm lại
reader-none = chưa nối đầu đọc thẻ nào
reader-unknown = không có đầu đọc nào tên “{ $name }”; hiện có: { $words }
reader-several = chưa rõ là đầu đọc nào; hãy chọn bằng --reader: { $words }
reader-no-card = không có thẻ trên đầu đọc
reader-card-in-use = chương trình khác đang dùng thẻ; hãy đóng chương trình đó rồi làm lại
reader-mute = thẻ không trả lời; hãy đặt thẻ theo chiều khác
reader-card-removed = thẻ đã rời ra trước khi xong; hãy đặt thẻ lên rồi làm lại
reader-gone = đầu đọc thẻ đã bị tháo; hãy nối lại rồi làm lại
reader-fault = đầu đọc thẻ không hoạt động: { $words }
reader-certificate-absent = thẻ này không có mã PIN hoặc chứng thư cần thiết
reader-typed-challenge = dữ liệu cần ký dài { $words } đến { $count } byte, viết dạng hex
reader-challenge-length = dữ liệu cần ký dài { $words } đến { $count } byte

## The PIN

reader-ask-text = Mã PIN 4 chữ số để đọc họ tên và địa chỉ:
reader-ask-authentication = Mã PIN 4 chữ số của khóa xác thực:
reader-last-try-sure = Để nhập, gõ 1 rồi Enter; chỉ Enter là dừng.
reader-last-try-flag = { $words } Khi chủ thẻ đồng ý, hãy làm lại với --last-try.

## What a card says

reader-line = { $name }: { $words }
reader-pin-signature = Mật khẩu chữ ký
reader-pin-authentication = Mã PIN của khóa xác thực
reader-pin-text = Mã PIN để đọc họ tên và địa chỉ
reader-tries-blocked = đã bị khóa; tòa thị chính mở khóa được
reader-tries-none = thẻ này không có
reader-name = Họ tên
reader-address = Địa chỉ
reader-birth-date = Ngày sinh
reader-sex = Giới tính
reader-sex-male = nam
reader-sex-female = nữ
reader-sex-not-stated = không ghi
reader-signature = Chữ ký (RSA-2048, PKCS #1 v1.5, SHA-256)
reader-signed = Nội dung đã ký (“yui/challenge/v1” rồi đến dữ liệu)
reader-certificate = Chứng thư xác thực (DER)
