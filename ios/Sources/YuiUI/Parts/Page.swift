// The frame of every screen: back and the way to a person above, the one main act and the bottom bar below.

import SwiftUI
import YuiCore

/// See the file.
struct Page<Content: View, Below: View>: View {
    private let title: YuiCore.Text
    private let titleShown: Bool
    private let step: AnyHashable
    private let fills: Bool
    private let content: Content
    private let below: Below

    @State private var height: CGFloat = 0
    @State private var heightBelow: CGFloat = 0
    @State private var room: CGFloat = 0
    @State private var isThere = false
    @State private var tremor = Tremor()
    @Environment(\.look) private var look
    @Environment(\.tremorTime) private var tremorTime
    @Environment(\.accessibilityVoiceOverEnabled) private var voiceOver
    @Environment(\.accessibilitySwitchControlEnabled) private var switches
    @Environment(Stay.self) private var stay
    @Environment(Surroundings.self) private var around

    /// `title` is what the screen asks or says; where a job of several steps is drawn, `step` is the one it is at, which
    /// begins at its top; with `fills` what can grow in its content takes the height that the rest leaves; `below` stands within thumb's reach, the main act first, and scrolls by itself where it would leave
    /// no room for the rest. What the person did and what became of it, and what is said of the network, stand above the
    /// content.
    init(
        _ title: YuiCore.Text, titleShown: Bool = true, step: AnyHashable = 0, fills: Bool = false,
        @ViewBuilder content: () -> Content, @ViewBuilder below: () -> Below = { EmptyView() }
    ) {
        self.title = title
        self.titleShown = titleShown
        self.step = step
        self.fills = fills
        self.content = content()
        self.below = below()
    }

    var body: some View {
        VStack(spacing: 0) {
            TopBar()
            ScrollViewReader { reader in
                ScrollView { whole.frame(minHeight: fills ? room : nil, alignment: .top) }
                    .onGeometryChange(for: CGFloat.self) {
                        $0.size.height
                    } action: {
                        room = $0
                    }
                    .onAppear { comes(reader) }
                    .onChange(of: step) { steps(reader) }
                    .onChange(of: around.shownError) { if around.shownError != nil { reader.scrollTo(Spot.error) } }
            }
            if height > 0 && heightBelow > most {
                ScrollView { acts }.frame(height: most)
            } else {
                acts
            }
            if around.words.tabs.contains(where: { $0.screen == around.places.here.screen }) { BottomBar() }
        }
        .environment(\.tremor, tremor)
        .background(look.colours.ground)
        .onGeometryChange(for: CGFloat.self) {
            $0.size.height
        } action: {
            height = $0
        }
        .accessibilityElement(children: .contain)
        .announced(title.plain)
    }

    private var whole: some View {
        VStack(alignment: .leading, spacing: 16) {
            if let network = around.network { NetworkNote(network, lost: around.words.offline != nil) }
            if titleShown { Words(title, .title).accessibilityAddTraits(.isHeader) }
            DeedsNote(around.deeds)
            DeedsNote(around.leaving)
            content
        }
        .padding(16)
        // What is read to its end stands clear of what is below.
        .padding(.bottom, 16)
        .frame(maxWidth: widest, alignment: .leading)
        .frame(maxWidth: .infinity)
        .onGeometryChange(for: CGFloat?.self) {
            $0.scrolled
        } action: {
            if let scrolled = $0, isThere { stay.scrolled[title.plain] = scrolled }
        }
        .id(Spot.whole)
    }

    /// Who comes back finds it as far down as she had read.
    private func comes(_ reader: ScrollViewProxy) {
        begins()
        if let scrolled = stay.scrolled[title.plain] {
            reader.scrollTo(Spot.whole, anchor: UnitPoint(x: 0, y: scrolled))
        }
        isThere = true
    }

    private func steps(_ reader: ScrollViewProxy) {
        begins()
        stay.scrolled = [:]
        reader.scrollTo(Spot.whole, anchor: .top)
    }

    /// A screen reader and a switch do not tremble.
    private func begins() { if !voiceOver && !switches { tremor.begins(for: tremorTime) } }

    private var acts: some View {
        VStack(spacing: 8) { below }
            .padding(.horizontal, 16)
            .padding(.vertical, 8)
            .frame(maxWidth: widest)
            .onGeometryChange(for: CGFloat.self) {
                $0.size.height
            } action: {
                heightBelow = $0
            }
    }

    /// How much of the height may stand below what scrolls: what is higher scrolls by itself.
    private var most: CGFloat { height * 0.4 }

    /// Lines of words are no longer than can be read well.
    private let widest: CGFloat = 600
}

/// What a page scrolls to.
enum Spot: Hashable, Sendable {
    /// All that it shows.
    case whole
    /// What went wrong.
    case error
}

extension GeometryProxy {
    /// How far this is scrolled: 0 at its top, 1 at its end; none where all of it is seen.
    fileprivate var scrolled: CGFloat? {
        guard let seen = bounds(of: .scrollView), size.height > seen.height else { return nil }
        return min(max(seen.minY / (size.height - seen.height), 0), 1)
    }
}

private struct TopBar: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        HStack {
            if around.places.hasBefore {
                Pressable(onPress: around.goBack) { Labelled(mark: .back, text: around.words.back) }
            }
            Spacer()
            if around.places.here.screen != .talk {
                Pressable {
                    around.places.go(.talk, about: around.shownError)
                } content: {
                    Labelled(mark: .talk, text: around.words.talk)
                }
            }
        }
        .padding(.horizontal, 4)
        Hairline()
    }
}

private struct BottomBar: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Hairline()
        HStack(spacing: 0) {
            ForEach(around.words.tabs, id: \.screen) { tab in
                Pressable(wide: true) {
                    around.places.home()
                    around.places.go(tab.screen)
                } content: {
                    VStack(spacing: 4) {
                        MarkPicture(Mark(of: tab.screen), \.primary)
                        Words(tab.text, .small)
                    }
                }
                .accessibilityAddTraits(tab.screen == around.places.here.screen ? .isSelected : [])
            }
        }
    }
}

/// A line between things.
struct Hairline: View {
    @Environment(\.look) private var look

    var body: some View { look.colours.line.frame(height: 1) }
}

/// Words with a mark before them.
private struct Labelled: View {
    let mark: Mark
    let text: YuiCore.Text

    var body: some View {
        HStack(spacing: 4) {
            MarkPicture(mark, \.primary)
            Words(text, .small, \.primary)
        }
    }
}
