// The way that a person went, and how it leads back.

import Testing
import YuiCore

@testable import YuiUI

@MainActor struct PlacesTests {
    @Test("the way leads back screen by screen, and home is where it ends")
    func back() {
        let places = Places()
        #expect(places.here == Place(.home) && !places.hasBefore)
        places.go(.history)
        places.go(.receipt, about: "1")
        #expect(places.here == Place(.receipt, about: "1") && places.hasBefore)
        places.back()
        #expect(places.here == Place(.history))
        places.back()
        places.back()
        #expect(places.here == Place(.home))
    }

    @Test("who goes to a screen that she came through goes back to it")
    func again() {
        let places = Places()
        for screen in [Screen.history, .receipt, .talk, .history] { places.go(screen) }
        places.back()
        #expect(places.here == Place(.home))
        places.go(.settings)
        places.go(.settings, about: "language")
        places.back()
        #expect(places.here == Place(.settings))
        places.go(.home)
        #expect(!places.hasBefore)
    }

    @Test("a screen that only leads on is passed on the way back")
    func instead() {
        let places = Places()
        places.go(.scan)
        places.goInstead(.pay)
        #expect(places.here == Place(.pay))
        places.back()
        #expect(places.here == Place(.home))
        places.goInstead(.code)
        #expect(places.here == Place(.code) && places.hasBefore)
    }

    @Test("a stay keeps what is hers while she is further on, and ends when she has left for good")
    func stays() {
        let places = Places()
        places.go(.history)
        let stay = places.stay
        stay.keeps("list", Listed()).wrappedValue.search = "shop"
        stay.keeps("list", Listed()).wrappedValue.pages = 3
        for comesBack in [{ places.back() }, { places.go(.history) }] {
            places.go(.receipt, about: "1")
            #expect(places.stay !== stay)
            comesBack()
            #expect(places.stay === stay)
        }
        #expect(places.stay.keeps("list", Listed()).wrappedValue == Listed(search: "shop", pages: 3))
        places.back()
        places.go(.history)
        #expect(places.stay.keeps("list", Listed()).wrappedValue == Listed())
    }

    @Test("another search begins a list anew, the same one does not")
    func asked() {
        var asked = Listed(pages: 3)
        asked.search = ""
        #expect(asked.pages == 3)
        asked.search = "shop"
        #expect(asked.pages == 1)
    }
}
