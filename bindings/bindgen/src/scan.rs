//! Generated code as statements: enough of the two languages to tell declarations from bodies.

/// A piece of code between two boundaries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A statement, its white space made single, without a body.
    Statement(String),
    /// What stands before an opening brace.
    Open(String),
    /// A closing brace.
    Close,
}

/// Splits code into pieces. Comments are gone, texts are empty.
pub fn pieces(code: &str) -> Vec<Piece> {
    let bare = bare(code);
    let mut pieces = Vec::new();
    let mut head = String::new();
    let mut parentheses = 0_usize;
    let mut rest = bare.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '{' if parentheses == 0 => pieces.push(Piece::Open(take(&mut head))),
            '}' if parentheses == 0 => {
                end(&mut pieces, &mut head);
                pieces.push(Piece::Close);
            }
            ';' if parentheses == 0 => end(&mut pieces, &mut head),
            '\n' if parentheses == 0 => {
                while rest.next_if(|next| next.is_whitespace()).is_some() {}
                // A type's body, or what it inherits, may begin on a line of its own.
                if !matches!(rest.peek(), Some('{' | ':')) {
                    end(&mut pieces, &mut head);
                }
            }
            _ => {
                match sign {
                    '(' => parentheses += 1,
                    ')' => parentheses = parentheses.saturating_sub(1),
                    _ => {}
                }
                head.push(sign);
            }
        }
    }
    pieces
}

fn end(pieces: &mut Vec<Piece>, head: &mut String) {
    let statement = take(head);
    if !statement.is_empty() {
        pieces.push(Piece::Statement(statement));
    }
}

fn take(head: &mut String) -> String {
    let words: Vec<_> = head.split_whitespace().collect();
    let single = words.join(" ");
    head.clear();
    single
}

/// Without comments, and with nothing inside the texts.
fn bare(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code.chars().peekable();
    while let Some(sign) = rest.next() {
        match (sign, rest.peek()) {
            ('/', Some('/')) => while rest.next_if(|next| *next != '\n').is_some() {},
            ('/', Some('*')) => {
                let mut before = ' ';
                for inside in rest.by_ref() {
                    if (before, inside) == ('*', '/') {
                        break;
                    }
                    before = inside;
                }
            }
            ('"', _) => {
                out.push('"');
                while let Some(inside) = rest.next() {
                    match inside {
                        '\\' => drop(rest.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                out.push('"');
            }
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_comments_and_texts_are_told_apart() {
        let code = "/** a { */ class A(\n  val b: C\n  , // }\n)\n  : D()\n{\n fun e() = \"}\"\n}\n";
        assert_eq!(
            pieces(code),
            [
                Piece::Open("class A( val b: C , ): D()".to_owned()),
                Piece::Statement("fun e() = \"\"".to_owned()),
                Piece::Close,
            ]
        );
    }
}
