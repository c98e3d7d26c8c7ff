### Pages on which staff compare a registration with a new card.

review-title = Đăng ký chờ kiểm tra
review-empty = Không có đăng ký nào đang chờ.
review-reason-card = Thẻ mới
review-same-person = Công nhận là cùng một người
review-refuse = Không chấp nhận đăng ký
review-other-person = Đăng ký là người khác
review-new-card = Trên thẻ mới
review-known = Người đã đăng ký
review-since = Từ { $moment }
review-reference = Số tiếp nhận: { $code }
review-look = So sánh hai bên rồi quyết định.
