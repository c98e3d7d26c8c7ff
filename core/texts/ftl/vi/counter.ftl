### Pages of the counter: registering, finding, charging, granting, codes, printed cards, shops.

## Counter registration

counter-register = Đăng ký tại quầy
counter-register-with-phone = Có điện thoại
counter-register-no-phone = Không có điện thoại
counter-name = Họ tên
counter-kana = Cách đọc (kana)
counter-birth-date = Ngày sinh
counter-sex = Giới tính
counter-address = Địa chỉ
counter-telephone = Số điện thoại
counter-checked = Tôi đã xem giấy tờ tùy thân
counter-register-button = Đăng ký
counter-phone-code = Hãy nhờ người đó nhập mã đăng ký này vào điện thoại
counter-print-card = In thẻ giấy
counter-card-note = Dùng tại quầy và qua điện thoại, không trả tiền ở cửa hàng được. Nếu mất, hãy gọi ngay.
counter-find-title = Tìm người dân
counter-find-button = Tìm
counter-found = { $count } người
counter-phone-question = Có điện thoại không?
counter-sex-female = Nữ
counter-sex-male = Nam
counter-sex-unstated = Không nêu
counter-checked-note = Nếu chưa xem, người này được đăng ký là khách.
counter-known = Đã có người cùng họ tên và ngày sinh đăng ký.
counter-known-see = Xem người đó
counter-other-person = Đã kiểm tra: là người khác.
counter-other-button = Đăng ký là người khác
counter-phone-code-title = Cấp mã đăng ký
counter-code-once = Mã đăng ký này chỉ hiện lúc này. Chỉ dùng được một lần trong vòng một ngày.
counter-code-minutes = Mã đăng ký này chỉ hiện lúc này. Chỉ dùng được một lần trong vòng { $count } phút.
counter-print-hint = Hãy dùng lệnh in của trình duyệt.
counter-card-number = Khi được hỏi qua điện thoại, hãy đọc số trong ô đó.
counter-card-replaces = Thẻ cũ sẽ không dùng được nữa.
counter-code-two = Với người đã có thẻ, điện thoại hoặc số dư, hai nhân viên phải kiểm tra đúng người rồi mới cấp mã đăng ký. Người mất cả thẻ lẫn điện thoại cũng làm theo cách này.
counter-code-waits = Đang chờ nhân viên thứ hai xác nhận. Mã đăng ký chưa được cấp.
counter-code-waits-how = Nhờ đồng nghiệp mở “Xác nhận mã đăng ký” ở trang chính của mình. Sau khi xác nhận, hãy mở lại trang này để cấp mã đăng ký. Yêu cầu hết hạn sau một giờ.
counter-code-asked-by = Người yêu cầu: { $name } ({ $moment })
counter-code-look = Hãy gặp trực tiếp và xem giấy tờ có ảnh. Không xác nhận chỉ qua điện thoại.
counter-code-confirm-button = Tôi đã kiểm tra đúng người
counter-code-confirmed = { $name } đã kiểm tra đúng người. Có thể cấp mã đăng ký.
counter-code-for-two = { $name } đã yêu cầu và { $other } đã kiểm tra đúng người. Một trong hai người này cấp mã đăng ký.
counter-code-list-title = Xác nhận mã đăng ký
counter-code-list-empty = Không có mã đăng ký nào đang chờ.
counter-code-see = Xem người này
counter-visitor-code = Cấp mã đăng ký cho khách
counter-printed-card = Thẻ giấy

## Counter charge

counter-charge = Nạp tiền tại quầy
counter-find = Họ tên, cách đọc hoặc số điện thoại; hoặc quét thẻ giấy
counter-found-none = Không tìm thấy. Hãy thử từ khác.
counter-charge-amount = Tiền mặt đã nhận
counter-no-phone = Người này không có điện thoại. Muốn dùng điểm ở cửa hàng thì cần có điện thoại.
counter-charge-confirm = Nạp { $amount } cho { $name }
counter-charge-button = Nạp { $amount }
counter-charge-done = Đã nạp { $amount }. Số biên nhận: { $receipt }
counter-balance = Số dư: { $amount }
counter-balance-charged = Trong đó tiền đã nạp: { $amount }
counter-person-title = Người dân
counter-no-name = Chưa đăng ký tên
counter-left = Người này đã ngừng dùng.
counter-grant = Cấp điểm
counter-grant-amount = Số điểm cấp
counter-programme = Chương trình
counter-grant-confirm = Cấp { $amount } cho { $name }
counter-grant-button = Cấp { $amount }
counter-grant-done = Đã cấp { $amount }. Số biên nhận: { $receipt }
counter-receipt-title = Biên nhận
counter-usable-until = Dùng được đến { $day }
counter-again = Tìm người khác
counter-change = Sửa

## Shops

counter-shops-title = Cửa hàng
counter-shops-search = Tên, cách đọc hoặc khu vực
counter-shop-pair = Kết nối điện thoại của cửa hàng
counter-shop-pair-note = Hãy quét bằng điện thoại của cửa hàng. Chỉ dùng được một lần trong vòng 7 ngày.
