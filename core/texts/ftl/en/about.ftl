### About the app, and what is in it.

## About

about-title = About this app
about-version = Version
about-town = Town
about-office = Who to ask
about-source = Programs
about-source-open = Open source, for anybody to inspect ({ $words }).

## What is kept where

about-kept-title = What is kept where
about-kept-phone = This phone
about-kept-phone-what = Your balance and history, encrypted. They go when you delete the app.
about-kept-town = Servers of the town and the operating body
about-kept-town-what = Name, address, date of birth and sex, and the record of payments. That record holds no names.
about-kept-shop = Shops
about-kept-shop-what = They learn the amount and the time, never your name.
about-kept-never = Kept nowhere
about-kept-never-what = The twelve-digit number is not read. Passwords and PINs only go to the card.

## Licences

licences-title = Open-source licences
licences-note = The software that this app contains.
licences-core = The app’s core
licences-android = Screens on Android
