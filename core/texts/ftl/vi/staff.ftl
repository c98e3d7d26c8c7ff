### Pages for members of staff.

## Sign-in

staff-title = Trang nhân viên
staff-name = Tên nhân viên
staff-password = Mật khẩu
staff-sign-in = Đăng nhập
staff-sign-in-wrong = Tên hoặc mật khẩu không đúng. Nếu sai 5 lần liên tiếp, phải chờ 15 phút.
staff-sign-out = Đăng xuất
staff-signed-in = Đang đăng nhập: { $name }
staff-home = Trang chính
staff-skip = Đến nội dung chính
staff-password-title = Đặt mật khẩu của bạn
staff-password-old = Mật khẩu hiện tại
staff-password-old-wrong = Mật khẩu hiện tại không đúng. Mật khẩu chưa được đổi. Nếu sai 5 lần liên tiếp, phải chờ 15 phút.
staff-password-rule = Ít nhất 12 ký tự, không chứa tên nhân viên.
staff-password-new = Mật khẩu mới
staff-password-again = Nhập lại mật khẩu mới
staff-password-button = Đặt mật khẩu
staff-password-weak = Không dùng được mật khẩu này. Hãy dùng ít nhất 12 ký tự và không chứa tên nhân viên.
staff-password-differs = Hai mật khẩu không giống nhau.
staff-form-old = Trang này đã cũ. Chưa có gì thay đổi. Hãy mở lại và làm lại.
staff-role-town-counter = Thành phố: quầy người dân
staff-role-town-children = Thành phố: trung tâm trẻ em
staff-role-town-programmes = Thành phố: phụ trách chương trình
staff-role-body-counter = Đơn vị vận hành: quầy
staff-role-body-desk = Đơn vị vận hành: điện thoại
staff-role-body-accounts = Đơn vị vận hành: kế toán

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
counter-card-note = Dùng ở cửa hàng, khi có người đến nhà, nơi sơ tán và qua điện thoại. Nếu mất, hãy gọi ngay.
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

## Counter charge

counter-charge = Nạp tiền tại quầy
counter-find = Họ tên, cách đọc hoặc số điện thoại; hoặc quét thẻ giấy
counter-found-none = Không tìm thấy. Hãy thử từ khác.
counter-charge-amount = Tiền mặt đã nhận
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

## Ledger health

ledger-title = Tình trạng sổ cái
ledger-sound = Sổ cái nguyên vẹn ({ $count } dòng)
ledger-broken = Dòng { $row } không khớp. Đã dừng việc trả tiền.
ledger-head = Dòng cuối: { $row } ({ $moment })
ledger-unsettled = Chưa chuyển cho cửa hàng: { $amount }
ledger-hash = Dấu của sổ
ledger-writing = Đang ghi bình thường
ledger-standby = Máy khác đang ghi
ledger-clock = Đồng hồ đã bị đổi nên tạm ngừng ghi. Hãy gọi quản trị viên ngay.
ledger-stopped = Đã ngừng ghi. Hãy gọi quản trị viên ngay.
ledger-queue = Đang chờ ghi: { $count }
ledger-programmes = Điểm theo chương trình
ledger-issued = Đã phát hành
ledger-unused = Chưa dùng
ledger-on-vouchers = Trên phiếu nạp chưa dùng
ledger-check-button = Kiểm tra từ đầu
ledger-checking = Đang kiểm tra. Hãy mở lại sau ít phút.
ledger-never-checked = Chưa kiểm tra.
ledger-checked-at = Đã kiểm tra: { $moment }
ledger-wrong = Sổ không khớp. Hãy gọi quản trị viên ngay.

## Review

review-title = Đăng ký chờ kiểm tra
review-empty = Không có đăng ký nào đang chờ.
review-reason-card = Thẻ mới
review-same-person = Công nhận là cùng một người
review-refuse = Không chấp nhận đăng ký
review-two-staff = Hoàn tiền cần hai nhân viên xác nhận.
refund-case-moved = Chuyển ra khỏi thành phố
refund-case-death = Qua đời
refund-case-closed = Dịch vụ kết thúc
review-other-person = Đăng ký là người khác
review-new-card = Trên thẻ mới
review-known = Người đã đăng ký
review-since = Từ { $moment }
review-reference = Số tiếp nhận: { $code }
review-look = So sánh hai bên rồi quyết định.
refund-case-title = Xác nhận hoàn tiền
refund-case-start = Ngừng dùng và hoàn tiền
refund-case-reason = Lý do
refund-case-note = Chỉ hoàn phần tiền đã nạp.
refund-case-record-button = Ghi nhận hoàn tiền
refund-case-recorded = Đã ghi nhận. Chưa hoàn tiền. Khi một nhân viên khác xác nhận, người này sẽ ngừng dùng.
refund-case-empty = Không có khoản hoàn tiền nào đang chờ.
refund-case-recorded-by = Người ghi: { $name } ({ $moment })
refund-case-own = Không thể tự xác nhận khoản mình ghi.
refund-case-confirm-button = Xác nhận hoàn tiền
refund-case-confirm-question = Cho người này rời dịch vụ?
refund-case-confirm-happens = Số dư đã nạp sẽ được hoàn lại. Các điểm khác sẽ mất và mọi điện thoại của người này ngừng hoạt động. Không thể hoàn tác.
refund-case-done = Người này đã ngừng dùng. Hãy hoàn lại { $amount }.
refund-case-confirmed-title = Đã xác nhận
refund-case-paid-back = Hoàn { $amount }
refund-case-confirmed-by = Người xác nhận và trả tiền: { $name } ({ $moment })

## Audit

audit-title = Nhật ký thao tác
audit-empty = Chưa có ghi nhận nào.
audit-note = Việc xem thông tin cá nhân cũng được ghi lại.
audit-act-read = Xem thông tin
audit-act-register = Đăng ký, thẻ
audit-act-phone = Điện thoại
audit-act-money = Nạp, cấp điểm
audit-act-refund = Hoàn tiền, ngừng dùng
audit-act-shop = Cửa hàng
audit-act-staff = Nhân viên
audit-act-other = Khác
audit-operator = Quản trị máy chủ

## Lost things at the counter

counter-stop-phone = Khóa điện thoại
counter-stop-phone-done = Đã khóa điện thoại. Số dư không đổi.
counter-visitor-code = Cấp mã đăng ký cho khách
counter-printed-card = Thẻ giấy
counter-phones = Điện thoại đã đăng ký
counter-phones-none = Chưa có điện thoại.
counter-phone-since = Đã đăng ký: { $day }
counter-phone-stopped = Đã khóa
counter-proof = Xác minh đúng người này
counter-grid-ask = Số ở ô “{ $code }” trên thẻ giấy
counter-grid-button = Kiểm tra số
counter-grid-right = Số này đúng.
counter-grid-wrong = Số này không đúng.
counter-grid-locked = Đã sai quá nhiều lần nên không thể xác nhận bằng thẻ này. Hãy kiểm tra giấy tờ tại quầy và in thẻ mới.
counter-stop-button = Khóa
counter-stop-question = Ngừng “{ $name }”?
counter-stop-happens = Điện thoại này sẽ không thanh toán được nữa. Số dư vẫn còn. Muốn dùng lại thì phải đăng ký lại.
counter-shops-title = Cửa hàng
counter-shops-search = Tên, cách đọc hoặc khu vực
counter-shop-pair = Kết nối điện thoại của cửa hàng
counter-shop-pair-note = Hãy quét bằng điện thoại của cửa hàng. Chỉ dùng được một lần trong vòng 7 ngày.
counter-shop-phones = Điện thoại của cửa hàng
counter-shop-phones-none = Chưa có điện thoại nào được kết nối.
counter-shop-phone-since = Đã kết nối: { $moment }
counter-shop-phone-stopped = Đã khóa: { $moment }
counter-shop-phone-stop-note = Nếu mất điện thoại, hãy khóa tại đây. Đã khóa thì không mở lại được; điện thoại mới kết nối bằng mã mới.
counter-shop-phone-stop-happens = Điện thoại này sẽ không nhận tiền và không hoàn tiền được nữa. Không thể hoàn tác. Các điện thoại khác của cửa hàng và điểm đã nhận không đổi.
counter-shop-phone-stop-done = Đã khóa điện thoại. Các điện thoại khác của cửa hàng và điểm đã nhận không đổi.
