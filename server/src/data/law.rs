//! ja: laws are cited by the names they have, and a data map uses the law's own words.
//!
//! The articles on which the keeping of data rests, and the law's words for what the data map says.

/// An article, in words short enough for a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Law {
    /// The law as people call it, with the article.
    pub cite: &'static str,
    /// What it says, as far as it matters here.
    pub says: &'static str,
}

/// A town holds personal data only for its tasks.
pub const TOWN_TASK: Law = Law {
    cite: "個人情報保護法61条1項",
    says: "a town holds personal data only as far as a task given by law or by-law needs it, for a purpose that is named",
};
/// A town and whoever works for it keep personal data safe.
pub const TOWN_SAFETY: Law = Law {
    cite: "個人情報保護法66条",
    says: "a town, and whoever handles personal data for it, takes the measures that keep it from loss and misuse",
};
/// A town uses personal data for nothing else.
pub const TOWN_LIMIT: Law = Law {
    cite: "個人情報保護法69条",
    says: "a town uses and gives away personal data for its purpose only, save for the cases that the law lists",
};
/// A body outside government names its purpose.
pub const BODY_PURPOSE: Law = Law {
    cite: "個人情報保護法17条1項",
    says: "a business names, as closely as it can, what it uses personal data for",
};
/// A body outside government keeps to its purpose.
pub const BODY_LIMIT: Law = Law {
    cite: "個人情報保護法18条1項",
    says: "a business uses personal data beyond that purpose only with consent",
};
/// A body outside government keeps personal data safe.
pub const BODY_SAFETY: Law = Law {
    cite: "個人情報保護法23条",
    says: "a business takes the measures that keep personal data safe",
};
/// Books of prepaid value.
pub const BOOKS: Law = Law {
    cite: "資金決済法22条",
    says: "an issuer of prepaid value keeps books of it, where it is not exempt (4条)",
};
/// What the books show.
pub const BOOKS_CONTENT: Law = Law {
    cite: "前払式支払手段に関する内閣府令46条",
    says: "the books show, for each kind of value, what was issued, what was used and what remains",
};
/// Prepaid value is paid back in few cases only.
pub const PAY_BACK: Law = Law {
    cite: "資金決済法20条",
    says: "prepaid value is paid back when its issuer ends it, and otherwise only in the cases that the law allows",
};
/// Claims lapse.
pub const CLAIMS: Law = Law {
    cite: "民法166条1項",
    says: "a claim lapses five years after its holder knew that she could make it, ten years after she could",
};

/// The law's words for the lines of the page.
pub(super) mod terms {
    pub const CONTROLLER: &str = "保有主体";
    pub const PURPOSE: &str = "利用目的";
    pub const BASIS: &str = "根拠";
    pub const RETENTION: &str = "保存期間";
    pub const STAFF: &str = "閲覧の記録";
    pub const TABLES: &str = "記録項目";
    pub const READERS: &str = "領域をこえる利用";
    pub const TOWN: &str = "市町村";
    pub const ISSUER: &str = "発行者";
}
