### Registration, card, phones, leaving.

## Registration

register-title = Đăng ký
register-need = Hãy chuẩn bị ba thứ sau
register-need-card = Thẻ My Number
register-need-password = Mật khẩu chữ ký (6 đến 16 chữ cái và chữ số)
register-need-phone = Điện thoại đọc được thẻ
register-start = Bắt đầu đăng ký
register-reads-title = Thông tin đọc từ thẻ
register-reads = Chúng tôi đọc họ tên, địa chỉ, ngày sinh, giới tính và chứng thư điện tử.
register-never-reads = Chúng tôi không bao giờ đọc mã số My Number (12 chữ số).
register-password = Nhập mật khẩu chữ ký
register-password-kept = Mật khẩu chỉ dùng để xác nhận thẻ, không được lưu và không được gửi đi.
register-pin = Nhập mã PIN 4 chữ số
register-pin-route = Nếu không biết mật khẩu chữ ký, bạn có thể đăng ký bằng mã PIN 4 chữ số. Khi đó hạn mức sẽ thấp hơn.
register-pin-route-button = Dùng mã PIN 4 chữ số
register-counter-route = Bạn cũng có thể đăng ký tại quầy: { $office }.
register-statement = Bạn đăng ký { -app } của { $town } bằng chữ ký trên thẻ.
register-sending = Đang đăng ký. Xin đừng đóng màn hình này.
register-done = Đã đăng ký xong
register-done-body = Giờ bạn có thể trả tiền ở cửa hàng và nhận điểm.
register-review = Nhân viên sẽ kiểm tra đăng ký của bạn. Số tiếp nhận: { $reference }
register-review-body = Vì thẻ đã được đổi mới nên chúng tôi đang kiểm tra. Xong chúng tôi sẽ báo cho bạn.
register-no-lock = Điện thoại không có khóa màn hình nên không trả được từ { $amount } trở lên.

## The card at the phone

card-hold = Hãy áp thẻ vào mặt sau điện thoại
card-near = Đã thấy thẻ
card-reading = Đang đọc. Xin giữ yên thẻ.
card-lost = Thẻ đã rời ra. Hãy áp lại.
card-wrong = Thẻ này không dùng được. Hãy dùng thẻ My Number.
card-reader-off = NFC trên điện thoại này đang tắt. Hãy bật trong phần cài đặt của điện thoại.
card-reader-absent = Điện thoại này không đọc được thẻ. Quý vị có thể đăng ký tại quầy.
card-done = Đọc xong. Bạn có thể lấy thẻ ra.
pin-tries-left = Còn nhập được { $count } lần
pin-wrong = Sai mật khẩu. Còn nhập được { $count } lần.
pin-wrong-digits = Sai mã PIN. Còn nhập được { $count } lần.
pin-last-try-title = Chỉ còn một lần nhập
pin-last-try-body = Nếu không đúng, mật khẩu của thẻ sẽ bị khóa cho đến khi bạn làm thủ tục ở tòa thị chính. Bạn có chắc mật khẩu đúng không?
pin-last-try-digits-body = Nếu không đúng, mã PIN 4 chữ số sẽ bị khóa cho đến khi bạn làm thủ tục ở tòa thị chính. Bạn có chắc mã PIN đúng không?
pin-last-try-sure = Tôi chắc chắn, nhập mật khẩu
pin-last-try-stop = Để sau
pin-forgotten = Quên mật khẩu
pin-forgotten-body = Bạn có thể đặt lại tại tòa thị chính, đôi khi tại cửa hàng tiện lợi.
pin-forgotten-digits = Quên mã PIN 4 chữ số
pin-forgotten-digits-body = Bạn có thể đặt mã PIN 4 chữ số mới tại tòa thị chính.
pin-blocked-title = Mật khẩu chữ ký đã bị khóa
pin-blocked-body = Mật khẩu không khớp nhiều lần nên thẻ đã khóa mật khẩu. Hãy mang thẻ đến tòa thị chính làm thủ tục.
pin-blocked-digits-title = Mã PIN 4 chữ số đã bị khóa
pin-blocked-digits-body = Mã PIN 4 chữ số không khớp nhiều lần nên đã bị khóa. Hãy làm thủ tục ở tòa thị chính.
pin-none-body = Thẻ này không có mã PIN. Bạn có thể đăng ký tại quầy.
certificate-dead-body = Sau khi chuyển nhà, bạn cần làm thủ tục ở tòa thị chính để cấp lại chứng thư điện tử.
certificate-ends-soon = Chứng thư điện tử trên thẻ có hạn đến { $day }. Bạn có thể gia hạn tại tòa thị chính.
way-office = Bạn có thể đặt lại tại tòa thị chính. Hãy mang theo thẻ.
way-office-renew = Bạn có thể cấp lại chứng thư tại tòa thị chính. Hãy mang theo thẻ.
way-store = Nếu nhớ mã PIN 4 chữ số, đôi khi bạn có thể đặt lại bằng máy ở cửa hàng tiện lợi.
way-counter = Nhân viên tại quầy có thể đăng ký cho bạn. Hãy mang theo giấy tờ tùy thân.
way-counter-button = Tìm quầy

## Levels

level-guest = Chưa đăng ký
level-visitor = Khách
level-card-holder = Đã xác nhận thẻ
level-verified = Đã xác nhận danh tính
level-verified-elsewhere = Đã xác nhận danh tính (cách khác)

## Visitors

visitor-title = Dùng với tư cách khách
visitor-body = Bắt đầu bằng e-mail hoặc mã đăng ký từ quầy. Số dư tối đa { $amount }.
visitor-mail = Địa chỉ e-mail
visitor-send = Gửi mã đăng ký
visitor-code = Nhập mã đăng ký bạn đã nhận
visitor-start = Bắt đầu dùng

## Phones

phones-title = Điện thoại của bạn
phone-this = Điện thoại này
phone-added = Đã thêm: { $day }
phone-seen = Dùng lần cuối: { $day }
phone-removed = Đã gỡ
phone-add = Thêm điện thoại
phone-add-body = Mở { -app } trên điện thoại mới rồi áp thẻ My Number vào.
phone-remove = Gỡ điện thoại này
phone-remove-body = “{ $name }” sẽ không dùng được nữa. Số dư không đổi.
lost-title = Tôi bị mất điện thoại
lost-body = Dùng điện thoại mới và thẻ My Number, bạn có thể khóa điện thoại cũ. Số dư không đổi.
lost-button = Khóa điện thoại cũ
lost-done = Đã khóa điện thoại cũ. Số dư không đổi.
lost-telephone = Bạn cũng có thể gọi điện để khóa: { $telephone }
card-replaced-title = Khi bạn có thẻ mới
card-replaced-body = Hãy áp thẻ mới vào điện thoại. Bạn dùng được sau khi nhân viên kiểm tra.
sign-out = Đăng xuất

## Leaving

leave-title = Ngừng dùng { -app }
leave-body = Khi bạn ngừng dùng, chúng tôi xóa họ tên, địa chỉ và các thông tin khác. Lịch sử trả tiền chỉ được giữ theo thời hạn luật định.
leave-balance = Bạn còn { $amount }. Sau khi ngừng dùng, bạn sẽ không dùng được số dư này.
leave-pay-back = Khi chuyển đi, qua đời hoặc dịch vụ kết thúc, số dư đã nạp có thể được trả lại. Hãy hỏi nhân viên.
leave-give-up = Bỏ số dư và ngừng dùng
leave-button = Làm thủ tục ngừng dùng
leave-done = Thủ tục đã xong. Cảm ơn bạn đã sử dụng.
