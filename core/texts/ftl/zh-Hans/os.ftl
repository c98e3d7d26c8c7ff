### What the phone's system shows in our name: why it asks for a permission, and the kinds of notifications.
### Generated into the apps' own files, which know no simple Japanese.

os-camera-reason = 用于扫描商店的二维码和充值券。不会保存拍到的画面。
os-card-reason = 用于读取个人编号卡，确认是您本人。绝不读取个人编号（12位号码）。
os-face-reason = 支付较大金额时，用于确认是您本人。本应用不会收到面部信息。
os-channel-payments = 付款和收款
os-channel-payments-about = 付款记录、退款和收到积分时通知。不显示金额和姓名。
os-channel-notices = 市里的通知
os-channel-notices-about = 有效期限、卡片更新和市里的消息。
