### What the phone's system shows in our name: why it asks for a permission, and the kinds of notifications.
### Generated into the apps' own files, which know no simple Japanese.

os-camera-reason = Để quét mã QR của cửa hàng và phiếu nạp. Không lưu hình ảnh nào.
os-card-reason = Để đọc thẻ My Number và xác nhận đúng là bạn. Không bao giờ đọc mã số My Number (12 chữ số).
os-face-reason = Để xác nhận đúng là bạn khi trả số tiền lớn. Ứng dụng không nhận dữ liệu khuôn mặt của bạn.
os-channel-payments = Trả tiền và nhận tiền
os-channel-payments-about = Báo khi ghi nhận trả tiền, hoàn tiền và nhận điểm. Không hiện số tiền hay tên.
os-channel-notices = Thông báo của thành phố
os-channel-notices-about = Hạn sử dụng, gia hạn thẻ và tin tức của thành phố.
