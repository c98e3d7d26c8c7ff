//! How a resident is reached and found again, as the counter was told.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use yui_protocol::{ErrorCode, Subject, fits};
use yui_store::{Unit, UnitError};

use crate::typed;

/// A resident's name in kana and her telephone number; both may be empty.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    kana: String,
    telephone: String,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(…)")
    }
}

impl Contact {
    /// What was typed, in half width: `malformed_request` for more than 80 characters of kana, or for what is no
    /// telephone number.
    pub fn typed(kana: &str, telephone: &str) -> Result<Self, ErrorCode> {
        let half_width = |text: &str| text.trim().nfkc().collect::<String>();
        let (kana, telephone) = (half_width(kana), half_width(telephone));
        if fits(&kana, 80) && typed::is_telephone(&telephone) {
            Ok(Self { kana, telephone })
        } else {
            Err(ErrorCode::MalformedRequest)
        }
    }

    /// What it says.
    pub(super) fn words(&self) -> [&str; 2] {
        [&self.kana, &self.telephone]
    }
}

/// Keeps it; the same again changes nothing.
pub(super) async fn keep(
    unit: &mut Unit,
    staff: &str,
    subject: Subject,
    contact: &Contact,
) -> Result<(), UnitError> {
    unit.sql(
        "INSERT INTO resident_contact (subject, kana, telephone) VALUES ($1, $2, $3)
         ON CONFLICT (subject) DO UPDATE SET kana = excluded.kana, telephone = excluded.telephone",
    )
    .bind(subject)
    .bind(&contact.kana)
    .bind(&contact.telephone)
    .execute()
    .await?;
    unit.audit(staff, "resident.contact_kept", Some(subject));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_telephone_number_is_one() {
        let read = |telephone| Contact::typed("タナカ", telephone).map(|contact| contact.telephone);
        assert_eq!(read(" ０９５７-00-0000 ").as_deref(), Ok("0957-00-0000"));
        assert_eq!(read("(0957) 00-0000").as_deref(), Ok("(0957) 00-0000"));
        assert_eq!(read("").as_deref(), Ok(""));
        for wrong in ["090\0", "hanako@mail.example", "<b>", "0".repeat(21).as_str()] {
            assert_eq!(read(wrong), Err(ErrorCode::MalformedRequest), "{wrong}");
        }
        assert_eq!(Contact::typed("\0", ""), Err(ErrorCode::MalformedRequest));
        assert_eq!(Contact::typed(&"カ".repeat(81), ""), Err(ErrorCode::MalformedRequest));
    }
}
