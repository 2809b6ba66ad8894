//! Furniture by its words: search boxes, menus, share buttons, comment forms, in both languages.
//! A catalogue: a label counts only when it is the whole line, so a sentence is never lost to it.

use std::collections::HashMap;
use std::sync::LazyLock;

use sijil_text::fold;

/// What a furniture line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    Search,
    Menu,
    Share,
    Related,
    Reads,
    CommentsHeading,
    CommentForm,
}

impl Label {
    /// The reason given in the report.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Self::Search => "label of the search box",
            Self::Menu => "entry of the site's menu",
            Self::Share => "button for sharing or printing",
            Self::Related => "pointer to other stories",
            Self::Reads => "counter of readers",
            Self::CommentsHeading => "heading of the comments",
            Self::CommentForm => "label of the comment form",
        }
    }
}

/// The line reduced to its letters and digits, folded, so that spelling and punctuation do not matter.
pub(crate) fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for word in fold(line).split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
    }
    key
}

/// The entries of a catalogue written as `one | two | three`.
pub(crate) fn listed(entries: &'static str) -> impl Iterator<Item = &'static str> {
    entries.split('|').map(str::trim)
}

/// What a line with this [`key`] is a label of. Numbers in it do not matter.
pub(crate) fn label_of(key: &str) -> Option<Label> {
    let words: Vec<&str> = key
        .split(' ')
        .filter(|word| !word.chars().all(char::is_numeric))
        .collect();
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    LABELS.get(words.join(" ").as_str()).copied()
}

/// Whether the line opens a pointer to another story: "Read also: ...".
pub(crate) fn points_elsewhere(line: &str) -> bool {
    let Some((head, tail)) = line.split_once(':') else {
        return false;
    };
    !tail.trim().is_empty() && label_of(&key(head)) == Some(Label::Related)
}

static LABELS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let lists: [(Label, &str); 7] = [
        (Label::Search, SEARCH),
        (Label::Menu, MENU),
        (Label::Share, SHARE),
        (Label::Related, RELATED),
        (Label::Reads, READS),
        (Label::CommentsHeading, COMMENTS_HEADING),
        (Label::CommentForm, COMMENT_FORM),
    ];
    lists
        .into_iter()
        .flat_map(|(label, words)| listed(words).map(move |words| (key(words), label)))
        .collect()
});

const SEARCH: &str = "
    search | search for keyword | search for keywords | search keyword | keyword | keywords |
    enter keyword | enter keywords | search this site | search the site | search site |
    search the archive | search archive | advanced search | search for | type to search | بحث |
    البحث | ابحث | كلمة البحث | كلمات البحث | ابحث عن | بحث عن | ابحث عن كلمة | بحث عن كلمة |
    ابحث في الموقع | البحث في الموقع | بحث في الموقع | بحث متقدم | البحث المتقدم | ابحث هنا |
    أدخل كلمة البحث | بحث في الأرشيف
";

const MENU: &str = "
    home | home page | main page | main menu | menu | skip to content | skip to main content |
    log in | login | sign in | sign up | register | subscribe | rss | archive | about | about us |
    contact | contact us | english | arabic | sitemap | privacy policy | terms of use |
    all rights reserved | back to top | next | previous | الرئيسية | الصفحة الرئيسية | القائمة |
    القائمة الرئيسية | تسجيل الدخول | تسجيل | اشترك | الأرشيف | أرشيف | من نحن | اتصل بنا | عربي |
    العربية | إنكليزي | الإنجليزية | خريطة الموقع | سياسة الخصوصية | شروط الاستخدام |
    جميع الحقوق محفوظة | العودة إلى الأعلى | تخطي إلى المحتوى | انتقل إلى المحتوى | التالي |
    السابق
";

const SHARE: &str = "
    share | share this | share this article | share this story | share article | share on |
    share on facebook | share on twitter | share on x | share via email | tweet | print |
    print this page | print article | email | email this | email to a friend | send to a friend |
    send to friend | facebook | twitter | whatsapp | telegram | linkedin | copy link | font size |
    save | bookmark | listen | follow us | listen to article | شارك | شارك المقال | شارك الخبر |
    شارك هذا المقال | مشاركة | انشر | طباعة | اطبع | أرسل إلى صديق | إرسال إلى صديق | أرسل لصديق |
    إرسال لصديق | حجم الخط | فيسبوك | فيس بوك | تويتر | واتساب | واتس اب | تيليغرام | تلغرام |
    نسخ الرابط | انسخ الرابط | حفظ | استمع | تابعنا | تابعونا | شارك عبر
";

const RELATED: &str = "
    related | related articles | related news | related stories | related topics | related posts |
    related content | read also | also read | see also | read more | more | more news |
    more stories | most read | most popular | most viewed | latest news | latest | trending |
    trending now | recommended | recommended for you | you may also like | you might also like |
    more from | more on this | more on this story | editors picks | editor s picks | up next |
    must read | don t miss | read next | watch | watch now | see more | learn more | popular |
    top stories | also on | more coverage | explore more | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا |
    اقرأ المزيد | اقرأ ايضا | شاهد أيضا | مواضيع ذات صلة | أخبار ذات صلة | مقالات ذات صلة |
    موضوعات ذات صلة | مواضيع متعلقة | أخبار متعلقة | ذات صلة | الأكثر قراءة | الأكثر مشاهدة |
    آخر الأخبار | أحدث الأخبار | المزيد | المزيد من الأخبار | قد يعجبك أيضا | قد يهمك |
    قد يهمك أيضا | اخترنا لك | للمزيد | لقراءة المزيد | مقالات مشابهة | اقرأ التالي | تابع أيضا |
    طالع أيضا
";

const READS: &str = "
    views | view | reads | read times | hits | visits | times read | number of views |
    عدد القراءات | عدد المشاهدات | مشاهدات | مشاهدة | قراءة | قراءات | عدد الزيارات |
    مرات القراءة
";

const COMMENTS_HEADING: &str = "
    comments | comments about this article | comments on this article | no comments |
    no comments yet | readers comments | reader comments | leave a comment | leave a reply |
    add a comment | add comment | add your comment | post a comment | write a comment |
    your comment | join the conversation | be the first to comment | view comments |
    show comments | total comments | comment | التعليقات | تعليقات | تعليقات القراء |
    عدد التعليقات | مجموع التعليقات | اترك تعليقا | اترك تعليقاً | اترك تعليقك | اترك ردا |
    اترك رد | أضف تعليقا | أضف تعليق | أضف تعليقك | اكتب تعليقا | اكتب تعليقك |
    التعليقات على هذا المقال | تعليقات حول هذا المقال | تعليقات على هذا المقال |
    التعليقات على الخبر | لا توجد تعليقات | لا يوجد تعليقات | كن أول من يعلق | شاركنا رأيك |
    إضافة تعليق | تعليق | علق على الخبر
";

const COMMENT_FORM: &str = "
    please fill the fields below | please fill in the fields below | fill the fields below |
    please fill in all fields | code confirming note | confirmation code | confirm code |
    security code | enter the code | enter code | enter the code shown | captcha | name |
    your name | full name | your email | e mail | email address | your email address |
    your comment here | message | submit | send | reset | cancel | post | required fields |
    required field | country | website | your e mail address | title of comment |
    your email address will not be published | الاسم | اسمك | الاسم الكامل | البريد الإلكتروني |
    البريد الالكتروني | بريدك الإلكتروني | نص التعليق | عنوان التعليق | التعليق | تعليقك |
    رمز التحقق | كود التحقق | رمز التأكيد | ملاحظة رمز التأكيد | أدخل الرمز | اكتب الرمز |
    أدخل رمز التحقق | إرسال | أرسل | مسح | إلغاء | نشر | الدولة | البلد | الحقول المطلوبة |
    الرجاء ملء الحقول أدناه | يرجى ملء الحقول أدناه | الرجاء تعبئة الحقول أدناه |
    يرجى تعبئة الحقول أدناه | يرجى تعبئة الحقول التالية | يرجى ملء الحقول التالية |
    الرجاء تعبئة الحقول التالية | لن يتم نشر عنوان بريدك الإلكتروني
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_known_by_its_words_not_its_spelling() {
        for (line, label) in [
            ("Search For Keyword.", Some(Label::Search)),
            ("كلمة البحث:", Some(Label::Search)),
            ("* code confirming note", Some(Label::CommentForm)),
            ("أضف تعليقاً", Some(Label::CommentsHeading)),
            ("اقرأ أيضًا", Some(Label::Related)),
            ("Read 1,204 times", Some(Label::Reads)),
            ("عدد القراءات: ١٢٠", Some(Label::Reads)),
            ("Search for survivors goes on", None),
            ("(54) (51)", None),
        ] {
            assert_eq!(label_of(&key(line)), label, "{line}");
        }
    }

    #[test]
    fn a_pointer_to_another_story_is_told_from_a_sentence() {
        assert!(points_elsewhere("Read also: Bakers ask for flour"));
        assert!(points_elsewhere("اقرأ أيضاً: الخبازون يطلبون الطحين"));
        assert!(!points_elsewhere("The mayor said: we shall open the road"));
    }
}
