### Pages on which staff compare a registration with a new card.

review-title = 待确认的注册
review-empty = 没有待确认的注册。
review-reason-card = 卡片已更换
review-same-person = 确认为同一人
review-refuse = 不认可此注册
review-other-person = 作为另一个人注册
review-new-card = 新卡上的人
review-known = 已注册的人
review-since = 自{ $moment }起
review-reference = 受理号：{ $code }
review-look = 请比较两者后决定。
