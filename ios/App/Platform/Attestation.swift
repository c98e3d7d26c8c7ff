// App Attest: Apple's word that this is the app as it was released, on a real iPhone.

import DeviceCheck
import Foundation

/// Apple's attestation for these 32 bytes; empty where there is none, also when Apple's server cannot be reached, since a
/// person shall not be kept out by that. What an empty one is worth is for the town to decide.
func attested(_ digest: Data) -> Data {
    let service = DCAppAttestService.shared
    guard service.isSupported else { return Data() }
    let attestation = Awaited<Data>()
    service.generateKey { key, _ in
        guard let key else { return attestation.come(Data()) }
        DCAppAttestService.shared.attestKey(key, clientDataHash: digest) { object, _ in
            attestation.come(object ?? Data())
        }
    }
    return attestation.wait()
}
