### The help of the command line. `cli-<command>` is what it does, `cli-<command>-<flag>` what a flag says; `any` stands
### for all commands that have the flag. The test of `server/src/cli/words` holds them against the commands there are.

## The frame

cli-frame-usage = Cách dùng:
cli-frame-commands = Lệnh
cli-frame-command = LỆNH
cli-frame-arguments = Đối tượng
cli-frame-options = Tùy chọn
cli-frame-optional = [TÙY CHỌN]
cli-frame-default = [nếu không ghi: { $words }]
cli-frame-environment = [biến môi trường: { $name }]
cli-frame-choices = Chọn một: { $words }.
cli-frame-note = Lệnh có thay đổi dữ liệu sẽ do máy chủ đang chạy với thư mục dữ liệu này thực hiện, hoặc được làm trực tiếp nếu không có máy chủ nào chạy. Không cần dừng gì cả.
cli-frame-exit = Mã kết thúc: 0 đã xong; 1 chưa làm được, lý do ở dòng cuối; 2 không hiểu lệnh; 3 verify-ledger thấy sổ cái đã bị sửa, hoặc danh sách thay đổi không khớp; 4 shop import có dòng không nhập được.
cli-frame-language = Ngôn ngữ: `YUI_LANG` (ja, ja-simple, en, zh-Hans hoặc vi); nếu không có thì `LC_ALL`, `LC_MESSAGES` hoặc `LANG`.

## What stands for a value

cli-value-address = ĐỊA CHỈ
cli-value-address-port = ĐỊA CHỈ:CỔNG
cli-value-class = LOẠI
cli-value-day = NGÀY
cli-value-digits = CHỮ SỐ
cli-value-file = TỆP
cli-value-folder = THƯ MỤC
cli-value-id = MÃ
cli-value-kana = CHỮ KANA
cli-value-mail-address = ĐỊA CHỈ THƯ
cli-value-name = TÊN
cli-value-number = SỐ
cli-value-phone = ĐIỆN THOẠI
cli-value-programme = CHƯƠNG TRÌNH
cli-value-role = VAI TRÒ
cli-value-shop = CỬA HÀNG
cli-value-time = GIỜ
cli-value-voucher = PHIẾU
cli-value-words = LỜI
cli-value-yen = YÊN

## Every command

cli-about = Máy chủ của Yui, ứng dụng giúp đỡ lẫn nhau của thành phố.
cli-help = Hiện hướng dẫn này hoặc hướng dẫn của lệnh được ghi.
cli-any-help = Hiện hướng dẫn.
cli-any-version = Hiện phiên bản.
cli-any-data = Thư mục dữ liệu của thành phố (được tạo nếu chưa có). Nếu không ghi `--database`, mọi thứ nằm ở đây.
cli-any-database = Cơ sở dữ liệu PostgreSQL dùng thay cho tệp: `postgres://user:password@host/database`.
cli-any-municipality = Thư mục cấu hình của thành phố.
cli-any-json = Trả lời bằng JSON ở đầu ra chuẩn, cho chương trình khác.

## The server and its data

cli-serve = Chạy máy chủ cho đến khi được báo dừng (Ctrl-C hoặc SIGTERM).
cli-serve-listen = Địa chỉ để lắng nghe.
cli-serve-metrics-listen = Địa chỉ để người vận hành theo dõi từ máy khác, có `/metrics`. Không dùng địa chỉ mà người ngoài vào được. Khi phía trước không có TLS, chương trình trên máy này cũng đọc được từ địa chỉ lắng nghe.
cli-serve-origin = Địa chỉ mà điện thoại dùng để đến máy chủ này, ví dụ `https://yui.city.example`. Có thể bỏ qua nếu máy chủ chỉ lắng nghe trong máy của nó; khi đó là `http://` và địa chỉ lắng nghe.
cli-serve-platform-operator-url = Địa chỉ nhà vận hành nền tảng kiểm tra thẻ My Number: phải là `https`, trừ khi ở chính máy này.
cli-serve-platform-operator-key-file = Tệp chứa khóa mà nhà vận hành nền tảng đã cấp cho thành phố này.
cli-serve-trusted-proxies = Proxy của chúng ta đặt trước máy chủ này; `X-Forwarded-For` của nó được tin. Có thể ghi nhiều lần.
cli-serve-sendmail = Chương trình gửi thư mang mã đăng ký cho khách; nếu không ghi, khách nhận mã tại quầy. Thư cho người vận hành cũng gửi bằng chương trình này.
cli-serve-accept-time-jump = Tin giờ của máy này dù giờ đã bị chỉnh hoặc sớm hơn mục cuối. Chỉ ghi một lần, sau khi đã kiểm tra: hạn dùng tính theo giờ này và sổ cái không bao giờ lùi lại.
cli-serve-mail-from = Địa chỉ người gửi của thư đó.
cli-serve-operator-mail = Địa chỉ thư của người vận hành máy chủ này. Mỗi đêm một lần, khi kiểm tra sổ cái thấy sai hoặc không kiểm tra được, một thư được gửi đi. Ngôn ngữ theo `YUI_LANG`, nếu không thì theo hệ thống.
cli-serve-check-ledger-at = Giờ Nhật Bản để kiểm tra sổ cái mỗi đêm; hãy chọn lúc ít người trả tiền.
cli-migrate = Đưa dữ liệu lên phiên bản này của chương trình. `serve` tự làm việc này; lệnh này để làm trước.
cli-backup = Ghi bản sao của mọi dữ liệu vào thư mục mới. Máy chủ có thể vẫn chạy.
cli-backup-to = Thư mục mới để ghi.
cli-backup-lines = Ghi thành các dòng chữ, `restore` cũng đưa được vào cơ sở dữ liệu loại kia. Nếu không ghi, tệp SQLite được chép nguyên tệp, nhanh hơn.
cli-restore = Đưa bản sao do `backup` tạo vào thư mục dữ liệu hoặc cơ sở dữ liệu trống. Máy chủ phải dừng.
cli-restore-from = Thư mục mà `backup` đã ghi.
cli-verify-ledger = Kiểm tra sổ cái từ dòng đầu bằng hai cách và so với mọi thứ đã lưu.

## Shops

cli-shop = Thêm cửa hàng, nhập danh sách, in áp phích hoặc mã kết nối, tạm nghỉ, ghi nhận việc chuyển tiền.
cli-shop-any-shop = Mã của cửa hàng, xem ở `shop list`.
cli-shop-any-to = Thư mục để ghi.
cli-shop-list = Liệt kê mọi cửa hàng: mã, đang mở hay tạm nghỉ, số tiền chưa chuyển (yên), tên, khu vực.
cli-shop-add = Thêm một cửa hàng; hiện mã của nó và mã kết nối dùng một lần cho điện thoại, đồng thời ghi mã kết nối thành SVG.
cli-shop-add-name = Tên như trên biển hiệu.
cli-shop-add-kana = Tên bằng chữ kana.
cli-shop-add-area = Khu vực.
cli-shop-add-address = Địa chỉ.
cli-shop-add-postal-code = Mã bưu chính: bảy chữ số.
cli-shop-add-telephone = Số điện thoại.
cli-shop-add-classes = Loại cửa hàng trong cấu hình của thành phố. Có thể ghi nhiều lần.
cli-shop-add-to = Thư mục để ghi mã kết nối.
cli-shop-add-id = Mã của cửa hàng, được tạo và hiện ở đây nếu không ghi. Nếu không nhận được trả lời, hãy làm lại với mã đã hiện và cùng nội dung: cùng mã là cùng cửa hàng, và mã kết nối mới sẽ được hiện.
cli-shop-import = Nhập cửa hàng từ tệp CSV (UTF-8 hoặc CP932; cột được tìm theo tiêu đề). Mọi ô được sửa và mọi dòng không nhập được đều được báo; nhập lại cùng danh sách sẽ đổi cùng các cửa hàng đó.
cli-shop-import-file = Tệp.
cli-shop-import-list = Tên danh sách, để nhận ra các cửa hàng, ví dụ omura-2026.
cli-shop-import-dry-run = Chỉ báo cáo, không đổi gì.
cli-shop-poster = Ghi áp phích mã QR của cửa hàng: một tệp SVG và một trang A4 để mở và in.
cli-shop-pair = Ghi mã kết nối dùng một lần cho điện thoại khác của cửa hàng, dạng SVG, và hiện chữ của mã.
cli-shop-phones = Liệt kê điện thoại của cửa hàng: mã, lúc kết nối, lúc khóa.
cli-shop-revoke = Khóa ngay điện thoại bị mất của cửa hàng, không mở lại được. Các mã kết nối chưa dùng của cửa hàng đó cũng hết hiệu lực. Các điện thoại khác vẫn dùng được, máy mới kết nối bằng `shop pair`.
cli-shop-revoke-phone = Mã của điện thoại, xem ở `shop phones`.
cli-shop-close = Cho cửa hàng tạm nghỉ: không nhận trả tiền nữa, nhưng vẫn hoàn tiền và nhận chuyển tiền được. Các mã kết nối chưa dùng hết hiệu lực.
cli-shop-open = Mở lại cửa hàng đang tạm nghỉ.
cli-shop-settle = Ghi nhận đã chuyển tiền thu được cho cửa hàng qua ngân hàng.
cli-shop-settle-amount = Số tiền đã chuyển (yên): nhiều nhất là số chưa chuyển cho cửa hàng.
cli-shop-settle-id = Mã của lần chuyển tiền, được tạo và hiện ở đây nếu không ghi. Nếu không nhận được trả lời, hãy làm lại với mã đã hiện: cùng mã là cùng một lần chuyển.

## Staff

cli-staff = Thêm nhân viên, cấp mật khẩu mới dùng một lần, kết thúc tài khoản.
cli-staff-any-name = Tên để đăng nhập.
cli-staff-add = Thêm nhân viên và hiện mật khẩu dùng một lần. Mật khẩu dùng được trong bảy ngày; lần đăng nhập đầu, nhân viên tự chọn mật khẩu của mình.
cli-staff-add-name = Tên để đăng nhập: 2 đến 32 chữ thường, chữ số, `.`, `-`, `_`.
cli-staff-add-shown = Tên hiện trên các trang.
cli-staff-add-role = Việc được làm.
cli-staff-reset = Hiện mật khẩu mới dùng một lần cho người quên mật khẩu; nơi đang đăng nhập sẽ bị thoát.
cli-staff-end = Kết thúc tài khoản ngay.
cli-staff-list = Liệt kê mọi tài khoản: tên đăng nhập, vai trò, tên hiện trên trang.

## Vouchers

cli-voucher = Phát hành, liệt kê và thu hồi phiếu nạp.
cli-voucher-any-batch = Mã của một đợt phiếu.
cli-voucher-issue = Tạo phiếu và hiện chữ của mã QR, hoặc ghi một trang để in và cắt. Chỉ hiện một lần này.
cli-voucher-issue-programme = Chương trình, ví dụ charge-2026: phải là chương trình mà người dân nạp tiền.
cli-voucher-issue-amount = Giá trị mỗi phiếu (yên).
cli-voucher-issue-count = Số phiếu: 1 đến 500.
cli-voucher-issue-last-day = Ngày cuối cùng dùng được, ví dụ 2027-03-31.
cli-voucher-issue-to = Ghi vào thư mục này một trang A4 để mở, in và cắt, thay vì hiện chữ.
cli-voucher-issue-id = Mã của đợt phiếu, được tạo và hiện ở đây nếu không ghi. Nếu không nhận được trả lời, hãy xem `voucher list`: cùng mã không bao giờ tạo đợt thứ hai.
cli-voucher-list = Liệt kê các đợt phiếu (mã, chương trình, yên mỗi phiếu, số đã tạo, đã dùng, đã thu hồi); ghi --batch để xem từng phiếu của một đợt.
cli-voucher-cancel = Thu hồi phiếu chưa dùng; ghi --batch để thu hồi mọi phiếu chưa dùng của đợt bị mất trang in.
cli-voucher-cancel-voucher = Số của phiếu, ghi trên phiếu.
