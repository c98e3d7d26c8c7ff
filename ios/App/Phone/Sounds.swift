// What the hand and the ear notice, and what is said aloud.

import AVFoundation
import UIKit
import YuiUI

/// See the file.
@MainActor final class Sounds {
    private let hand = UINotificationFeedbackGenerator()
    private let voice = AVSpeechSynthesizer()
    private var player: AVAudioPlayer?

    /// A feeling in the hand, and a sound unless the phone is set to silence.
    func feel(_ feeling: Feeling) {
        hand.notificationOccurred(feeling == .done ? .success : .error)
        try? AVAudioSession.sharedInstance().setCategory(.ambient)
        player = try? AVAudioPlayer(data: feeling.chime)
        player?.play()
    }

    /// Says words aloud, also on a phone that is set to silence: who takes money at a counter asked for it.
    func speak(_ words: String, language: String) {
        guard let voiceOfIt = AVSpeechSynthesisVoice(language: language) else { return }
        try? AVAudioSession.sharedInstance().setCategory(.playback, options: .duckOthers)
        let said = AVSpeechUtterance(string: words)
        said.voice = voiceOfIt
        voice.stopSpeaking(at: .immediate)
        voice.speak(said)
    }
}
