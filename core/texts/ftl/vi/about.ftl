### About the app, and what is in it.

## About

about-title = Về ứng dụng này
about-version = Phiên bản
about-town = Thành phố
about-office = Nhân viên phụ trách
about-source = Chương trình
about-source-open = Mã nguồn mở, ai cũng kiểm tra được ({ $words }).

## What is kept where

about-kept-title = Lưu gì ở đâu
about-kept-phone = Điện thoại này
about-kept-phone-what = Số dư và lịch sử, được mã hóa. Xóa ứng dụng thì mất.
about-kept-town = Máy chủ của thành phố và đơn vị vận hành
about-kept-town-what = Họ tên, địa chỉ, ngày sinh, giới tính và sổ trả tiền. Sổ trả tiền không ghi họ tên.
about-kept-shop = Cửa hàng
about-kept-shop-what = Chỉ biết số tiền và thời gian, không biết họ tên.
about-kept-never = Không lưu ở đâu cả
about-kept-never-what = Không đọc mã số 12 chữ số. Mật khẩu và mã PIN chỉ đưa cho thẻ.

## Licences

licences-title = Giấy phép mã nguồn mở
licences-note = Phần mềm có trong ứng dụng này.
licences-core = Phần lõi của ứng dụng
licences-android = Màn hình trên Android
