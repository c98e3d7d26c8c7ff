// What the core is given of an iPhone.

import YuiCore

extension Platform {
    /// The services of this iPhone.
    static func iPhone() -> Platform {
        Platform(keys: EnclaveKeys(), secureStore: SealedStore(), clock: PhoneClock(), log: SystemLog())
    }
}
