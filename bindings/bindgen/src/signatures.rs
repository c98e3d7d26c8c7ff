//! Declarations of the generated code that an app can use, in the order and nesting of the code.

use crate::{
    Language,
    scan::{Piece, pieces},
};

/// What UniFFI needs for itself begins like this, in whatever case.
const MACHINERY: [&str; 11] = [
    "uniffi",
    "ffi",
    "rustbuffer",
    "rustcallstatus",
    "foreignbytes",
    "integritychecking",
    "internalexception",
    "nohandle",
    "disposable",
    "javalangref",
    "androidsystemcleaner",
];

/// The declarations, a line each, members indented below their type.
#[must_use]
pub fn signatures(language: Language, code: &str) -> String {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut scopes: Vec<bool> = Vec::new();
    for piece in pieces(code) {
        let (head, opens) = match piece {
            Piece::Statement(head) => (head, false),
            Piece::Open(head) => (head, true),
            Piece::Close => {
                scopes.pop();
                continue;
            }
        };
        let declaration =
            if scopes.iter().all(|seen| *seen) { Declaration::of(language, &head) } else { None };
        if let Some(declaration) = &declaration {
            lines.push((scopes.len(), declaration.line.clone()));
        }
        if opens {
            scopes.push(declaration.is_some_and(|declaration| declaration.is_type));
        }
    }
    let mut out = String::new();
    for (at, (depth, line)) in lines.iter().enumerate() {
        let holds_something = lines.get(at + 1).is_some_and(|(next, _)| next > depth);
        if !line.starts_with("companion object") || holds_something {
            out += &"    ".repeat(*depth);
            out += line;
            out.push('\n');
        }
    }
    out
}

struct Declaration {
    line: String,
    /// Whether its members are declarations, too.
    is_type: bool,
}

impl Declaration {
    fn of(language: Language, head: &str) -> Option<Self> {
        let line = match language {
            Language::Kotlin => head.replace('`', "").replace("kotlin.", ""),
            Language::Swift => head.replace('`', ""),
        };
        let words: Vec<_> = line.split(' ').collect();
        let (modifiers, types, members): (&[_], &[_], &[_]) = match language {
            Language::Kotlin => (
                &["public", "open", "sealed", "data", "enum", "companion", "suspend"],
                &["class", "interface", "object"],
                &["fun", "val", "typealias"],
            ),
            Language::Swift => (
                &["public", "open", "indirect", "static", "convenience"],
                &["class", "protocol", "struct", "enum", "extension"],
                &["func", "let", "var", "case", "typealias", "init", "init?"],
            ),
        };
        let keyword_at = words.iter().position(|word| !modifiers.contains(word))?;
        let keyword = words[keyword_at].split(['(', '<']).next()?;
        let name = words.get(keyword_at + 1).copied().unwrap_or_default().to_lowercase();
        if MACHINERY.iter().any(|machinery| name.starts_with(machinery)) {
            return None;
        }
        let is_type = types.contains(&keyword);
        // What a class says again of the interface that it implements.
        let repeated = language == Language::Swift && words[0] == "open" && !is_type;
        let is_entry = language == Language::Kotlin && is_enum_entry(&line);
        if repeated || !(is_type || is_entry || members.contains(&keyword)) {
            return None;
        }
        // What an alias stands for is what it says.
        let declared = if keyword == "typealias" { &line } else { without_value(&line) };
        let bare = declared.trim_end_matches(',').trim_end();
        let line = bare.replace("( ", "(").replace(" )", ")").replace(" ,", ",").replace(",)", ")");
        Some(Self { line, is_type })
    }
}

fn is_enum_entry(line: &str) -> bool {
    let name = line.trim_end_matches([',', ';']);
    name.starts_with(|sign: char| sign.is_ascii_uppercase())
        && name.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_')
}

/// The declaration without what it is set to: what follows an equals sign outside of parentheses.
fn without_value(line: &str) -> &str {
    let mut depth = 0_usize;
    for (at, sign) in line.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '=' if depth == 0 => return line[..at].trim_end(),
            _ => {}
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kotlin_shows_what_can_be_called() {
        let code = "public interface A {\n  suspend fun `b`(`c`: kotlin.String): D\n}\n\
            open class A: Disposable {\n  override suspend fun `b`(`c`: kotlin.String): D {\n  val hidden = 1\n }\n\
            companion object {\n suspend fun `open`(`x`: X) : A {\n }\n}\n}\n\
            enum class E {\n ONE,\n TWO;\n companion object\n}\npublic object FfiConverterE: F<E> {\n fun x() = 1\n}\n\
            object UserNotVerified : F()\ntypealias Id = kotlin.String\n";
        assert_eq!(
            signatures(Language::Kotlin, code),
            "public interface A\n    suspend fun b(c: String): D\nopen class A: Disposable\n    companion object\n        \
             suspend fun open(x: X) : A\nenum class E\n    ONE\n    TWO\n\
             object UserNotVerified : F()\ntypealias Id = String\n"
        );
    }

    #[test]
    fn swift_shows_what_can_be_called() {
        let code = "public protocol AProtocol: AnyObject {\n func b(c: String) async throws -> D\n}\n\
            open class A: AProtocol {\n open func b(c: String) async throws -> D {\n let hidden = 1\n }\n\
            public static func open(x: X)async throws -> A {\n }\n}\n\
            public enum E {\n case one(D\n )\n case two\n}\nprivate let secret = 1\nfileprivate func f() {\n}\n\
            public typealias Id = String\n";
        assert_eq!(
            signatures(Language::Swift, code),
            "public protocol AProtocol: AnyObject\n    func b(c: String) async throws -> D\nopen class A: AProtocol\n    \
             public static func open(x: X)async throws -> A\npublic enum E\n    case one(D)\n    case two\n\
             public typealias Id = String\n"
        );
    }
}
