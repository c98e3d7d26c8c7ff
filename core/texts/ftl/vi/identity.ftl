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
register-pin-kept = Mã số chỉ dùng để xác nhận thẻ, không được lưu và không được gửi đi.
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
register-review-check = Xem đã xong chưa
register-refused = Đăng ký không được chấp nhận
register-refused-body = Nhân viên đã kiểm tra nhưng không chấp nhận đăng ký này. Hãy hỏi nhân viên để biết thêm. Bạn cũng có thể đăng ký lại.
register-again = Đăng ký lại
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
certificate-ends-now = Chứng thư số của thẻ sắp hết hạn ({ $day }). Hãy sớm gia hạn tại tòa thị chính.
certificate-ended = Chứng thư số của thẻ đã hết hạn ngày { $day }. Hãy gia hạn tại tòa thị chính. Bạn vẫn trả tiền hằng ngày được.
certificate-last-day = Chứng thư số đến { $day }
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
linked-title = Đăng ký của bạn liên kết với
linked-code = Mã đăng ký qua e-mail hoặc từ quầy
level-raise-body = Đăng ký bằng mật khẩu chữ ký sẽ tăng hạn mức và loại điểm bạn dùng được.
level-raise-button = Đăng ký bằng mật khẩu chữ ký

## Visitors

visitor-title = Dùng với tư cách khách
visitor-limits = Mỗi lần trả tối đa { $once }, mỗi ngày tối đa { $daily }.
visitor-charged = Bạn chỉ dùng được số tiền đã nạp, không nhận được điểm hay phiếu của địa phương.
visitor-later = Nếu sau này đăng ký bằng thẻ My Number, bạn vẫn giữ số dư.
visitor-by-mail = Nhận mã đăng ký qua e-mail
visitor-have-code = Tôi có mã đăng ký
visitor-mail-title = Nhập địa chỉ e-mail của bạn
visitor-body = Bắt đầu bằng e-mail hoặc mã đăng ký từ quầy. Số dư tối đa { $amount }.
visitor-mail = Địa chỉ e-mail
visitor-mail-use = Địa chỉ e-mail chỉ dùng để gửi mã đăng ký và không được lưu nguyên dạng.
visitor-send = Gửi mã đăng ký
visitor-sent = Hãy xem e-mail của bạn. Nếu không nhận được, hãy kiểm tra lại địa chỉ.
visitor-code = Nhập mã đăng ký bạn đã nhận
visitor-code-name = Mã đăng ký
visitor-mail-again = Nhập lại địa chỉ e-mail
visitor-start = Bắt đầu dùng

## Phones

phones-title = Điện thoại của bạn
phones-removed-title = Điện thoại đã gỡ
phones-as-heard = Không có mạng. Đây là thông tin lần kiểm tra trước.
phones-see = Xem danh sách điện thoại
again-title = Tôi đã đăng ký trước đây
again-body = Để dùng trên điện thoại này, hãy đăng ký bằng thẻ My Number. Số dư của bạn vẫn giữ nguyên.
again-button = Thêm điện thoại này
phone-this = Điện thoại này
phone-added = Đã thêm: { $day }
phone-seen = Dùng lần cuối: { $day }
phone-removed = Đã gỡ
phone-add = Thêm điện thoại
phone-add-choose = Trên điện thoại đó, chọn “Tôi đã đăng ký trước đây”.
phone-add-body = Mở { -app } trên điện thoại mới rồi áp thẻ My Number vào.
phone-remove = Gỡ điện thoại
phone-remove-title = Gỡ “{ $name }”?
phone-remove-body = “{ $name }” sẽ không dùng được nữa. Số dư không đổi.
phone-remove-again = Muốn dùng lại, hãy đăng ký bằng thẻ trên điện thoại đó.
phone-remove-done = “{ $name }” không trả tiền được nữa. Số dư không đổi.
lost-title = Tôi bị mất điện thoại
lost-body = Dùng điện thoại mới và thẻ My Number, bạn có thể khóa điện thoại cũ. Số dư không đổi.
lost-choose = Hãy chọn điện thoại bị mất.
lost-none = Không có điện thoại nào khác để khóa.
lost-safe = Số dư nằm trong sổ của địa phương, không mất theo điện thoại.
lost-meanwhile = Trước khi khóa, người mở được màn hình vẫn trả tiền được. Hãy khóa sớm.
lost-button = Khóa điện thoại cũ
lost-done = Đã khóa điện thoại cũ. Số dư không đổi.
lost-telephone = Bạn cũng có thể gọi điện để khóa: { $telephone }
card-replaced-title = Khi bạn có thẻ mới
card-replaced-body = Hãy áp thẻ mới vào điện thoại. Bạn dùng được sau khi nhân viên kiểm tra.
card-renewed-body = Sau khi gia hạn chứng thư số cũng làm như vậy.
card-replaced-button = Đăng ký thẻ mới
card-uses-title = Khi nào dùng thẻ
card-use-register = Khi đăng ký điện thoại
card-use-lost = Khi khóa điện thoại bị mất từ điện thoại mới
card-use-large = Khi trả từ { $amount } trở lên
card-use-never = Trả tiền hằng ngày không cần thẻ.
no-lock-title = Chưa có khóa màn hình
no-lock-body = Hãy cài khóa màn hình rồi áp thẻ lại.
no-lock-button = Cho phép trả số tiền lớn
tries-title = Số lần nhập còn lại
tries-button = Xem số lần nhập còn lại
tries-body = Áp thẻ để xem còn nhập được mấy lần. Việc này không trừ lần nào.
tries-password = Mật khẩu chữ ký
tries-digits = Mã PIN 4 số
sign-out = Đăng xuất
sign-out-title = Đăng xuất khỏi điện thoại này?
sign-out-body = Đăng ký và lịch sử sẽ bị xóa khỏi điện thoại này. Số dư không đổi.
sign-out-card = Muốn dùng lại, hãy đăng ký bằng thẻ My Number.
sign-out-code = Muốn dùng lại, bạn cần mã đăng ký.
sign-out-done = Đã đăng xuất

## Leaving

leave-title = Ngừng dùng { -app }
leave-body = Khi bạn ngừng dùng, chúng tôi xóa họ tên, địa chỉ và các thông tin khác. Lịch sử trả tiền chỉ được giữ theo thời hạn luật định.
leave-sure-title = Bạn chắc chắn ngừng dùng { -app }?
leave-sure-body = Việc này không thể hoàn tác. Mọi điện thoại đã đăng ký sẽ không dùng được nữa.
leave-balance = Bạn còn { $amount }. Sau khi ngừng dùng, bạn sẽ không dùng được số dư này.
leave-pay-back = Khi chuyển đi, qua đời hoặc dịch vụ kết thúc, số dư đã nạp có thể được trả lại. Hãy hỏi nhân viên.
leave-give-up = Bỏ số dư và ngừng dùng
leave-button = Làm thủ tục ngừng dùng
leave-stay = Tiếp tục sử dụng
leave-this-phone = Chỉ đăng xuất khỏi điện thoại này
leave-done = Thủ tục đã xong. Cảm ơn bạn đã sử dụng.
leave-not-done = Thủ tục ngừng dùng chưa xong. Bạn có thể làm thủ tục sau khi đăng ký lại.
