### Pages for members of staff: signing in, home, and the record of what they did.

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

## Audit

audit-title = Nhật ký thao tác
audit-empty = Chưa có ghi nhận nào.
audit-note = Việc xem thông tin cá nhân cũng được ghi lại.
audit-act-read = Xem thông tin
audit-act-register = Đăng ký, thẻ
audit-act-phone = Điện thoại
audit-act-money = Nạp, cấp điểm
audit-act-pay-back = Trả lại số dư, ngừng dùng
audit-act-shop = Cửa hàng
audit-act-staff = Nhân viên
audit-act-denied = Bị từ chối vì không có quyền
audit-act-other = Khác
audit-operator = Quản trị máy chủ
