### What the demo tells, step by step.

## The job, step by step

demo-opening = Chúng tôi chạy thử { -app } của { $town } từ đầu đến cuối. Các nhân vật đều là hư cấu.
demo-server-ready = Máy chủ đã chạy ({ $count } ms)
demo-guest = { $name } mở { -app } trên điện thoại mới và xem thử khi chưa đăng ký.
demo-register = { $name } áp thẻ My Number vào điện thoại và đăng ký.
demo-registered = Đã đăng ký. Mã số My Number (12 chữ số) không bị đọc.
demo-charge = Tại quầy, nhân viên nạp { $amount } tiền mặt.
demo-grant = { $amount } do thành phố tặng đã đến.
demo-balance = { $name } hiện có { $amount }.
demo-scan = { $name } quét mã QR của { $shop } và nhập { $amount }.
demo-quote = Màn hình cho biết dùng điểm nào và số dư sau khi trả: { $amount }.
demo-paid = Đã trả { $amount }, điện thoại cửa hàng hiện ngay.
demo-shop-says = Điện thoại cửa hàng: “{ $words }”
demo-offline = Bây giờ điện thoại của { $name } mất mạng.
demo-code = { $name } cho xem mã trả tiền, cửa hàng nhận { $amount }.
demo-online = Đã có mạng trở lại.
demo-same-history = Hai điện thoại có cùng lịch sử ({ $count } dòng).
demo-refund = Cửa hàng hoàn { $amount }.
demo-ledger = Đã kiểm tra sổ cái: cả { $count } dòng đều đúng.
demo-done = Xong. Mọi việc đều chạy tốt.
demo-failed = Lỗi ở bước “{ $step }”.
demo-addresses = Hệ thống vẫn chạy. Xem tại: { $address }
demo-staff = Vào trang nhân viên bằng một trong các tên và mật khẩu sau (chỉ dùng cho lần chạy thử này):
demo-preview = Để dùng thử màn hình điện thoại bằng chuột, chạy trong cửa sổ lệnh khác:
demo-stop = Bấm Ctrl+C để dừng.
