### What a command of the operator says: when it is done, why it was not, and what became of the rows of a list.

## Done: shops

chore-shop-id = Mã cửa hàng: { $shop }
chore-shop-added = Đã thêm cửa hàng: { $shop }
chore-shop-open = đang mở
chore-shop-closed = tạm nghỉ
chore-shop-is-open = { $shop } { $name } đang mở.
chore-shop-is-closed = { $shop } { $name } đang tạm nghỉ.
chore-pairing-code = Mã kết nối cho điện thoại của cửa hàng (một lần, trong 7 ngày): { $code }
chore-pairing-picture = Hình của mã: { $file }
chore-phone-revoked = Đã khóa điện thoại { $code } của cửa hàng { $shop }.
chore-poster = { $name }: đã ghi { $file } và { $page }; hãy mở trang và in trên giấy A4.
chore-pay-out = Mã lần chuyển tiền: { $code }
chore-settled = Đã ghi nhận: đã chuyển { $amount } cho cửa hàng { $shop }, số biên nhận { $receipt }.
chore-imported = Đã thêm { $added } cửa hàng, cập nhật { $changed } cửa hàng.
chore-import-dry = Không có gì thay đổi (--dry-run).

## Done: staff, ledger and vouchers

chore-password = Mật khẩu dùng một lần (chỉ hiện lần này, dùng được 7 ngày): { $code }
chore-staff-ended = Tài khoản đã kết thúc.
chore-ledger-sound = Sổ cái nguyên vẹn: { $rows } dòng, dấu cuối { $code }.
chore-feed-rebuilt = Danh sách thay đổi (.feed) không khớp với sổ cái; đang được lập lại.
chore-feed-differs = Danh sách thay đổi (.feed) không khớp với sổ cái. Hãy kiểm tra lại khi máy chủ đang chạy; lúc đó nó sẽ được lập lại.
chore-feed-unknown = Chưa so được danh sách thay đổi (.feed). Hãy kiểm tra lại.
chore-ledger-altered = SỔ CÁI ĐÃ BỊ SỬA: { $words }.
chore-audit-sound = Một chương trình khác, không liên quan đến chương trình ghi sổ, đã cộng lại chỉ từ các dòng: { $rows } dòng, không có chỗ sai.
chore-audit-findings = Cộng lại chỉ từ các dòng, có { $count } chỗ không khớp:
chore-audit-unread = Không cộng lại được các dòng.
chore-replay-sound = Tính lại từ dòng đầu, không có chỗ sai.
chore-outstanding = Số dư chưa dùng theo bên phát hành:
chore-outstanding-issuer = { $name }: chưa dùng { $amount }
chore-outstanding-former = Chương trình không còn trong cấu hình: chưa dùng { $amount }
chore-outstanding-book = { $name } ({ $kind }): đã phát hành { $issued }, đã dùng { $redeemed }, hết hạn { $expired }, đã hoàn tiền { $back }, đã từ bỏ { $given }, chưa dùng { $amount }
chore-batch = Mã đợt phiếu: { $code }
chore-sheet = Đã ghi { $file }; hãy mở trang, in trên giấy A4 rồi xóa tệp: trong đó có các mã.
chore-vouchers-withdrawn = { $count } phiếu đã được thu hồi.
chore-voucher-usable = dùng được
chore-voucher-used = đã dùng
chore-voucher-cancelled = đã thu hồi
chore-voucher-expired = hết hạn

## Done: the data and the server

chore-migrated = Dữ liệu của { $town } đã mới nhất.
chore-copied = Đã ghi { $file }.
chore-copy-key = Hãy giữ { $file } ở nơi an toàn khác: nó không nằm trong bản sao này, và thiếu nó thì bản sao vô dụng.
chore-restored = Đã khôi phục. Khi khóa đã ở đúng chỗ, hãy chạy `yui-server verify-ledger`. Những gì bị ngừng sau khi tạo bản sao này lại dùng được: điện thoại của cư dân và cửa hàng, tài khoản nhân viên, mật khẩu cũ. Phiếu đã dùng sau đó cũng dùng lại được. Hãy ngừng chúng một lần nữa: `shop revoke`, `staff end`, `staff reset`, `voucher cancel`; điện thoại của cư dân ở trang của người đó dành cho nhân viên.
chore-restored-key = Bây giờ hãy đặt lại khóa vào { $file }: khóa được giữ riêng với bản sao này, và thiếu nó máy chủ không chạy.
chore-restored-but = Trước khi chạy máy chủ: { $words }.
chore-serve-figures = { $town }: số liệu tại { $address }
chore-serve-figures-here = { $town }: số liệu chỉ cho máy này: /metrics ở cổng { $words }
chore-serve-ready = { $town }: sẵn sàng sau { $millis } ms, lắng nghe ở { $address }, địa chỉ { $origin }
chore-serve-stands-by = { $town }: ở chế độ dự phòng sau { $millis } ms, lắng nghe ở { $address }, địa chỉ { $origin }: máy chủ khác đang trả lời cho thành phố; khi máy đó dừng, máy này sẽ thay
chore-serve-stopped = { $town }: đã dừng.

## Not done

refusal-code = { $words } ({ $code })
refusal-at = { $file }: { $words }
refusal-nothing-done = { $words }; chưa làm gì cả
refusal-nothing-taken = { $words }; chưa nhập gì cả
refusal-nothing-back = { $words }; chưa khôi phục gì cả
refusal-half-back = { $words }; dữ liệu thành phố đã được khôi phục: hãy xóa trống nơi đó trước khi làm lại
refusal-town-store = dữ liệu thành phố: { $words }
refusal-realm-store = dữ liệu danh tính: { $words }
refusal-in-use = một chương trình khác đang ghi dữ liệu này và không trả lời; có phải nó đang khởi động hoặc đang dừng?
refusal-staff-taken = tên { $name } đã được dùng, bởi một tài khoản đang có hoặc đã kết thúc; hãy chọn tên khác
refusal-lost = không nhận được trả lời của máy chủ; hãy kiểm tra trước khi làm lại
refusal-other-answer = máy chủ trả lời khác với mong đợi
refusal-outcome = không ghi ra được kết quả: { $words }
refusal-random = máy này không tạo được số ngẫu nhiên
refusal-copy-of-files = bản sao này là tệp SQLite; hãy khôi phục mà không ghi --database, hoặc tạo bản sao bằng `backup --lines`
refusal-origin-missing = thiếu --origin: điện thoại đến máy chủ đang lắng nghe ở { $address } bằng địa chỉ nào? Ví dụ `--origin https://yui.city.example`, với proxy lo TLS ở phía trước
refusal-origin-form = --origin phải có dạng `https://TÊN-MÁY`, không có đường dẫn
refusal-not-secured = { $flag } phải bắt đầu bằng https:// (http:// chỉ cho chính máy này)
refusal-key-missing = thiếu khóa của nhà vận hành nền tảng
refusal-clock = { $words }. Hãy chỉnh đúng giờ của máy; nếu giờ hiện tại đã đúng, hãy chạy một lần `yui-server serve --accept-time-jump`
refusal-ledger = { $words }. Không ghi tiếp trên dữ liệu như vậy: hãy xem `yui-server verify-ledger` thấy gì, rồi khôi phục bản sao trước đó bằng `yui-server restore`
refusal-ended = máy chủ tự dừng: { $words }
refusal-other-leads = một máy chủ khác đang phụ trách dữ liệu thành phố; máy chủ này đã nhường dữ liệu danh tính
refusal-technical = ở đây không chạy được: { $words }
refusal-settings = không dùng được cấu hình: { $words }

## What was typed

misuse-value = “{ $value }” không hợp với { $flag }
misuse-value-why = “{ $value }” không hợp với { $flag }: { $words }
misuse-value-missing = { $flag } thiếu nội dung
misuse-choices = chọn một: { $words }
misuse-unknown = ở đây không có { $flag }
misuse-command = không có lệnh { $name }
misuse-command-missing = thiếu lệnh; có các lệnh: { $words }
misuse-meant = có phải là { $words }?
misuse-missing = còn thiếu: { $words }
misuse-conflict = { $flag } và { $words } không dùng chung được
misuse-twice = { $flag } chỉ ghi được một lần
misuse-other = không hiểu được
misuse-more = Xem thêm với --help.
typed-shop = mã cửa hàng gồm 16 chữ số 0-9 và chữ A-F, xem ở `shop list`
typed-phone = mã điện thoại gồm 12 chữ số 0-9 và chữ A-F, xem ở `shop phones`
typed-id = mã là UUID phiên bản 7 mà lệnh đã hiện
typed-count = một đợt có 1 đến { $count } phiếu
typed-yen = số tiền từ 1 đến { $count } yên
typed-day = ngày viết như 2027-03-31
typed-time = giờ viết như 03:30
typed-mail-address = địa chỉ thư được viết như name@town.example
typed-programme = chương trình viết bằng a-z, 0-9 và -, ví dụ charge-2026
typed-listen = địa chỉ lắng nghe viết như 127.0.0.1:8080
typed-proxy = địa chỉ viết như 192.0.2.1
typed-shop-name = tên: 1 đến 80 ký tự, không có ký tự ẩn
typed-shop-kana = tên kana: nhiều nhất 80 ký tự, không có ký tự ẩn
typed-shop-area = khu vực: nhiều nhất 40 ký tự, không có ký tự ẩn
typed-shop-address = địa chỉ: nhiều nhất 160 ký tự, không có ký tự ẩn
typed-shop-postal-code = mã bưu chính: bảy chữ số
typed-shop-telephone = điện thoại: nhiều nhất 20 chữ số, dấu cách và -+()
typed-shop-latitude = vĩ độ: từ -90 đến 90 độ
typed-shop-longitude = kinh độ: từ -180 đến 180 độ
typed-shop-class = không có loại “{ $name }”; thành phố có: { $words }
typed-staff-name = tên đăng nhập: 2 đến 32 ký tự a-z, 0-9, `.`, `-`, `_`
typed-staff-shown = tên hiện trên trang: 1 đến 40 ký tự, không có ký tự ẩn

## Stores and files

store-foreign = đây không phải dữ liệu của chương trình này; không có gì bên trong bị động đến
store-absent = ở đây không có kho dữ liệu; chưa tạo gì
store-other-version = dữ liệu do phiên bản khác của chương trình tạo: { $words }
store-in-use = một chương trình khác đang ghi dữ liệu này
store-full = hết chỗ để ghi dữ liệu
store-unavailable = không kết nối được cơ sở dữ liệu
store-no-database = máy chủ PostgreSQL không có cơ sở dữ liệu này; hãy tạo bằng createdb, hoặc sửa --database
store-clock = đồng hồ chỉ { $shown } trong khi phải vào khoảng { $expected }
store-not-empty = nơi khôi phục không trống: đã có { $words }
store-line = không đọc được dòng { $row } của bản sao: { $words }
store-fault = dữ liệu không ổn: { $words }
store-apart-other = dữ liệu thành phố và dữ liệu danh tính không cùng một bộ; có ổ đĩa chưa gắn, hoặc việc khôi phục chưa xong? Máy chủ chưa chạy
store-apart-realm = dữ liệu thành phố đang được dùng còn dữ liệu danh tính lại mới; có ổ đĩa chưa gắn, hoặc việc khôi phục chưa xong? Máy chủ chưa chạy
store-apart-town = dữ liệu danh tính đang được dùng còn dữ liệu thành phố lại mới; có ổ đĩa chưa gắn, hoặc việc khôi phục chưa xong? Máy chủ chưa chạy
store-key-missing = thiếu { $file }, và dữ liệu danh tính chỉ đọc được bằng khóa đó. Hãy đặt lại khóa thuộc về dữ liệu này: khóa được giữ riêng với bản sao lưu, và mọi máy chủ trên một cơ sở dữ liệu cần cùng một khóa. Không có khóa mới nào được tạo
store-key-other = khóa không phải là khóa đã dùng để ghi dữ liệu này. Hãy đặt đúng realm.key vào chỗ: khóa được giữ riêng với bản sao lưu, và mọi máy chủ trên một cơ sở dữ liệu cần cùng một khóa. Không có gì thay đổi
store-key-length = đây không phải tệp khóa (khóa dài 32 byte)
store-key-open = Người khác trên máy này đọc được { $file }. Hãy chạy `chmod 600` cho tệp này rồi khởi động lại
file-missing = không có tệp hoặc thư mục này
file-denied = không có quyền
file-exists = đã có rồi
file-full = ổ đĩa đã đầy
file-no-folder = một phần của đường dẫn không phải thư mục
file-folder = đó là thư mục
file-not-text = không phải chữ UTF-8
file-address-in-use = một chương trình khác đang dùng địa chỉ này
file-address-unknown = máy này không có địa chỉ đó
file-fault = không đọc ghi được ({ $code })

## A list that is imported

import-read-as = Đọc theo { $name }. Các cột:
import-mark = UTF-8 có BOM
import-column-number = số
import-column-name = tên
import-column-kana = tên kana
import-column-kind = ngành nghề
import-column-area = khu vực
import-column-postal-code = mã bưu chính
import-column-address = địa chỉ
import-column-telephone = số điện thoại
import-column-latitude = vĩ độ
import-column-longitude = kinh độ
import-repaired = dòng { $row }: { $words }: “{ $before }” -> “{ $after }”
import-doubtful = dòng { $row }: HÃY XEM LẠI: { $words }: “{ $before }”
import-rejected = dòng { $row }: KHÔNG NHẬP: { $words }
import-sum = { $rows } dòng: nhập { $taken }, không nhập { $rejected }; sửa { $repaired } chỗ, cần xem lại { $doubtful } chỗ.
import-kind-blanks = đã bỏ dấu cách thừa
import-kind-unseen = đã bỏ ký tự ẩn
import-kind-width = đã đổi ký tự toàn khổ hoặc nửa khổ
import-kind-voice-mark = dấu âm đục đã được ghép vào chữ
import-kind-telephone-form = đã đổi cách viết số điện thoại
import-kind-telephone-without-area-code = số điện thoại không có mã vùng, nhập nguyên như vậy
import-kind-telephone-unreadable = không phải số điện thoại, để trống
import-kind-postal-code-form = đã đổi cách viết mã bưu chính
import-kind-postal-code-unreadable = không phải mã bưu chính, để trống
import-kind-place-swapped = vĩ độ và kinh độ bị đổi chỗ, đã đổi lại
import-kind-place-unreadable = không phải vị trí ở Nhật Bản, để trống
import-kind-class-unknown = thành phố không có loại cho ngành nghề này
import-kind-quotes = dấu ngoặc kép thừa, nhập như một ký tự
import-reason-empty = dòng trống
import-reason-open-quote = dấu ngoặc kép mở mà không đóng
import-reason-cells = dòng có { $count } ô, tiêu đề có { $width } ô
import-reason-no-name = thiếu tên
import-reason-twice = cùng số hoặc cùng cửa hàng đã có ở dòng { $row }
import-reason-long = { $name } có { $count } ký tự, chỉ giữ được nhiều nhất { $most }
import-foreign = tệp được viết bằng { $name }; hãy lưu thành CSV UTF-8
import-no-encoding = tệp không phải UTF-8 cũng không phải CP932; hãy lưu thành CSV UTF-8
import-damaged = dòng { $row }, byte { $count }: không phải chữ UTF-8 dù phần còn lại là UTF-8; hãy sửa hoặc lưu lại danh sách
import-undecodable = dòng { $row }, byte { $count }: không phải chữ CP932, và tệp cũng không phải UTF-8; hãy lưu thành CSV UTF-8
import-no-text = dòng { $row }, byte { $count }: byte bằng 0; đây không phải tệp CSV UTF-8 hoặc CP932
import-no-names = không có cột tên cửa hàng; các tiêu đề là: { $words }
import-no-rows = tệp không có dòng nào
import-too-long = danh sách tối đa { $count } MB, danh sách này dài hơn
