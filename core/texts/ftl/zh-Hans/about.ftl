### About the app, and what is in it.

## About

about-title = 关于本应用
about-version = 版本
about-town = 城市
about-office = 工作人员
about-source = 程序
about-source-open = 开放源代码，任何人都可以查看（{ $words }）。

## What is kept where

about-kept-title = 哪里保存什么
about-kept-phone = 这部手机
about-kept-phone-what = 加密保存余额和记录。删除应用后即消失。
about-kept-town = 本市和运营团体的服务器
about-kept-town-what = 保存姓名、住址、出生日期、性别和付款记录。付款记录中没有姓名。
about-kept-shop = 商店
about-kept-shop-what = 只会得知金额和时间，不会得知姓名。
about-kept-never = 任何地方都不保存
about-kept-never-what = 不读取个人编号（12位号码）。密码只交给卡片。

## Licences

licences-title = 开源许可
licences-note = 本应用包含以下软件。
licences-core = 应用核心
licences-android = 安卓界面
