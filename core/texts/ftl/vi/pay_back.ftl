### Charged value paid back to one who leaves: pages of staff.

pay-back-two-staff = Trả lại số dư cần hai nhân viên xác nhận.
pay-back-moved = Chuyển ra khỏi thành phố
pay-back-death = Qua đời
pay-back-closed = Dịch vụ kết thúc
pay-back-title = Xác nhận trả lại số dư
pay-back-start = Ngừng dùng và trả lại số dư
pay-back-reason = Lý do
pay-back-note = Chỉ trả lại phần tiền đã nạp.
pay-back-record-button = Ghi nhận trả lại số dư
pay-back-recorded = Đã ghi nhận. Chưa trả lại số dư. Khi một nhân viên khác xác nhận, người này sẽ ngừng dùng.
pay-back-empty = Không có khoản trả lại số dư nào đang chờ.
pay-back-recorded-by = Người ghi: { $name } ({ $moment })
pay-back-own = Không thể tự xác nhận khoản mình ghi. Một nhân viên khác phải xác nhận.
pay-back-confirm-button = Xác nhận trả lại số dư
pay-back-confirm-question = Cho người này rời dịch vụ?
pay-back-confirm-happens = Số dư đã nạp sẽ được trả lại. Các điểm khác sẽ mất và mọi điện thoại của người này ngừng hoạt động. Không thể hoàn tác.
pay-back-done = Người này đã ngừng dùng. Hãy trả lại { $amount }.
pay-back-confirmed-title = Đã xác nhận
pay-back-sum = Trả lại { $amount }
pay-back-confirmed-by = Người xác nhận và trả lại số dư: { $name } ({ $moment })
