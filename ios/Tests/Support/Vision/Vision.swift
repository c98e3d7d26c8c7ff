// A stand-in for Vision where there is none: it reads a picture whose bytes are the text of its code.

import Foundation

public struct VNBarcodeSymbology: Sendable {
    public static let qr = VNBarcodeSymbology()
}

public final class VNBarcodeObservation: NSObject {
    public let payloadStringValue: String?

    init(_ text: String?) { payloadStringValue = text }
}

public final class VNDetectBarcodesRequest: NSObject {
    public var symbologies: [VNBarcodeSymbology] = []
    public fileprivate(set) var results: [VNBarcodeObservation]?

    public override init() {}
}

public struct VNImageOption: Hashable, Sendable {}

public final class VNImageRequestHandler: NSObject {
    private let data: Data

    public init(data: Data, options: [VNImageOption: Any]) { self.data = data }

    public func perform(_ requests: [VNDetectBarcodesRequest]) throws {
        for request in requests { request.results = [VNBarcodeObservation(String(data: data, encoding: .utf8))] }
    }
}
