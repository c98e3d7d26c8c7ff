### Pages for members of staff.

## Sign-in

staff-title = Trang nhân viên
staff-name = Tên nhân viên
staff-password = Mật khẩu
staff-code = Mã 6 số
staff-sign-in = Đăng nhập
staff-sign-in-wrong = Tên, mật khẩu hoặc mã không đúng
staff-sign-out = Đăng xuất
staff-signed-in = Đang đăng nhập: { $name }
staff-home = Trang chính

## Counter registration

counter-register = Đăng ký tại quầy
counter-register-with-phone = Có điện thoại
counter-register-no-phone = Không có điện thoại
counter-name = Họ tên
counter-kana = Cách đọc kana
counter-birth-date = Ngày sinh
counter-sex = Giới tính
counter-address = Địa chỉ
counter-telephone = Số điện thoại
counter-checked = Tôi đã xem giấy tờ tùy thân
counter-register-button = Đăng ký
counter-register-done = Đã đăng ký
counter-phone-code = Nhập mã này trên điện thoại: { $code }
counter-print-card = In thẻ giấy
counter-card-note = Dùng ở cửa hàng, khi có người đến nhà, nơi sơ tán và qua điện thoại. Nếu mất, hãy gọi ngay.

## Counter charge

counter-charge = Nạp tiền tại quầy
counter-find = Tìm theo tên, điện thoại hoặc số thẻ
counter-found-none = Không tìm thấy. Hãy thử từ khác.
counter-charge-amount = Tiền mặt đã nhận
counter-charge-confirm = Nạp { $amount } cho { $name }
counter-charge-button = Nạp { $amount }
counter-charge-done = Đã nạp { $amount }. Số biên nhận: { $receipt }

## Ledger health

ledger-title = Sổ cái
ledger-sound = Sổ cái nguyên vẹn ({ $count } dòng)
ledger-broken = Dòng { $row } không khớp. Đã dừng thanh toán.
ledger-head = Dòng cuối: { $row } ({ $moment })
ledger-outstanding = Điểm chưa dùng: { $amount }
ledger-unsettled = Chưa chuyển cho cửa hàng: { $amount }

## Review

review-title = Đăng ký chờ kiểm tra
review-empty = Không có đăng ký nào đang chờ.
review-reason-card = Thẻ mới
review-same-person = Cùng một người
review-refuse = Từ chối
review-two-staff = Hoàn tiền cần hai nhân viên xác nhận
refund-case-moved = Chuyển đi nơi khác
refund-case-death = Qua đời
refund-case-closed = Dịch vụ kết thúc

## Audit

audit-title = Nhật ký thao tác
audit-line = { $moment } { $name }: { $act }
audit-empty = Chưa có ghi nhận nào.
audit-note = Việc xem thông tin cá nhân cũng được ghi lại.

## Lost things at the counter

counter-stop-phone = Khóa điện thoại
counter-stop-phone-done = Đã khóa điện thoại. Số dư không đổi.
counter-visitor-code = Cấp mã cho khách
counter-printed-card = Thẻ giấy
