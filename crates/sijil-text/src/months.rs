//! The names of months that newsrooms write: Levantine, Egyptian, Maghreb, English, Hijri.

/// A calendar that months belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The common one.
    Gregorian,
    /// The Islamic one.
    Hijri,
}

/// Every name of a month we know, lightly folded, with its number from 1; some are two words.
pub fn month_names() -> impl Iterator<Item = (&'static str, u8, Calendar)> {
    let gregorian = GREGORIAN
        .iter()
        .map(|(name, month)| (*name, *month, Calendar::Gregorian));
    let hijri = HIJRI
        .iter()
        .map(|(name, month)| (*name, *month, Calendar::Hijri));
    gregorian.chain(hijri)
}

/// The Gregorian month, 1 to 12, that starts the lightly folded `words`, and how many of them it
/// takes (1 or 2).
pub(crate) fn gregorian(words: &[&str]) -> Option<(u8, usize)> {
    lookup(GREGORIAN, words)
}

/// The Hijri month, 1 to 12, that starts `words`, as for [`gregorian`].
pub(crate) fn hijri(words: &[&str]) -> Option<(u8, usize)> {
    lookup(HIJRI, words)
}

fn lookup(names: &[(&str, u8)], words: &[&str]) -> Option<(u8, usize)> {
    let one = words.first()?;
    let two = words.get(1).map(|second| format!("{one} {second}"));
    let found = |wanted: &str| {
        names
            .iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, month)| *month)
    };
    two.and_then(|two| found(&two))
        .map(|month| (month, 2))
        .or_else(|| found(one).map(|month| (month, 1)))
}

#[rustfmt::skip]
const GREGORIAN: &[(&str, u8)] = &[
    // Levant and Iraq; also without the article, as many type them.
    ("كانون الثاني", 1), ("كانون ثاني", 1), ("شباط", 2), ("اذار", 3), ("نيسان", 4), ("ايار", 5),
    ("حزيران", 6), ("تموز", 7), ("اب", 8), ("ايلول", 9), ("تشرين الاول", 10), ("تشرين اول", 10),
    ("تشرين الثاني", 11), ("تشرين ثاني", 11), ("كانون الاول", 12), ("كانون اول", 12),
    // Egypt, Sudan, the Gulf.
    ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("ابريل", 4), ("مايو", 5), ("يونيو", 6), ("يونيه", 6),
    ("يوليو", 7), ("يوليه", 7), ("اغسطس", 8), ("سبتمبر", 9), ("اكتوبر", 10), ("نوفمبر", 11),
    ("ديسمبر", 12),
    // Algeria, Tunisia; then Morocco.
    ("جانفي", 1), ("فيفري", 2), ("افريل", 4), ("ماي", 5), ("جوان", 6), ("جويلية", 7), ("جويليه", 7),
    ("اوت", 8), ("يوليوز", 7), ("غشت", 8), ("شتنبر", 9), ("نونبر", 11), ("دجنبر", 12),
    // English, full and short.
    ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4),
    ("apr", 4), ("may", 5), ("june", 6), ("jun", 6), ("july", 7), ("jul", 7), ("august", 8),
    ("aug", 8), ("september", 9), ("sept", 9), ("sep", 9), ("october", 10), ("oct", 10),
    ("november", 11), ("nov", 11), ("december", 12), ("dec", 12),
];

#[rustfmt::skip]
const HIJRI: &[(&str, u8)] = &[
    ("محرم", 1), ("المحرم", 1), ("صفر", 2), ("ربيع الاول", 3), ("ربيع اول", 3), ("ربيع الثاني", 4),
    ("ربيع الاخر", 4), ("ربيع ثاني", 4), ("جمادي الاولي", 5), ("جمادي الاول", 5), ("جمادي الثانية", 6),
    ("جمادي الاخرة", 6), ("جمادي الثاني", 6), ("رجب", 7), ("شعبان", 8), ("رمضان", 9), ("شوال", 10),
    ("ذو القعدة", 11), ("ذي القعدة", 11), ("ذو الحجة", 12), ("ذي الحجة", 12), ("muharram", 1),
    ("safar", 2), ("rabi al-awwal", 3), ("rabi i", 3), ("rabi al-thani", 4), ("rabi ii", 4), ("jumada al-awwal", 5),
    ("jumada al-thani", 6), ("rajab", 7), ("shaban", 8), ("ramadan", 9), ("shawwal", 10), ("dhu al-qadah", 11),
    ("dhu al-hijjah", 12),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_light;

    #[test]
    fn every_name_is_written_as_folding_leaves_it() {
        for (name, month) in GREGORIAN.iter().chain(HIJRI) {
            assert_eq!(&fold_light(name), name);
            assert!((1..=12).contains(month));
        }
    }

    #[test]
    fn two_words_win_over_one() {
        assert_eq!(gregorian(&["كانون", "الثاني", "2018"]), Some((1, 2)));
        assert_eq!(gregorian(&["كانون"]), None);
        assert_eq!(hijri(&["ربيع", "الاول"]), Some((3, 2)));
    }
}
