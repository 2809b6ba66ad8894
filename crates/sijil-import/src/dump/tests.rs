//! Invented dumps of an invented paper, in both languages.

use super::*;

const ENGLISH: &str = "Search For Keyword.\n\nBakers of Kafr Marhun win back their oven\n\n(Qasr Press)- The bakers of Kafr Marhun lit the old oven again on Friday, the first time in three years, the town council told Qasr Press.\n\nThe oven had stood cold since the mill closed. \n \nAccording to a council clerk, it will give 4,000 loaves a day.\n\nThe council did not say who paid for the flour.\n\nQasr Pres\n(12)    (3)\nTotal Comments (0)\n\nComments About This Article\n\nPlease fill the fields below.\n*code confirming note";

const ARABIC: &str = "كلمة البحث\n\nالرئيسية » محليات\n\nخبازو كفر مرهون يستعيدون فرنهم\n\nتاريخ النشر: ٢٤ تشرين الثاني/نوفمبر ٢٠١٧\n\nدمشق – سانا أشعل خبازو كفر مرهون الفرن القديم يوم الجمعة للمرة الأولى منذ ثلاث سنوات.\n\nوقال كاتب المجلس إن الفرن سيعطي أربعة آلاف رغيف في اليوم.\n\nاقرأ أيضاً: المطحنة تعود إلى العمل\n\nولم يذكر المجلس من دفع ثمن الطحين.\n\nبقلم: ليلى حداد\n(١٢) (٣)\nعدد التعليقات (٢)\n\nعمر ناصر\nخبر جميل، شكراً لكم.\n\nسامي\nأين يباع الخبز؟\n\nاترك تعليقاً\nالاسم\nرمز التحقق\nإرسال";

fn read_one(text: &str) -> Incoming {
    let mut incoming = Incoming::default();
    read(text, &Learned::default(), &mut incoming).unwrap();
    incoming
}

#[test]
fn an_english_dump_becomes_a_story() {
    let story = read_one(ENGLISH);
    assert_eq!(story.title, "Bakers of Kafr Marhun win back their oven");
    assert_eq!(story.agency.as_deref(), Some("Qasr Press"));
    assert_eq!(story.credit.as_deref(), Some("(Qasr Press)-"));
    assert_eq!(story.sign_off.as_deref(), Some("Qasr Pres"));
    assert_eq!(story.paragraphs.len(), 4);
    assert!(story.text.starts_with("The bakers of Kafr Marhun"));
    assert!(story.text.ends_with("paid for the flour."));
    assert_eq!((story.votes_for, story.votes_against), (Some(12), Some(3)));
    assert_eq!(story.comments_declared, Some(0));
    assert!(story.comments.is_empty() && story.doubts.is_empty());
    assert_eq!(story.lang.map(sijil_text::Language::code), Some("en"));
    assert_eq!(story.date, None);
    assert!(story.date_note.is_some());
    let furniture: Vec<usize> = story
        .left_out
        .iter()
        .map(|left_out| left_out.line)
        .collect();
    assert_eq!(furniture, [1, 14, 15, 17, 19, 20]);
}

#[test]
fn an_arabic_dump_becomes_a_story() {
    let story = read_one(ARABIC);
    assert_eq!(story.title, "خبازو كفر مرهون يستعيدون فرنهم");
    assert_eq!(story.agency.as_deref(), Some("سانا"));
    assert_eq!(story.dateline.as_deref(), Some("دمشق"));
    assert_eq!(story.byline, ["ليلى حداد"]);
    assert_eq!(story.paragraphs.len(), 3);
    assert!(story.text.starts_with("أشعل خبازو"));
    assert!(!story.text.contains("المطحنة"));
    assert_eq!((story.votes_for, story.votes_against), (Some(12), Some(3)));
    assert_eq!(story.lang.map(sijil_text::Language::code), Some("ar"));
    assert_eq!(
        story.date.map(|day| day.to_string()).as_deref(),
        Some("2017-11-24")
    );
    assert_eq!(story.comments_declared, Some(2));
    let names: Vec<&str> = story
        .comments
        .iter()
        .map(|comment| comment.name.as_str())
        .collect();
    assert_eq!(names, ["عمر ناصر", "سامي"]);
}

#[test]
fn a_folder_teaches_what_repeats() {
    let subjects = ["bread", "water", "roads", "schools", "markets"];
    let pages: Vec<String> = subjects
        .iter()
        .map(|subject| format!(
            "The Marhun Gazette of the north\n\nNews about {subject} in town\n\nThe council spoke about {subject} on Friday, at length and in the open.\n\nIt will speak about {subject} again.\n\nTouch here to hear our voices\n(1) (2)"
        ))
        .collect();
    let mut learned = Learned::default();
    for page in &pages {
        learned.add(page);
    }
    for (page, subject) in pages.iter().zip(subjects) {
        let mut story = Incoming::default();
        read(page, &learned, &mut story).unwrap();
        assert_eq!(story.title, format!("News about {subject} in town"));
        assert_eq!(story.paragraphs.len(), 2);
        assert_eq!(story.sign_off, None);
    }
}

#[test]
fn wrapped_lines_are_joined_and_plain_ones_are_not() {
    let wrapped = "A headline of the day\n\nThe council met on Friday in the old hall of the town and spoke at\nlength about the oven, the mill, the flour and the price of the bread\nthat all of them will give.\n\nAt the end of the day the clerk read out the names of those who had\ncome, and those who had not come, and those who had sent a word to the\nhall.";
    assert_eq!(read_one(wrapped).paragraphs.len(), 2);
}

#[test]
fn a_text_without_a_story_is_refused() {
    for text in ["", " \n \n", "Search\n\nHome"] {
        assert!(
            read(text, &Learned::default(), &mut Incoming::default()).is_err(),
            "{text}"
        );
    }
}

#[test]
fn an_undisclosed_headline_is_doubted() {
    let text = "The council met on Friday. ".repeat(20);
    let story = read_one(&text);
    assert_eq!(story.doubts.len(), 1);
    assert_eq!(story.confidence, Confidence::Medium);
    assert!(story.title.chars().count() < 100);
}

/// A page whose menu stands above the search box, its day under the headline.
const MENU_ABOVE: &str = "Marhun Gazette\nFront Town Fields Markets\nWeather\n\nSearch For Keyword.\n\nBakers of Kafr Marhun win back their oven\n\n24 November 2017\n\nThe bakers of Kafr Marhun lit the old oven again on Friday, the first time in three years, the town council said.\n\nThe oven had stood cold since the mill closed.\n(12)    (3)\n";

const ARABIC_MENU_ABOVE: &str = "جريدة مرهون\nالبلدة الحقول الأسواق\n\nكلمة البحث\n\nخبازو كفر مرهون يستعيدون فرنهم\n\nالجمعة ٢٤ تشرين الثاني/نوفمبر ٢٠١٧\n\nأشعل خبازو كفر مرهون الفرن القديم يوم الجمعة للمرة الأولى منذ ثلاث سنوات كما قال مجلس البلدة صباحاً.\n\nوقال كاتب المجلس إن الفرن سيعطي أربعة آلاف رغيف في اليوم.\n(١٢) (٣)\n";

#[test]
fn a_menu_above_the_search_box_is_no_headline() {
    for (text, title) in [
        (MENU_ABOVE, "Bakers of Kafr Marhun win back their oven"),
        (ARABIC_MENU_ABOVE, "خبازو كفر مرهون يستعيدون فرنهم"),
    ] {
        let story = read_one(text);
        assert_eq!(story.title, title);
        assert_eq!(story.paragraphs.len(), 2, "{:?}", story.paragraphs);
        assert_eq!(story.confidence, Confidence::High, "{:?}", story.doubts);
        let above = story.left_out.iter().filter(|left_out| left_out.line <= 3);
        assert!(above.count() >= 2, "{:?}", story.left_out);
    }
}

#[test]
fn a_day_alone_under_the_headline_is_the_day() {
    for text in [MENU_ABOVE, ARABIC_MENU_ABOVE] {
        let story = read_one(text);
        let day = story.date.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2017-11-24"));
        assert_eq!(story.date_evidence, Some(DateEvidence::Visible));
    }
    let under_standfirst = MENU_ABOVE.replace(
        "24 November",
        "The mill stays closed for now\n\n24 November",
    );
    let story = read_one(&under_standfirst);
    assert!(story.date.is_some());
    assert_eq!(story.paragraphs.len(), 3, "{:?}", story.paragraphs);
}

#[test]
fn a_search_box_between_headline_and_text_hides_no_headline() {
    let text = "Bakers of Kafr Marhun win back their oven\n\nSearch\n\nThe bakers of Kafr Marhun lit the old oven again on Friday, the first time in three years, the town council said.\n\nThe oven had stood cold since the mill closed.";
    let story = read_one(text);
    assert_eq!(story.title, "Bakers of Kafr Marhun win back their oven");
    assert_eq!(story.paragraphs.len(), 2);
}

#[test]
fn lines_that_no_rule_explains_are_doubted() {
    let story = read_one(&MENU_ABOVE.replace("Search For Keyword.\n", ""));
    assert_eq!(story.confidence, Confidence::Medium);
    assert_eq!(story.doubts.len(), 1, "{:?}", story.doubts);
    let menu_below = MENU_ABOVE
        .replace("Keyword.\n", "Keyword.\nNews\n")
        .replace("their oven", "their oven?");
    let story = read_one(&menu_below);
    assert_eq!(story.confidence, Confidence::Medium);
    assert_eq!(story.doubts.len(), 1, "{:?}", story.doubts);
}
