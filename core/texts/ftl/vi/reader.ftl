### What a clerk is told at a card reader: what lies on it, what goes wrong, and what was read.

## The reader

reader-lay-card = Hãy đặt thẻ My Number lên đầu đọc.
reader-state-nothing = không có thẻ
reader-state-card = có thẻ
reader-state-in-use = thẻ đang được chương trình khác dùng
reader-state-mute = thẻ không trả lời

## What goes wrong

reader-refusal = { $name }. { $words }
reader-no-service = dịch vụ thẻ thông minh của máy này (trên Linux: pcscd) không chạy; hãy hỏi người phụ trách máy
reader-none = chưa nối đầu đọc thẻ nào; hãy nối rồi làm lại
reader-unknown = không có đầu đọc nào tên “{ $name }”; hiện có: { $words }
reader-several = chưa rõ là đầu đọc nào; hãy chọn bằng --reader: { $words }
reader-no-card = không có thẻ trên đầu đọc; hãy đặt thẻ lên rồi làm lại
reader-card-in-use = chương trình khác đang dùng thẻ; hãy đóng chương trình đó rồi làm lại
reader-mute = thẻ không trả lời; hãy đặt thẻ theo chiều khác
reader-card-removed = thẻ đã rời ra trước khi xong; hãy đặt thẻ lên rồi làm lại
reader-gone = đầu đọc thẻ đã bị tháo; hãy nối lại rồi làm lại
reader-fault = đầu đọc thẻ không hoạt động; hãy nối lại hoặc hỏi người phụ trách máy: { $words }
reader-certificate-absent = thẻ này không có mã PIN hoặc chứng thư cần thiết; quầy của thành phố cho biết lý do
reader-typed-challenge = dữ liệu cần ký dài { $words } đến { $count } byte, viết dạng hex
reader-challenge-length = dữ liệu cần ký dài { $words } đến { $count } byte

## The PIN

reader-ask-text = Mã PIN 4 chữ số để đọc họ tên và địa chỉ:
reader-ask-authentication = Mã PIN 4 chữ số của khóa xác thực:
reader-last-try-sure = Để nhập, gõ 1 rồi Enter; chỉ Enter là dừng.
reader-last-try-flag = đây là lần thử cuối: nhập sai thì mã bị khóa và chỉ quầy của thành phố mở được. Nếu chủ thẻ muốn dùng, hãy làm lại với --last-try.

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
