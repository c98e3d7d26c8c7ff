### The help of `yui-terminal`, by the names of its commands and flags, as `cli.ftl` is that of the server. The tests of
### `terminal/src/cli` hold it against the commands there are.

## What holds for every command

terminal-frame-note = Mã PIN được nhập trên máy này và không hiện ra, hoặc đưa vào bằng một dòng của đầu vào chuẩn; không bao giờ ghi trong lệnh. Mã PIN chỉ được gửi đến thẻ.
terminal-frame-exit = Mã kết thúc: 0 đã xong; 1 chưa làm được, lý do ở dòng cuối; 2 không hiểu lệnh; 3 không có đầu đọc hay thẻ dùng được, hoặc thẻ đã rời ra; 4 lý do là mã PIN.

## What stands for a value

terminal-value-hex = HEX
terminal-value-reader = ĐẦU ĐỌC
terminal-value-seconds = SỐ GIÂY

## The card

terminal-about = Chương trình quầy của Yui, dùng ở quầy của thành phố, phòng khám hoặc cửa hàng.
terminal-card = Dùng thẻ My Number trên đầu đọc: số lần nhập còn lại, họ tên và địa chỉ, chữ ký.
terminal-card-any-reader = Tên đầu đọc hoặc một phần của tên. Cần ghi khi nhiều đầu đọc có thẻ.
terminal-card-any-wait = Số giây chờ thẻ.
terminal-card-any-last-try = Đã hỏi chủ thẻ và dùng lần nhập cuối. Nếu sai, chỉ tòa thị chính mới mở khóa được mã PIN.
terminal-card-list = Liệt kê các đầu đọc và cho biết có thẻ trên đó không.
terminal-card-tries = Cho biết các mã PIN của thẻ còn nhập được mấy lần. Không cần mã PIN và không mất lần nào.
terminal-card-read = Đọc họ tên, địa chỉ, ngày sinh và giới tính, cần mã PIN 4 chữ số tương ứng. Đây là điều thẻ ghi, chưa được chứng thực.
terminal-card-sign = Dùng khóa xác thực của thẻ ký dữ liệu, cần mã PIN 4 chữ số. Ai kiểm tra chữ ký sẽ biết thẻ này đang ở đây.
terminal-card-sign-challenge = Dữ liệu cần ký, dạng hex: 16 đến 1.024 byte, chưa từng dùng.
terminal-card-sign-file = Hoặc một tệp chứa dữ liệu cần ký.
terminal-card-sign-certificate = Trả lời kèm chứng thư xác thực. Trong đó không có tên, nhưng chỉ thẻ này có: đừng giữ lại sau khi đã kiểm tra chữ ký.
