// A code out of a picture that the person chooses. Her library is never opened to the app: the system hands out the one
// picture.

import Foundation
import PhotosUI
import UIKit
@preconcurrency import Vision

/// The text of the QR code in a picture that the person chooses; none when she chooses none, or there is no code in it.
@MainActor func codeOfPicture() async -> String? {
    guard let picture = await PicturePicker().choose() else { return nil }
    return await Task.detached { code(in: picture) }.value
}

/// The text of the first QR code in a picture.
nonisolated func code(in picture: Data) -> String? {
    let codes = VNDetectBarcodesRequest()
    codes.symbologies = [.qr]
    try? VNImageRequestHandler(data: picture, options: [:]).perform([codes])
    return codes.results?.lazy.compactMap(\.payloadStringValue).first
}

/// The system's own window to choose a picture in.
@MainActor private final class PicturePicker: NSObject, PHPickerViewControllerDelegate {
    private var chosen: CheckedContinuation<Data?, Never>?

    /// The picture that the person chooses, as the file has it.
    func choose() async -> Data? {
        guard let front = UIViewController.front else { return nil }
        var wanted = PHPickerConfiguration()
        wanted.filter = .images
        let picker = PHPickerViewController(configuration: wanted)
        picker.delegate = self
        picker.isModalInPresentation = true
        return await withCheckedContinuation { chosen in
            self.chosen = chosen
            front.present(picker, animated: true)
        }
    }

    func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult]) {
        picker.dismiss(animated: true)
        guard let file = results.first?.itemProvider else { return answer(nil) }
        _ = file.loadDataRepresentation(forTypeIdentifier: "public.image") { data, _ in
            Task { @MainActor in self.answer(data) }
        }
    }

    private func answer(_ picture: Data?) {
        chosen?.resume(returning: picture)
        chosen = nil
    }
}
