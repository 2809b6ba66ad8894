//! Which of a place's many names go into the index.

/// Whether the index keeps this spelling: Arabic or Latin letters, no airport code, no bare romanisation.
pub(crate) fn is_kept(name: &str) -> bool {
    if name.chars().any(is_arabic) {
        return name
            .chars()
            .all(|letter| is_arabic(letter) || is_between(letter));
    }
    let is_latin = |letter: char| {
        letter.is_ascii_alphabetic()
            || ('\u{C0}'..='\u{24F}').contains(&letter)
            || ('\u{1E00}'..='\u{1EFF}').contains(&letter)
            || is_between(letter)
    };
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_code = letters <= 4 && !name.chars().any(char::is_lowercase);
    let begins_well = name.chars().next().is_some_and(char::is_uppercase)
        || name
            .split_once('-')
            .is_some_and(|(article, _)| matches!(article, "al" | "el" | "ar" | "as" | "ad" | "az"));
    letters >= 2 && !is_code && begins_well && name.chars().all(is_latin)
}

pub(crate) fn is_arabic(letter: char) -> bool {
    ('\u{620}'..='\u{6FF}').contains(&letter) || ('\u{750}'..='\u{77F}').contains(&letter)
}

fn is_between(letter: char) -> bool {
    sijil_text::fold(&letter.to_string()).is_empty()
        || matches!(
            letter,
            ' ' | '-' | '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '.' | ','
        )
}

/// Whether an Arabic name is spelt with letters of Arabic alone, not of Persian or Kurdish.
pub(crate) fn is_arabic_proper(name: &str) -> bool {
    name.chars()
        .all(|letter| !is_arabic(letter) || ('\u{621}'..='\u{655}').contains(&letter))
}

/// Words for a kind of area, that a text may leave out.
const BEFORE: &[&str] = &[
    "محافظة",
    "منطقة",
    "ناحية",
    "قضاء",
    "ولاية",
    "مديرية",
    "لواء",
    "إمارة",
    "اقليم",
    "إقليم",
    "شعبية",
    "Muḩāfaz̧at",
    "Wilayat",
    "Wilāyat",
    "Wilaya de",
    "State of",
    "Province of",
    "Provincia de",
    "Département de",
    "Gouvernorat de",
    "Governorate of",
    "Emirate of",
    "Nāḩiyat",
    "Qaḑā’",
];
const AFTER: &[&str] = &[
    "Governorate",
    "Province",
    "District",
    "County",
    "Region",
    "Parish",
    "State",
    "Department",
    "Oblast",
    "Raion",
    "Rayon",
    "Municipality",
    "Prefecture",
    "Canton",
    "Emirate",
    "Krai",
    "Republic",
    "Subdistrict",
    "Nahiyah",
    "City",
    "Territory",
    "Regency",
    "Kommun",
    "Voivodeship",
    "Sheng",
    "Qada",
];

/// The name without its word for a kind of area, if it has one.
pub(crate) fn without_kind(name: &str) -> Option<&str> {
    let before = BEFORE
        .iter()
        .find_map(|kind| name.strip_prefix(kind)?.strip_prefix(' '));
    let after = AFTER
        .iter()
        .find_map(|kind| name.strip_suffix(kind)?.strip_suffix(' '));
    before
        .or(after)
        .map(str::trim)
        .filter(|rest| rest.chars().count() > 2)
}

/// Where names are written in Arabic, or often by way of it: spellings vary most.
pub(crate) fn has_skeletons(country: &str) -> bool {
    const CODES: &str = "SY IQ LB JO PS IL EG LY TN DZ MA MR SD SA YE OM AE QA BH KW SO DJ IR TR";
    CODES.split(' ').any(|code| code == country)
}
