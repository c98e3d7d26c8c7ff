### Phones on the pages of staff: a resident's and a shop's; a lost one is stopped.

## A resident's

counter-stop-phone = Khóa điện thoại
counter-stop-phone-done = Đã khóa điện thoại. Số dư không đổi.
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

## A shop's

counter-shop-phones = Điện thoại của cửa hàng
counter-shop-phones-none = Chưa có điện thoại nào được kết nối.
counter-shop-phone-since = Đã kết nối: { $moment }
counter-shop-phone-stopped = Đã khóa: { $moment }
counter-shop-phone-stop-note = Nếu mất điện thoại, hãy khóa tại đây. Đã khóa thì không mở lại được; điện thoại mới kết nối bằng mã mới.
counter-shop-phone-stop-happens = Điện thoại này sẽ không nhận tiền và không hoàn tiền được nữa. Không thể hoàn tác. Các mã kết nối chưa dùng của cửa hàng này cũng hết hiệu lực. Các điện thoại khác của cửa hàng và điểm đã nhận không đổi.
counter-shop-phone-stop-done = Đã khóa điện thoại. Các điện thoại khác của cửa hàng và điểm đã nhận không đổi.
