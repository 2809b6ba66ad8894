# The interface in Arabic. One sentence is one message; nothing is glued from parts.

og-locale = ar
other-language = English
skip = انتقل إلى النص
front-page = الصفحة الأولى
sections = الأقسام
sections-of = أبواب قسم { $what }
the-paper = الصحيفة
follow = تابعونا
editions = الطبعات
text-edition = نص فقط
full-edition = مع الصور
latest = آخر الأخبار
most-read = الأكثر قراءة
corrections = تصحيحات
related = مواد ذات صلة
newer = الأحدث
older = الأقدم
feed-of-page = خلاصة هذه الصفحة
subject = موضوع
subjects = مواضيع
archive-by-day = الأرشيف حسب اليوم
no-stories = لم يُنشر هنا شيء بعد.
pages-of-stories = صفحات المواد
pages-of-results = صفحات النتائج
front-empty-title = لم يُنشر شيء بعد
front-empty-text = ستظهر المادة الأولى هنا فور نشرها.
weekday-and-day = { $weekday } { $day }
day-and-time = { $day }، { $time }
stories = { $count ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $count } مواد
    [many] { $count } مادة
   *[other] { $count } مادة
}

by = بقلم
list-comma = ،
published = نُشرت
updated = حُدّثت
corrected = صُحّحت
withdrawn = مسحوبة
withdrawn-on = سُحبت
story-withdrawn = سُحبت هذه المادة
correction = تصحيح
correction-of = تصحيح، { $what }
clarification-of = توضيح، { $what }
update-of = تحديث، { $what }
note-of = ملاحظة من المحرر، { $what }
corrections-about = ما كان خطأً أو غير واضح في موادّنا، وما هو الصواب، والأحدث أولًا. ويقود كل منها إلى ما تغيّر في النص.
corrections-none = لم يُصحَّح شيء بعد.
breaking = عاجل
see-changes = انظر ما تغيّر
found-at = العنوان:
this-story = عن هذه المادة
full-history = السجل الكامل
revisions = { $count ->
    [zero] لم تُنشر بعد
    [one] نُشرت مرة واحدة ولم تتغيّر
    [two] نسختان منشورتان
    [few] { $count } نسخ منشورة
    [many] { $count } نسخة منشورة
   *[other] { $count } نسخة منشورة
}
history-of-story = سجل هذه المادة
history-how = كل نسخة أمكن للقراء رؤيتها، الأحدث أولاً. الكلمات المشطوبة حُذفت، والكلمات المسطّرة أُضيفت. وتحت كل نسخة بصمة SHA-256 لنصها المحفوظ.
first-published = النشر الأول
update = تحديث
revision-number = النسخة { $what }
no-words-changed = لم تتغيّر أي كلمة من النص.
back-to-story = عودة إلى المادة

search = بحث
search-archive = ابحث في الأرشيف
search-instead = ابحث في الأرشيف
search-how = اكتب كلمة أو أكثر. «علامتا التنصيص» تُبقيان الكلمات معاً، وعلامة الناقص تستبعد كلمة.
section = القسم
all-sections = كل الأقسام
language = اللغة
both-languages = اللغتان
language-ar = العربية
language-en = الإنكليزية
order = الترتيب
order-relevance = الأقرب أولاً
order-newest = الأحدث أولاً
order-oldest = الأقدم أولاً
from = من
to = إلى
apply = تطبيق
results = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
results-relaxed = لا مادة فيها هذه الكلمات كلها؛ في المواد التالية بعضها.
# The marks around a reader's own words keep their direction from disturbing ours.
did-you-mean = هل تقصد «{"\u2068"}{ $what }{"\u2069"}»؟
nothing-found = لا نتائج عن «{"\u2068"}{ $what }{"\u2069"}»
search-tip-spelling = راجع الإملاء، أو جرّب كلمات أقل.
search-tip-filters = أزل عوامل التصفية: قد تكون المادة في قسم آخر أو لغة أخرى أو زمن آخر.
search-tip-scripts = جرّب الاسم بالحروف اللاتينية.

error-number = رقم هذا العطل { $what }. أخبرونا به لنجده.
error-not-found-title = الصفحة غير موجودة
error-not-found-text = لا شيء في هذا العنوان. ربما فيه خطأ طباعي، أو أن الرابط الذي أتى بك إلى هنا قديم.
error-wrong-method-title = لا يمكن ذلك في هذا العنوان
error-wrong-method-text = يمكن قراءته، لكن لا يمكن إرسال شيء إليه.
error-foreign-title = جاء هذا النموذج من مكان آخر
error-foreign-text = لم يُرسل من إحدى صفحاتنا، لذلك لم نقبله. عُد إلى الصفحة وأرسله منها.
error-forbidden-title = ليس هذا من صلاحياتك
error-forbidden-text = أنت مسجّل الدخول، غير أن دورك لا يسمح بهذا. من يدير الموقع يستطيع تغيير ذلك.
error-too-large-title = هذا أكثر مما نستقبله دفعة واحدة
error-too-large-text = ما أُرسل أكبر من أي نموذج لدينا. اختصره وأرسله من جديد.
error-busy-title = الضغط شديد الآن
error-busy-text = يُطلب منا أكثر مما نستطيع. حاول بعد دقيقة، ولن يضيع شيء.
error-search-not-ready-title = البحث قيد التحضير
error-search-not-ready-text = يُقرأ الأرشيف من جديد. يمكن قراءة المواد في هذه الأثناء؛ جرّب البحث بعد دقيقة.
error-full-title = امتلأ القرص
error-full-text = لا يمكن استقبال شيء الآن. القراءة مستمرة.
error-broken-title = حدث عطل عندنا
error-broken-text = الخطأ منا لا منك، وقد سُجّل.

## Mail

mail-shown-subject = تعليقك منشور على الصفحة
mail-shown = صار تعليقك على «{"\u2068"}{ $what }{"\u2069"}» مقروءًا هنا:
mail-shown-receipt = يقول ذلك أيضًا الإيصال الذي أُعطيته عند الإرسال، ومنه يمكنك سحب التعليق.
mail-rejected-subject = لم يُنشر تعليقك
mail-rejected = قُرئ تعليقك ولم يُنشر. كنت قد أرسلته إلى «{"\u2068"}{ $what }{"\u2069"}»:
mail-rejected-rule = القاعدة التي حكمت:
mail-rejected-receipt = يقول ذلك أيضًا الإيصال الذي أُعطيته عند الإرسال، ومنه يمكنك أن تطلب النظر فيه ثانية، مرة واحدة.
mail-last = تركت هذا العنوان لنبلغك. سيُحذف خلال يوم، ولن تصلك رسالة أخرى عن هذا التعليق. وإن لم تكن أنت من كتب، فقد كتب أحدهم عنوانك، وليس عليك أن تفعل شيئًا.
mail-digest-subject = مكتب التعليقات، { $what }
mail-digest-waiting = { $count ->
    [zero] لا تعليق ينتظر قرارًا.
    [one] تعليق واحد ينتظر قرارًا.
    [two] تعليقان ينتظران قرارًا.
    [few] { $count } تعليقات تنتظر قرارًا.
    [many] { $count } تعليقًا ينتظر قرارًا.
   *[other] { $count } تعليق ينتظر قرارًا.
}
mail-digest-oldest = أطولها انتظارًا منذ { $what }.
mail-digest-since = من الموجز السابق إلى هذا:
mail-digest-received = { $count ->
    [zero] لم يصل تعليق
    [one] وصل تعليق واحد
    [two] وصل تعليقان
    [few] وصلت { $count } تعليقات
    [many] وصل { $count } تعليقًا
   *[other] وصل { $count } تعليق
}
mail-digest-shown = { $count ->
    [zero] لم يُنشر تعليق
    [one] نُشر تعليق واحد
    [two] نُشر تعليقان
    [few] نُشرت { $count } تعليقات
    [many] نُشر { $count } تعليقًا
   *[other] نُشر { $count } تعليق
}
mail-digest-rejected = { $count ->
    [zero] لم يُرفض تعليق
    [one] رُفض تعليق واحد
    [two] رُفض تعليقان
    [few] رُفضت { $count } تعليقات
    [many] رُفض { $count } تعليقًا
   *[other] رُفض { $count } تعليق
}
mail-digest-spam = { $count ->
    [zero] لم يُعدّ تعليق مزعجًا
    [one] عُدّ مزعجًا تعليق واحد
    [two] عُدّ مزعجًا تعليقان
    [few] عُدّت مزعجة { $count } تعليقات
    [many] عُدّ مزعجًا { $count } تعليقًا
   *[other] عُدّ مزعجًا { $count } تعليق
}
mail-digest-reports = { $count ->
    [zero] لم يبلّغ القراء عن تعليق
    [one] بلاغ واحد من القراء
    [two] بلاغان من القراء
    [few] { $count } بلاغات من القراء
    [many] { $count } بلاغًا من القراء
   *[other] { $count } بلاغ من القراء
}
mail-digest-votes = { $count ->
    [zero] لا أصوات محجوزة.
    [one] أصوات محجوزة أو مجمّدة في موضع واحد. انظر إلى منحناه.
    [two] أصوات محجوزة أو مجمّدة في موضعين. انظر إلى منحنييهما.
    [few] أصوات محجوزة أو مجمّدة في { $count } مواضع. انظر إلى منحنياتها.
    [many] أصوات محجوزة أو مجمّدة في { $count } موضعًا. انظر إلى منحنياتها.
   *[other] أصوات محجوزة أو مجمّدة في { $count } موضع. انظر إلى منحنياتها.
}

## Votes

votes-title = أصوات القراء
votes-for = مع
votes-against = ضد
votes-agree = أوافق
votes-disagree = لا أوافق
votes-for-count = { $count ->
    [zero] مع: لا أصوات
    [one] مع: صوت واحد
    [two] مع: صوتان
    [few] مع: { $count } أصوات
    [many] مع: { $count } صوتاً
   *[other] مع: { $count } صوت
}
votes-against-count = { $count ->
    [zero] ضد: لا أصوات
    [one] ضد: صوت واحد
    [two] ضد: صوتان
    [few] ضد: { $count } أصوات
    [many] ضد: { $count } صوتاً
   *[other] ضد: { $count } صوت
}
votes-agree-count = { $count ->
    [zero] أوافق: لا أحد بعد
    [one] أوافق: قارئ واحد
    [two] أوافق: قارئان
    [few] أوافق: { $count } قراء
    [many] أوافق: { $count } قارئاً
   *[other] أوافق: { $count } قارئ
}
votes-disagree-count = { $count ->
    [zero] لا أوافق: لا أحد بعد
    [one] لا أوافق: قارئ واحد
    [two] لا أوافق: قارئان
    [few] لا أوافق: { $count } قراء
    [many] لا أوافق: { $count } قارئاً
   *[other] لا أوافق: { $count } قارئ
}
votes-imported = { $count ->
    [zero] كل هذه الأصوات من هذا الموقع.
    [one] صوت واحد من هذه الأصوات جاء من الموقع القديم.
    [two] صوتان من هذه الأصوات جاءا من الموقع القديم.
    [few] { $count } من هذه الأصوات جاءت من الموقع القديم.
    [many] { $count } من هذه الأصوات جاءت من الموقع القديم.
   *[other] { $count } من هذه الأصوات جاءت من الموقع القديم.
}
votes-closed = ينتهي التصويت بعد تسعين يوماً من نشر المادة.
votes-off = أوقف التحرير التصويت هنا.
votes-frozen = توقفت هذه الأرقام ريثما ننظر في تدفق مفاجئ للأصوات. ما زال التصويت متاحاً.
votes-more = صوتك وقواعد التصويت
votes-own = صوتك
votes-own-none = لم تصوّت هنا بعد.
votes-own-for = احتُسب صوتك مع.
votes-own-against = احتُسب صوتك ضد.
votes-own-held = أُخذ صوتك. سيظهر بعد التحقق، لأن أصواتاً كثيرة جاءت من مكان واحد دفعة واحدة.
votes-own-discarded = لم يُحتسب صوتك: استبعد التحرير الأصوات التي جاءت معه.
votes-own-taken-back = سحبتَ صوتك.
votes-take-back = اسحب صوتي
votes-comment-of = على تعليق كتبه { $what }
votes-back-to-comment = عودة إلى التعليق
votes-confirm = أكّد صوتك
votes-confirm-how = كي يُحتسب مرة واحدة، يحتفظ متصفحك الآن بملف تعريف فيه رقم عشوائي. اضغط الزر ليُحتسب صوتك.
votes-confirm-again = أرسل صوتك مرة أخرى ليُحتسب.
votes-confirm-for = أصوّت مع
votes-confirm-against = أصوّت ضد
votes-cookie-refused = لم يحتفظ متصفحك بملف التعريف، فتعذّر احتساب الصوت. اسمح لهذا الموقع بملفات التعريف ثم اضغط الزر من جديد.
votes-rules = القواعد
votes-rule-one = لكل قارئ صوت واحد على كل مادة وكل تعليق.
votes-rule-open = يمكنك تغييره أو سحبه حتى تسعين يوماً من نشر المادة. الضغط على الزر نفسه مرة أخرى يسحبه.
votes-rule-private = لا حاجة إلى حساب، ولا يُحفظ أي عنوان. يحتفظ متصفحك برقم عشوائي نصف سنة، ولا يمكن ربط أصواتك على الأشياء المختلفة بعضها ببعض.
votes-rule-held = لا يُرفض أحد. إذا جاءت أصوات كثيرة من مكان واحد دفعة واحدة ظهر المتأخر منها بعد التحقق.
votes-rule-order = الأصوات لا تخفي شيئاً. إنما تساعد في ترتيب التعليقات، وفقط إذا طلبتَ هذا الترتيب.
votes-erase = محو أصواتي
votes-erase-how = يسحب هذا كل أصوات هذا المتصفح على ما زال مفتوحاً، ويزيل ملف التعريف. أما الأصوات الأقدم فمجاميع لا يُعرف فيها صوت أحد.
votes-erase-now = امحُ كل أصواتي
votes-erased = مُحيت أصواتك وأُزيل ملف التعريف.

## Comments

comment-confirm = خطوة أخيرة
form-faults = ثمة ما يحتاج إلى تصحيح:
field-name = الاسم
field-email = البريد الإلكتروني (غير لازم)
field-email-hint = لنخبرك فقط إن كان تعليقك قد عُرض؛ لا يراه أحد، ثم يُحذف.
field-comment = التعليق
send-comment = أرسل التعليق
answer-to = ردّ على { $what }
comments-closed-now = لم يعد هذا النقاش يستقبل تعليقات. ما كتبته باقٍ في الأسفل لتحتفظ به.
comment-parent-gone = التعليق الذي تردّ عليه لم يعد معروضًا. يمكنك إرسال تعليقك مع ذلك، وسيظهر قائمًا بذاته.

comments = التعليقات
comments-count = { $count ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقاً
   *[other] { $count } تعليق
}
no-comments = لم يكتب أحد بعد.
all-comments = { $count ->
    [zero] اقرأ التعليقات
    [one] اقرأ التعليق كاملاً
    [two] اقرأ التعليقين
    [few] اقرأ التعليقات كلها، وهي { $count }
    [many] اقرأ التعليقات كلها، وهي { $count }
   *[other] اقرأ التعليقات كلها، وهي { $count }
}
answer-comments = اقرأ وردّ
read-on = تتمة التعليق
whole-thread = كل التعليقات
conversation = محادثة
pages-of-comments = صفحات التعليقات
comments-start = من البداية
comments-next = تعليقات أخرى
order-best = الأعلى تقييماً
comment-by = تعليق من { $what }
comment-nameless = بلا اسم
comment-edited = عُدّل
from-the-old-site = من الموقع القديم
comment-withdrawn = سحب صاحب التعليق تعليقه.
comment-removed = أُزيل هذا التعليق.
comment-held = هذا التعليق قيد مراجعة جديدة.
answers-to = رداً على
answers-somebody = رداً على تعليق لم يعد هنا
reply = ردّ
report = بلّغ
more-answers = { $count ->
    [zero] لا ردود أخرى
    [one] ردّ آخر
    [two] ردّان آخران
    [few] { $count } ردود أخرى
    [many] { $count } ردّاً آخر
   *[other] { $count } ردّ آخر
}
all-answers = { $count ->
    [zero] صفحة الردود
    [one] الردّ في صفحته
    [two] الردّان في صفحتهما
    [few] الردود كلها في صفحتها، وهي { $count }
    [many] الردود كلها في صفحتها، وهي { $count }
   *[other] الردود كلها في صفحتها، وهي { $count }
}
comments-closed = أُغلق باب التعليق على هذه المادة.
write-comment = اكتب تعليقاً
answer = ردّ
comment-hint = قد يقرؤه مشرف قبل أن يظهر. لا حاجة إلى حساب.
fault-name-missing = اكتب اسماً، وليس شرطاً أن يكون اسمك.
fault-name-too-long = هذا الاسم أطول مما ينبغي: الحد { $count } حرفاً.
fault-name-not-a-name = اكتب اسماً بلا عناوين، وبحروف لغة واحدة.
fault-name-official = هذا اسم يخص الصحيفة. اختر غيره.
fault-email-wrong = هذا ليس عنوان بريد إلكتروني. صحّحه أو اترك الحقل فارغاً.
fault-text-missing = اكتب شيئاً.
fault-text-too-long = هذا أطول مما ينبغي: الحد { $count } حرف.
fault-text-links = الروابط كثيرة: الحد { $count }.

receipt = تعليقك
receipt-number = الرقم
receipt-held = ينتظر مشرفاً يقرؤه. ستقول لك هذه الصفحة ما صار إليه.
receipt-held-again = سينظر فيه مشرف مرة أخرى.
receipt-shown = هو منشور على الصفحة.
receipt-rejected = لم يُنشر على الصفحة.
receipt-withdrawn = سحبته بنفسك.
receipt-erased = مُحيت كلماته.
receipt-keep = احتفظ بعنوان هذه الصفحة ولا تُطلع عليه أحداً: من يملكه يستطيع هنا ما تستطيعه أنت.
receipt-change = عدّله
receipt-change-how = لدقائق بعد إرساله. وما كان قد ظهر على الصفحة قد ينتظر المشرف من جديد.
receipt-save = احفظ التعديل
receipt-withdraw = اسحبه
receipt-withdraw-how = يختفي عن الصفحة، فإن كان أحد قد ردّ عليه بقي سطر في مكانه. لا رجعة في ذلك.
receipt-again = اطلب مراجعة ثانية
receipt-again-how = إن رأيت في ذلك خطأ فلك أن تطلب المراجعة مرة واحدة.
see-comment = انظره على الصفحة
rule-offensive = فيه إهانة أو إذلال للناس.
rule-abuse = يهاجم قارئاً آخر أو كاتب المادة بدل أن يناقش ما يقول.
rule-spam = يبدو رسالة مزعجة.
rule-word = فيه كلمات لا ننشرها.
rule-advert = فيه إعلان.
rule-illegal = لا يجوز لنا نشره قانوناً، أو في نشره خطر على أحد.
rule-harassment = فيه تهديد أو مضايقة لأحد.
rule-misinformation = يقدّم ما عُرف أنه غير صحيح على أنه حقيقة.
rule-hate = فيه تحريض على الناس لما هم عليه.
report-comment = بلّغ عن هذا التعليق
report-why = ما العيب فيه؟
report-danger = يعرّض أحداً للخطر: عنوان أو اسم أو تهديد
report-offensive = فيه إهانة أو تهديد أو تحريض
report-false = يقول ما ليس صحيحاً
report-spam = فيه إعلان
report-other = شيء آخر
report-unsaid = اختر ما العيب فيه.
report-send = أرسل البلاغ
report-hint = سينظر فيه مشرف. لا نحفظ ما يدل عليك، ولا يعلم به صاحب التعليق.
report-done = شكراً. سينظر فيه مشرف.

## The confirmation code

code-title = تأكيد أنك إنسان
code-why = يُبعد الآلات، ولا يكشف شيئًا عنك، ولا نستعين فيه بأحد.
code-picture = { $count ->
   *[other] صورة فيها { $count } أرقام تُكتب في الخانة تحتها. يمكنك أيضًا سماعها أو الإجابة عن سؤال أو الإرسال بلا رمز.
}
code-digits = الأرقام التي في الصورة
code-sound = استمع إلى الأرقام بدلًا من ذلك
code-sound-label = الأرقام منطوقة مرتين
code-sound-file = تنزيل الصوت
code-instead = أجب عن سؤال من المادة بدلًا من ذلك
code-question = اكتب الكلمة { $what } من العنوان
code-word-first = الأولى
code-word-second = الثانية
code-word-third = الثالثة
code-word-fourth = الرابعة
code-word-fifth = الخامسة
code-word-last = الأخيرة
code-another = رمز آخر
code-lane = إرسال بلا رمز
code-lane-how = يقرؤه مشرف قبل عرضه. ويتسع المجال لعدد قليل من هذه التعليقات كل ساعة.
code-trap = اترك هذه الخانة فارغة
code-working = يجري التأكيد في الخلفية…
code-done = تم التأكيد. يمكنك الإرسال.
code-stale = انتهت صلاحية الرمز. هذا رمز جديد، ونصّك محفوظ.
code-unanswered = اكتب الأرقام أو اختر طريقة أخرى. نصّك محفوظ.
code-wrong = ليست هذه هي الأرقام. هذا رمز جديد، ونصّك محفوظ.
code-wrong-answer = ليست هذه هي الكلمة. هذا رمز جديد، ونصّك محفوظ.
code-used = استُعمل هذا الرمز من قبل. هذا رمز جديد، ونصّك محفوظ.
code-lane-full = لا متسع الآن للإرسال بلا رمز. سيكون ثمة متسع عند { $what }؛ اختر طريقة أخرى حتى ذلك الحين. نصّك محفوظ.
code-too-fast = { $count ->
    [zero] أُرسل الكثير من شبكتك قبل قليل. أعد الإرسال الآن؛ نصّك محفوظ.
    [one] أُرسل الكثير من شبكتك قبل قليل. أعد الإرسال بعد ثانية واحدة؛ نصّك محفوظ.
    [two] أُرسل الكثير من شبكتك قبل قليل. أعد الإرسال بعد ثانيتين؛ نصّك محفوظ.
    [few] أُرسل الكثير من شبكتك قبل قليل. أعد الإرسال بعد { $count } ثوانٍ؛ نصّك محفوظ.
   *[other] أُرسل الكثير من شبكتك قبل قليل. أعد الإرسال بعد { $count } ثانية؛ نصّك محفوظ.
}

## Moderation
queue = التعليقات
queue-lots = أجزاء القائمة
queue-waiting = تنتظر
queue-today = اليوم:
queue-received = وصلت
queue-shown = نُشرت
queue-rejected = رُفضت
queue-spam = مزعجة
queue-median = وسيط الانتظار
queue-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
queue-reason = سبب الانتظار
queue-any-reason = أي سبب
queue-all = كلها
queue-empty = لا شيء هنا.
queue-marked = المؤشَّر عليها:
queue-mark = أشّر على هذا التعليق
queue-alike-how = هذه متشابهة، وعليها كلها إشارة: ارفعها عمّا تريد أن تحكم فيه وحده.
queue-this-story = هذه المادة وحدها
queue-reports = بلاغات:
queue-score = مزعج
queue-same = { $count ->
    [one] وآخر بالنص نفسه
    [two] وآخران بالنص نفسه
    [few] و{ $count } أخرى بالنص نفسه
   *[other] و{ $count } غيره بالنص نفسه
}
queue-same-host = { $count ->
    [one] وآخر بالرابط نفسه
    [two] وآخران بالرابط نفسه
    [few] و{ $count } أخرى بالرابط نفسه
   *[other] و{ $count } غيره بالرابط نفسه
}
queue-history = ما تقرّر فيه
queue-next = الصفحة التالية
queue-undo = تراجع
queue-failed = لم يصل ذلك. حاول مرة أخرى.
lot-held = تنتظر
lot-reported = مبلَّغ عنها
lot-shown = منشورة
lot-rejected = مرفوضة
lot-spam = مزعجة
do-approve = اقبل
do-keep = أبقِه
do-spam = مزعج
do-hold = أعده إلى الانتظار
do-reject = ارفض
do-because = سبب الرفض
do-more = المزيد
do-note = كلمة إلى كاتبه تظهر في إيصاله
do-erase = امحُ كلماته نهائيًا
do-ban-hold = أوقف تعليقات هذه الشبكة للمراجعة يومًا
do-ban-refuse = ارفض هذه الشبكة يومًا
because-offensive = مسيء
because-abuse = يهاجم شخصًا
because-spam = مزعج
because-word = كلمات لا ننشرها
because-advert = إعلان
because-illegal = غير قانوني أو خطِر
because-harassment = مضايقة
because-misinformation = غير صحيح
because-hate = كراهية
decided-approved = قُبل
decided-rejected = رُفض
decided-spam = عُدّ مزعجًا
decided-held = أُعيد إلى الانتظار
decided-erased = مُحي
done-approved = { $count ->
    [one] نُشر تعليق واحد.
    [two] نُشر تعليقان.
    [few] نُشرت { $count } تعليقات.
   *[other] نُشر { $count } تعليقًا.
}
done-rejected = { $count ->
    [one] رُفض تعليق واحد.
    [two] رُفض تعليقان.
    [few] رُفضت { $count } تعليقات.
   *[other] رُفض { $count } تعليقًا.
}
done-spam = { $count ->
    [one] عُدّ تعليق واحد مزعجًا.
    [two] عُدّ تعليقان مزعجين.
    [few] عُدّت { $count } تعليقات مزعجة.
   *[other] عُدّ { $count } تعليقًا مزعجًا.
}
done-held = { $count ->
    [one] أُعيد تعليق واحد إلى الانتظار.
    [two] أُعيد تعليقان إلى الانتظار.
    [few] أُعيدت { $count } تعليقات إلى الانتظار.
   *[other] أُعيد { $count } تعليقًا إلى الانتظار.
}
done-erased = { $count ->
    [one] مُحيت كلمات تعليق واحد.
    [two] مُحيت كلمات تعليقين.
    [few] مُحيت كلمات { $count } تعليقات.
   *[other] مُحيت كلمات { $count } تعليقًا.
}
done-undone = { $count ->
    [one] جرى التراجع عن قرار واحد.
    [two] جرى التراجع عن قرارين.
    [few] جرى التراجع عن { $count } قرارات.
   *[other] جرى التراجع عن { $count } قرارًا.
}
done-gone = { $count ->
    [one] وبقي واحد على حاله: سبقك زميل إلى القرار فيه، أو غيّره كاتبه.
    [two] وبقي اثنان على حالهما: سبقك زميل إلى القرار، أو غيّرهما كاتبهما.
    [few] وبقيت { $count } على حالها: سبقك زميل إلى القرار، أو غيّرها كاتبوها.
   *[other] وبقي { $count } على حاله: سبقك زميل إلى القرار، أو غيّره كاتبه.
}
done-banned = الشبكة موقوفة أو مرفوضة ليوم واحد.
done-nothing = لا إشارة على أي تعليق.
kind-mode = كل التعليقات تنتظر
kind-lane = بلا رمز تأكيد
kind-level = سيل من التعليقات
kind-word = كلمة
kind-phrase = عبارة
kind-host = رابط في القائمة
kind-network = شبكته
kind-repeat = مكرر
kind-links = روابط
kind-spam = مرشّح الرسائل المزعجة
kind-asked-again = طلب مراجعة
kind-changed = معدَّل
held-mode-site = كل التعليقات تنتظر
held-mode-section = كل تعليقات هذا القسم تنتظر
held-mode-story = كل تعليقات هذه المادة تنتظر
held-lane = أُرسل بلا رمز تأكيد
held-level = أُرسل في سيل من التعليقات
held-word = كلمة: {"\u2068"}{ $what }{"\u2069"}
held-phrase = عبارة: {"\u2068"}{ $what }{"\u2069"}
held-host = رابط إلى {"\u2068"}{ $what }{"\u2069"}
held-network = شبكته موقوفة
held-repeat = { $count ->
    [one] وصل النص نفسه مرة من قبل
    [two] وصل النص نفسه مرتين من قبل
    [few] وصل النص نفسه { $count } مرات من قبل
   *[other] وصل النص نفسه { $count } مرة من قبل
}
held-links = { $count ->
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
   *[other] { $count } رابطًا
}
held-spam = أوقفه مرشّح الرسائل المزعجة
held-asked-again = يطلب كاتبه نظرة ثانية
held-changed = عُدّل بعد نشره
sign-links = روابط
sign-shortener = رابط مخفي
sign-spelt-address = عنوان مكتوب بالكلمات
sign-mail-address = عنوان بريد
sign-telephone = رقم هاتف
sign-messenger = تطبيق مراسلة
sign-handle = اسم حساب
sign-own-pages = صفحات كاتبه
sign-easy-money = ربح سهل
sign-wares = بضائع
sign-appeals = نداءات
sign-capitals = حروف كبيرة
sign-shouting = صراخ
sign-sums = مبالغ مال
sign-mixed-word = كتابتان في كلمة
sign-hidden-letters = حروف خفية
sign-markup = رموز تنسيق
sign-repetition = تكرار
sign-short = قصير
sign-long = طويل
sign-known-spam-host = رابط من تعليق مزعج سابق
sign-like-held = يشبه نصوصًا موقوفة
sign-reply = رد
sign-hasty = أُرسل على عجل
sign-trap-filled = مُلئ الحقل الخفي
sign-busy = ساعة ازدحام
sign-spammer-name = اسم تعليق مزعج سابق
sign-other = شيء آخر
keys = المفاتيح
key-move = التعليق التالي والسابق
key-reject = ارفض: اختر سببًا

refused-words = فيه كلمات لا تنشرها هذه الصحيفة.
refused-link = فيه رابط إلى عنوان لا يجوز أن تحيل إليه التعليقات.
refused-network = لا تُقبل التعليقات من هذه الشبكة لبعض الوقت.

rules = القواعد
rules-how = تُعرف الكلمة كيفما كُتبت: بالتشكيل والتطويل وتكرار الحروف وبما تلصقه العربية بها. والرابط اسم موقع وكل ما تحته.
rules-limited = صلاحياتك محصورة في جزء من الصحيفة. ما يسري عليها كلها تراه هنا ولا تغيّره.
rules-now = القواعد السارية
rules-none = لا قاعدة بعد.
rule-kind = ما هو
rule-kind-word = كلمة
rule-kind-phrase = عبارة
rule-kind-link = رابط
rule-kind-network = شبكة
rule-pattern = الكلمات أو العنوان
rule-deed = عندئذ
rule-deed-hold = ينتظر
rule-deed-refuse = لا يُقبل
rule-lasts = لمدة
rule-always = دائمًا
rule-days = { $count ->
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
   *[other] { $count } يومًا
}
rule-add = أضف القاعدة
rule-ends = حتى
rule-end = أنهِها
set = اضبط
modes = أي التعليقات تنتظر
modes-how = يُعمل أولًا بما ضُبط للمادة نفسها، ثم لقسمها، ثم للصحيفة.
mode-site = الصحيفة كلها
mode-inherit = كما في الأعلى
mode-all-held = كلها
mode-known-pass = كلها إلا لمن قُبل له من قبل
mode-all-pass = ما توقفه قاعدة أو المرشّح وحده
levels = رموز التأكيد
levels-how = تشتد بحسب كثرة ما يُرسل. اضبطها بيدك حين يُغرق أحدهم الصحيفة.
level = المستوى
level-auto = بحسب ما يُرسل
level-calm = هادئ
level-normal = عادي
level-busy = مزدحم
level-siege = حصار
thread-settings = النقاش
thread-slow = بين تعليقين من شبكة واحدة
thread-slow-seconds = { $count ->
    [zero] بلا انتظار
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
   *[other] { $count } ثانية
}
votes-mode = التصويت على المادة
votes-mode-open = مع وضد
votes-mode-up-only = مع فقط
votes-mode-off = لا تصويت
thread-closed = مغلق: لا يقبل تعليقات أخرى

## The desk
desk = المكتب
desk-places = أقسام المكتب
desk-menu = القائمة
desk-to-paper = إلى الصحيفة
desk-sign-in = تسجيل الدخول
desk-sign-out = تسجيل الخروج
desk-login = اسم الدخول
desk-password = كلمة السر
desk-wrong = اسم الدخول وكلمة السر لا يتوافقان.
desk-wait = { $count ->
    [one] كلمات سر خاطئة كثيرة. حاول بعد ثانية.
    [two] كلمات سر خاطئة كثيرة. حاول بعد ثانيتين.
    [few] كلمات سر خاطئة كثيرة. حاول بعد { $count } ثوانٍ.
   *[other] كلمات سر خاطئة كثيرة. حاول بعد { $count } ثانية.
}
desk-ledger = السجل
ledger-how = كل صلاحية استُعملت، والأحدث أولًا. تُضاف الأسطر ولا تُغيَّر.
ledger-person = الشخص
ledger-everybody = الجميع
ledger-all = السجل كله
ledger-empty = لا شيء مكتوب هنا.
ledger-when = متى
ledger-who = من
ledger-what = ماذا
ledger-about = بشأن
ledger-detail = تفصيل
ledger-seal = الرقم والختم
ledger-everything = كل شيء
ledger-number = رقمه
ledger-from = من
ledger-until = إلى
ledger-csv = جدولًا (CSV)
ledger-ndjson = بصيغة NDJSON مع الأختام
ledger-clock = الساعة
ledger-machine = سطر الأوامر
subject-staff = حساب
subject-comment = تعليق
subject-story = مادة
subject-rule = قاعدة
subject-section = قسم
subject-topic = وسم أو شخص
subject-picture = صورة
subject-document = وثيقة
subject-site = الصحيفة كلها
act-signed-in = سجّل الدخول
act-signed-out = سجّل الخروج
act-added = أضاف حسابًا
act-password-set = غيّر كلمة سر
act-disabled = أوقف حسابًا
act-approved = قبِل
act-rejected = رفض
act-called-spam = عدّه بريدًا مزعجًا
act-held = أعاده إلى الانتظار
act-erased = محا
act-undone = تراجع عن قرار
act-rule-made = وضع قاعدة
act-rule-ended = أنهى قاعدة
act-mode-set = حدّد ما ينتظر
act-thread-set = ضبط النقاش
act-votes-set = ضبط الأصوات
act-votes-released = احتسب أصواتًا موقوفة
act-votes-discarded = استبعد أصواتًا موقوفة
act-votes-held = أعاد أصواتًا إلى الوقف
act-votes-stopped = أوقف أعداد الأصوات المعروضة
act-votes-resumed = أطلق أعداد الأصوات المعروضة
act-alarm-settled = أنهى إنذارًا بشأن الأصوات
act-settings-set = ضبط أسلوب عمل غرفة الأخبار
act-look-set = غيّر المظهر
act-words-set = غيّر كلمات غرفة الأخبار
act-menu-set = غيّر قائمة
act-topic-set = سمّى أو نقل قسمًا أو وسمًا أو شخصًا
act-tags-merged = جعل وسمين واحدًا
act-settings-taken = أخذ الإعدادات من ملف
act-picture-added = رفع صورة
act-picture-set = ضبط كلمات صورة أو قصّها
act-picture-removed = حذف صورة
act-document-added = رفع وثيقة
act-document-set = ضبط عنوان وثيقة
act-document-removed = حذف وثيقة
act-claim-confirmed = ثبّت إفادة
act-claim-corrected = صوّب إفادة
act-claim-retracted = سحب إفادة
act-suggestion-rejected = رفض اقتراحًا
act-decision-undone = تراجع عن قرار في السجل
act-withheld = حجب شيئًا من السجل عن القراء
act-withholding-ended = أعاد إظهار شيء من السجل للقراء
act-claims-grouped = جمع إفادات أو فرّقها
act-truce-held = تحقّق من صمود هدنة
act-truce-extended = مدّد هدنة
act-truce-ended = أنهى هدنة
act-truce-contested = سجّل هدنة متنازعًا عليها
act-truce-resumed = سجّل استمرار هدنة
act-model-made = علّم الآلة من القرارات
act-model-chosen = اختار ما تُقدَّر به الاقتراحات
act-suggester-set = حدّد موضع اقتراحات قاعدة
act-record-set = غيّر مدخلًا في السجل
act-record-merged = دمج مدخلًا آخر من السجل في هذا
act-record-parted = فصل مدخلين مدموجين في السجل
act-record-taken = أخرج السجل كله
act-record-brought = أدخل سجلًا
act-came-out = نُشر في الموعد المحدد
desk-votes = الأصوات
desk-votes-how = المواد والتعليقات التي أثارت أصواتها إنذارًا، أو توقفت أعدادها، أو لها أصوات تنتظر التحقق. وليس هنا ما يدل على من صوّت.
desk-votes-empty = لا أصوات تحتاج إلى نظر.
desk-votes-all = كل ما يحتاج إلى نظر
desk-votes-more = هناك المزيد، ويظهر كلما فُرغ من هذه.
desk-votes-stopped = الأعداد المعروضة متوقفة. ما زال التصويت متاحًا.
desk-votes-alarm = إنذار، { $what }
desk-votes-in-ten-minutes = { $count ->
    [one] صوت واحد في عشر دقائق
    [two] صوتان في عشر دقائق
    [few] { $count } أصوات في عشر دقائق
   *[other] { $count } صوتًا في عشر دقائق
}
desk-votes-usual = المعتاد في تلك الساعة:
desk-votes-flip = على عكس ما رآه القرّاء قبلها
desk-votes-percent = { $count }٪
desk-votes-shown = المعروض
desk-votes-counted = المحتسب
desk-votes-held = الموقوف
desk-votes-held-share = نسبة الموقوف
desk-votes-net = أكثر الشبكات أصواتًا
desk-votes-fresh = ملفات تعريف جديدة
desk-votes-fresh-count = من ملفات تعريف جديدة
desk-votes-curve = أصوات اليوم الأخير، كل عشر دقائق
desk-votes-most = الأكثر في عشر دقائق لاتجاه واحد:
desk-votes-a-day-ago = قبل يوم
desk-votes-now = الآن
desk-votes-table = اليوم الأخير في جدول
desk-votes-ledger = ما الذي جرى
desk-votes-do-settle = إنهاء الإنذار وإطلاق الأعداد
desk-votes-do-release = { $count ->
    [one] احتساب صوت موقوف واحد
    [two] احتساب صوتين موقوفين
    [few] احتساب { $count } أصوات موقوفة
   *[other] احتساب { $count } صوتًا موقوفًا
}
desk-votes-do-discard = { $count ->
    [one] استبعاد صوت موقوف واحد
    [two] استبعاد صوتين موقوفين
    [few] استبعاد { $count } أصوات موقوفة
   *[other] استبعاد { $count } صوتًا موقوفًا
}
desk-votes-do-hold = { $count ->
    [one] إعادة وقف صوت واحد
    [two] إعادة وقف صوتين
    [few] إعادة وقف { $count } أصوات
   *[other] إعادة وقف { $count } صوتًا
}
desk-votes-do-thaw = إطلاق الأعداد
desk-votes-do-freeze = وقف الأعداد
desk-votes-did-settle = انتهى الإنذار، والأعداد جارية.
desk-votes-did-release = { $count ->
    [one] احتُسب صوت موقوف واحد.
    [two] احتُسب صوتان موقوفان.
    [few] احتُسبت { $count } أصوات موقوفة.
   *[other] احتُسب { $count } صوتًا موقوفًا.
}
desk-votes-did-discard = { $count ->
    [one] استُبعد صوت موقوف واحد.
    [two] استُبعد صوتان موقوفان.
    [few] استُبعدت { $count } أصوات موقوفة.
   *[other] استُبعد { $count } صوتًا موقوفًا.
}
desk-votes-did-hold = { $count ->
    [one] أُعيد وقف صوت واحد.
    [two] أُعيد وقف صوتين.
    [few] أُعيد وقف { $count } أصوات.
   *[other] أُعيد وقف { $count } صوتًا.
}
desk-votes-nothing = لم يكن هناك ما يُفعل.
desk-votes-did-thaw = الأعداد جارية.
desk-votes-did-freeze = الأعداد متوقفة.

## الكتابة في مكتب التحرير
stories-at-desk = المواد
story-new = مادة جديدة
story-new-how = اختر اللغة التي تُكتب بها. كل ما عداها يمكن تغييره لاحقًا، وتبقى المادة بلا عنوان حتى تضع لها عنوانًا.
story-begin = ابدأ
story-edit = مادة
story-lang = اللغة
story-both-langs = اللغتان
lang-ar = العربية
lang-en = الإنكليزية
story-state = الحالة
story-any-state = كل الحالات
state-draft = مسودة
state-review = قيد المراجعة
state-ready = جاهزة
state-scheduled = مجدولة
state-published = منشورة
state-withdrawn = مسحوبة
story-words = كلمات من العنوان
story-mine = موادّي فقط
story-all = كل المواد
story-next = مواد أخرى
story-untitled = بلا عنوان
story-goes-out = تُنشر
story-embargo = محظورة حتى
story-behind = تغيّر الأصل
story-writer = يكتب فيها الآن { $what }
stories-none-found = لا مادة توافق ما طلبت. خفّف الشروط أو اختر حالة أخرى.
stories-none = لا مواد هنا بعد.
stories-none-how = ابدأ واحدة من «مادة جديدة»: تُحفظ من أول كلمة، ولا يراها غيرك وغير المحررين حتى تُنشر.
story-out-of-reach = لستَ ممن يكتبون بهذه اللغة أو في هذا القسم.
story-text = النص
story-headline = العنوان
story-standfirst = المقدمة
story-body = النص
story-body-how = السطر الفارغ يبدأ فقرة جديدة. وما لا يقوله النص وحده يظهر بعلاماته، مثل <h2> و<blockquote> و<table> و<a href>: دعها كما هي، أو اكتب مثلها.
story-save = احفظ
story-saved-at = حُفظت
story-place = المكان
story-no-section = بلا قسم بعد
story-tags = الوسوم
story-tags-how = تفصل بينها فواصل. وما ليس معروفًا بعد يُنشأ عند نشر المادة.
story-slug = العنوان على الشبكة
story-slug-how = إن تُرك فارغًا صُنع من عنوان المادة. وبعد النشر يقود القديم إلى الجديد.
story-who = من وأين
story-bylines = أسماء الكتّاب
story-bylines-how = تفصل بينها فواصل، كما ستُطبع. ولا يلزم أحدًا حساب.
story-dateline = كُتبت في
story-agency = الوكالة
story-sign-off = التوقيع أسفل النص
story-picture = الصورة
story-picture-number = رقمها في مكتبة الصور
story-picture-alt = ما تُظهره الصورة
story-picture-alt-how = لمن لا يراها. ولا تُنشر مادة لها صورة من دونه.
story-picture-caption = التعليق على الصورة
story-picture-credit = صاحب الصورة
story-word-count = { $count ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
story-beaten = حفظ { $what } هذه المادة بعد أن فتحتَها.
story-beaten-writing = يكتب { $what } في هذه المادة.
story-beaten-how = لم يضع شيء: نصّك أدناه ومحفوظ نسخةً أيضًا. احفظه ثانيةً ليحل محل الآخر، ويبقى الآخر نسخةً كذلك.
story-compare = قارن بينهما
story-writes-since = يكتب { $what } منذ
story-takeover-how = إن توليتَ الكتابة أُخبر عند حفظه التالي، واحتفظ بنصّه نسخةً.
story-takeover = تولَّ الكتابة
story-said-saved = حُفظت.
story-said-taken-over = أنت من يكتب الآن.
story-steps = ما التالي
story-submit = سلّمها للمراجعة
story-submit-how = يقرؤها محرر، ثم ينشرها أو يعيدها.
story-approve = عدّها جاهزة
story-unschedule = ألغِ جدولتها
story-scheduled-how = لا تُعدَّل في هذه الأثناء: ألغِ جدولتها أولًا.
story-schedule-at = تُنشر تلقائيًا في
story-schedule = جدولها
story-publish = انشرها الآن
story-publish-change = انشر التعديل
story-send-back = أعدها إلى كاتبها
story-reinstate = أعدها إلى القراء
story-change = ما يُقال للقراء
story-change-how = كل تعديل يبقى في السجل أمام القراء. فإن كان يمكن لأحد أن يصدّق خطأً فأخبرهم.
story-change-small = لا شيء: زلّة قلم
story-change-text = بالكلمات، للقراء
correction-correction = تصحيح
correction-clarification = توضيح
correction-update = تحديث
correction-note = ملاحظة من المحرر
story-withdraw = سحب المادة
story-withdraw-notice = إشعار للقراء
story-withdraw-how = يبقى في عنوان المادة منذ ذلك الحين. والسطر الفارغ يبدأ فقرة جديدة.
story-withdraw-do = اسحب المادة
story-embargo-title = حظر النشر
story-embargo-until = ليس قبل
story-embargo-reason = السبب
story-embargo-set = حدّد الحظر
story-embargo-lift = ارفعه
story-waits-how = هي لدى محرر الآن.
story-public-how = يمكنك إعداد تعديل هنا، وينشره محرر.
story-as-read = كما يراها القراء
story-copies = نسخ أقدم من المسودة
story-copies-how = ما حُفظ من قبل: نسخة كل دقيقة لساعة، ثم كل ساعة ليوم، ثم كل يوم لنصف سنة. والنصوص التي خسرت حين كتب اثنان معًا تبقى كاملة.
story-copies-none = لم يُحفظ شيء بعد.
story-copy = نسخة من مسودة
story-copy-aside = محفوظة جانبًا: سبقه غيره
story-copy-restore = ضعها مكان الأحدث
story-copy-differs = ما تختلف به عن الأحدث
story-copy-same = تقول الشيء نفسه.
story-copy-whole = كاملةً
story-notes = ملاحظات
story-notes-none = قل لزملائك هنا ما ينقص أو ما يجب التحقق منه. القراء لا يرونها أبدًا.
story-note-new = ملاحظة جديدة
story-note-whom = إلى
story-note-all = الجميع
story-note-add = أضف الملاحظة
story-note-for = إلى { $what }
story-note-settle = تمّت
story-note-done = تمّت
story-problem-time = اذكر يومًا وساعة.
story-problem-locked = يكتب { $what } في هذه المادة. انتظره أو تولَّ الكتابة.
story-problem-past = فات ذلك الوقت.
story-problem-no-words = قلها للقراء بالكلمات.
story-problem-unchanged = لا شيء يختلف عمّا يراه القراء.
story-problem-embargo = النشر محظور حتى { $what }. ويمكن لمحرر رفع الحظر.
story-problem-address = لمادة أخرى من ذلك اليوم هذا العنوان: { $what }. اختر عنوانًا آخر.
story-problem-no-alt = قل ما تُظهره الصورة، لمن لا يراها.
story-problem-empty = تحتاج المادة إلى عنوان ونص قبل أن تمضي.
story-problem-no-slug = ليس في العنوان حرف يُصنع منه عنوان على الشبكة. اختر واحدًا.
story-problem-state = لم تعد المادة في الحالة التي أظهرتها هذه الصفحة.
story-said-submitted = سُلّمت للمراجعة.
story-said-found-ready = صارت جاهزة.
story-said-sent-back = أُعيدت إلى كاتبها.
story-said-scheduled = جُدولت.
story-said-unscheduled = أُلغيت جدولتها.
story-said-published = نُشرت.
story-said-withdrawn = سُحبت. ويظهر الإشعار في عنوانها.
story-said-reinstated = عادت إلى القراء.
story-said-embargo-set = حُدّد الحظر.
story-said-embargo-lifted = رُفع الحظر.
story-said-noted = أُضيفت الملاحظة.
story-said-restored = صارت النسخة الأقدم هي الأحدث.
story-preview-says = معاينة: هذه المادة لم تُنشر، أو لم تُنشر بهذه الصورة. نرجو ألا تمررها إلى غيرك.
story-preview-own = معاينة
story-previews = روابط المعاينة
story-previews-how = من لديه رابط يرى المادة كما ستبدو، وهي تُكتب، حتى ينتهي الرابط. ويُطلب من محركات البحث الابتعاد.
story-preview-made = انسخ الرابط الآن، فلن يظهر ثانية:
story-preview-days = صالح لمدة
story-preview-make = أنشئ رابطًا
story-previews-none = لا أحد في الخارج يستطيع رؤية هذه المادة.
story-preview-until = صالح حتى
story-preview-end = أنهِه
story-source = المادة التي تُرجمت عنها
story-source-ahead = تغيّر الأصل بعد آخر مرة ساوته فيها هذه الترجمة.
story-source-changes = ما الذي تغيّر
story-source-level = الترجمة مساوية للأصل من جديد
story-translate = ترجمها
story-counterpart = المادة باللغة الأخرى
story-said-level = الترجمة مساوية للأصل.
desk-front = الصفحة الأولى
front-how = يمكن أن تتصدر اثنتا عشرة مادة، وتظهر منها أول ست منشورة. ولا يتغير شيء أمام القراء حتى تعتمد الترتيب.
front-leads = تتصدر الآن
front-none = لم يُختر شيء: تتصدر أحدث المواد.
front-not-yet = لا يرى القراء هذا الترتيب بعد.
front-arrange = اعتمد الترتيب
front-preview = معاينة
front-at = اعتبارًا من
front-plan = جدوله
front-offered = أحدث المواد
front-plans = صفحات أولى مجدولة
front-plans-none = لا شيء. اختر ترتيبًا أعلاه ويومًا وساعة، فيأتي من تلقاء نفسه.
front-plan-drop = ألغِها
front-up = إلى أعلى: { $what }
front-down = إلى أسفل: { $what }
front-out = أخرج: { $what }
front-in = صدِّر: { $what }
front-said-arranged = اعتُمد الترتيب.
front-said-planned = جُدولت الصفحة الأولى.
front-said-past = يحتاج ذلك إلى كلمات، وإلى يوم وساعة لم يفوتا.
front-said-banner = الشريط العاجل أعلى كل صفحة.
front-said-no-banner = زال الشريط العاجل.
front-said-dropped = أُلغيت.
banner = شريط عاجل
banner-how = سطر واحد أعلى كل صفحات هذه اللغة. ويزول من تلقاء نفسه.
banner-text = السطر
banner-link = يقود إلى (عنوان في الصحيفة)
banner-ends = حتى
banner-set = ضعه
banner-end = أزله
assignments = المهام
assignments-none = لا يُطلب منك شيء في الوقت الحاضر.
assignments-none-how = كلّف زميلًا بالكتابة أدناه: يجد المهمة في مكتبه، وتظهر في التقويم.
assignment-due = حتى
assignment-by = طلبها { $what }
assignment-begin = ابدأ المادة
assignment-end = انتهت
assign = تكليف جديد
assign-brief = ما المطلوب كتابته
assign-whom = من يكتبه
assign-due = حتى متى
assign-give = كلِّفه
assign-what = قل ما المطلوب كتابته، ومن يكتبه، وحتى متى.
calendar = التقويم
calendar-before = ما قبل
calendar-today = اليوم
calendar-after = ما بعد
calendar-week = أسبوع
calendar-month = شهر
calendar-none = لا شيء مقرر لهذه الأيام. تظهر هنا المواد المجدولة وحظر النشر والمهام من تلقاء نفسها.
calendar-out = تُنشر
calendar-published = نُشرت
calendar-embargo = ينتهي الحظر
calendar-due = موعد تسليم
home-idle = لا شيء ينتظرك.
home-idle-how = ابدأ مادة، أو انظر في التقويم ما هو آتٍ. يُحفظ ما تكتبه من أول كلمة.
home-notes = ملاحظات إليك
home-assignments = مهامك
home-review = للمراجعة
home-ready = جاهزة
home-scheduled = تُنشر اليوم
home-drafts = مسوداتي
home-handed-in = سلّمتَها
home-comments = { $count ->
    [zero] لا تعليق ينتظر.
    [one] تعليق واحد ينتظر مشرفًا
    [two] تعليقان ينتظران مشرفًا
    [few] { $count } تعليقات تنتظر مشرفًا
    [many] { $count } تعليقًا ينتظر مشرفًا
   *[other] { $count } تعليق ينتظر مشرفًا
}
act-begun = بدأ مادة
act-edited = كتب في مادة زميل
act-taken-over = تولّى الكتابة
act-submitted = سلّمها للمراجعة
act-found-ready = عدّها جاهزة
act-sent-back = أعادها إلى كاتبها
act-scheduled = جدولها
act-unscheduled = ألغى جدولتها
act-published = نشر
act-corrected = نشر مع كلمة للقراء
act-withdrawn = سحب
act-reinstated = أعادها بعد السحب
act-embargo-set = حدّد حظر النشر
act-embargo-lifted = رفع حظر النشر
act-preview-made = أنشأ رابط معاينة
act-preview-ended = أنهى رابط معاينة
act-translation-begun = بدأ ترجمة
act-assigned = كلّف بمهمة
act-assignment-ended = أنهى مهمة
act-front-arranged = رتّب الصفحة الأولى
act-front-planned = جدول صفحة أولى
act-front-unplanned = ألغى صفحة أولى مجدولة
act-banner-set = وضع الشريط العاجل
act-banner-ended = أنهى الشريط العاجل

## Pictures and documents at the desk
media = الصور والوثائق
media-picture = صورة
media-document = وثيقة
media-removal = حذف نهائي؟
media-inside = تُفكّ الصور داخل الخادم نفسه بلا حدود للذاكرة والوقت، لأن الإعدادات تنص على ذلك (media.decoder). اطلب من مشغّل الخادم تغييره.
media-hand-in = رفع صور أو وثائق
media-hand-in-how = عدة ملفات دفعة واحدة، حتى 30 ميغابايت لكل منها: JPEG وPNG وWebP وGIF، وللتنزيل PDF ووثائق المكتب. لا يُحفظ من الصور إلا نقاطها: يزول المكان والكاميرا والأسماء. إذا انقطع الاتصال فاختر الملفات نفسها مرة أخرى لتُستأنف من حيث توقفت.
media-send = ارفع
media-waiting = ينتظر دوره
media-coming = في الطريق
media-failed = انقطع الاتصال. ما وصل محفوظ.
media-again = استأنف
media-describe = صِفه
media-handed = ما رفعتَه
media-did-new = صار في المكتبة.
media-did-known = كان في المكتبة من قبل.
media-did-removed = حُذف مع كل ما صُنع منه.
media-did-saved = حُفظ. المواد التي تستعمله تحتفظ بكلماتها.
media-did-focused = تحافظ القصاصات الآن على هذه النقطة.
media-is-used = تستعمله مادة، فيبقى.
media-refused-bytes = لم يُقبل: حجمه يزيد على { 30 } ميغابايت.
media-refused-empty = لم يُقبل: ليس فيه شيء.
media-refused-pixels = لم يُقبل: فيه أكثر من { 50 } مليون نقطة. صغّره أولًا.
media-refused-broken = لم يُقبل: الملف تالف ولا يُقرأ صورةً.
media-refused-cut-off = لم يُقبل: نهايته مفقودة. انسخه من مصدره مرة أخرى.
media-refused-slow = لم يُقبل: استغرقت قراءته وقتًا أطول من اللازم.
media-refused-memory = لم يُقبل: تطلبت قراءته ذاكرة أكثر من اللازم.
media-refused-both = لم يُقبل: هو صورة أو وثيقة، وفي الملف نفسه صفحة وِب أو برنامج أو أرشيف.
media-refused-svg = لم يُقبل: رسوم SVG قد تحمل برامج. احفظه بصيغة PNG.
media-refused-html = لم يُقبل: هو صفحة وِب.
media-refused-heic = لم يُقبل: قليل من المتصفحات يعرض هذا النوع من الصور. احفظه بصيغة JPEG.
media-refused-film = لم يُقبل: لا يُحفظ هنا صوت ولا فيديو.
media-refused-macros = لم يُقبل: فيه برنامج، أو هو من نوع قديم قد يحمله. احفظه بصيغة PDF أو DOCX أو XLSX أو PPTX.
media-refused-kind = لم يُقبل: ليس صورة ولا وثيقة من الأنواع التي تُحفظ هنا.
media-words = كلمات أو مصدر أو اسم ملف
media-person = رفعه
media-since = من
media-until = إلى
media-only = فقط
media-only-all = الكل
media-only-lacking = بلا نص بديل
media-only-unused = غير مستعملة في أي مادة
media-only-used = مستعملة في مادة
media-all = أظهر الكل
media-pictures = الصور
media-empty = لا صور بعد. ارفع أولاها من الأعلى: تُجرَّد في الطريق من المكان والكاميرا والأسماء.
media-none = لا صورة توافق البحث. كلمات أقل تجد أكثر.
media-lacks-alt = النص البديل ناقص
media-pick = خذ هذه
media-pick-how = اختر صورة مادتك. من دون برمجة في المتصفح اكتب رقمها في نموذج المادة.
media-number = الرقم
media-older = صور أقدم
media-documents = الوثائق
media-documents-how = لا يستطيع القراء إلا تنزيلها. ويبقى ما بداخلها كما رُفع.
media-title = العنوان
media-kind = النوع
media-kilobytes = كيلوبايت
media-when = تاريخ الرفع
media-back = كل الصور والوثائق
media-stripped = لا يُحفظ منها إلا نقاطها. أما الملف كما رُفع فقد زال، ومعه المكان والكاميرا والأسماء.
media-words-how = تبدأ كل مادة بهذه الكلمات ويمكنها تغييرها لنفسها.
media-in-ar = بالعربية
media-in-en = بالإنكليزية
media-alt = النص البديل
media-alt-how = يقول النص البديل ما يُرى في الصورة لمن لا يراها. لا تُنشر مادة فيها صورة بلا نص بديل.
media-caption = التعليق
media-credit = المصدر
media-save = احفظ
media-focus = النقطة المهمة
media-focus-how = تعرض البطاقات والمعاينات جزءًا من الصورة حول هذه النقطة. انقر على الصورة، أو اكتب بُعد النقطة عن اليسار وعن الأعلى بأجزاء المئة.
media-focus-click = اختر النقطة بالنقر على الصورة
media-focus-x = من اليسار
media-focus-y = من الأعلى
crop-card = على البطاقات
crop-preview = في معاينات المواقع الأخرى
media-uses = المواد التي تستعمله
media-unused = لا تستعمله أي مادة.
media-draft = مسودة
media-not-printed = لم يُنشر
media-used-how = ما نُشر، ولو مرة، يبقى في المكتبة.
media-remove = احذفه…
media-remove-now = احذفه نهائيًا
media-removal-how = سيُحذف الملف وكل حجم صُنع منه، ولا يستطيع أحد استعادته. وقد تبقى نسخ في متصفحات القراء سنة.
media-keep = أبقِه
media-download = نزّل
media-document-caveat = بخلاف الصور تحتفظ الوثيقة بما بداخلها: اسم كاتبها ونسخها السابقة والتعليقات والأماكن. أزل ذلك بالبرنامج الذي صُنعت به قبل رفعها.
media-title-ar = العنوان بالعربية
media-title-en = العنوان بالإنكليزية
media-document-how = ليستطيع القراء تنزيلها ضع في المادة رابطًا إلى هذا العنوان:
paper-pdf = ملف PDF
paper-docx = نص (DOCX)
paper-xlsx = جداول (XLSX)
paper-pptx = شرائح (PPTX)
paper-odt = نص (ODT)
paper-ods = جداول (ODS)
paper-odp = شرائح (ODP)

## الدخول والحساب ومن يعمل هنا
desk-with-passkey = ادخل بمفتاح المرور
desk-or-password = أو بكلمة السر
desk-passkey-failed = لم ينجح ذلك. أعد المحاولة، أو ادخل بكلمة السر.
desk-code = الرمز
desk-code-how = لمن فعّله فقط: الرمز الظاهر الآن في تطبيقك، أو رمز استعادة.
again = أهذا أنت؟
again-why = ما تريد فعله قد يُحدث ضررًا كبيرًا، فأثبت هويتك مرة أخرى من فضلك. يكفي ذلك عشر دقائق.
again-with-passkey = أبرز مفتاح المرور
again-go-on = تابع
account = حسابك
account-me = أنت
account-name = الاسم كما يراه الزملاء
account-mail = البريد الإلكتروني
account-mail-how = لننبّهك حين يدخل متصفح جديد باسمك. يجوز تركه فارغًا.
account-mail-wrong = الاسم لازم، والبريد إمّا عنوان صحيح أو فارغ.
account-lang = لغة المكتب
account-save = احفظ
account-ways = طرق الدخول
account-ways-how = مفتاح المرور أسلمها: لا يُخمَّن، ولا تقدر صفحة مزيّفة أن تطلبه منك. أمّا كلمة السر فتحتاج إلى عامل ثانٍ معها.
account-prove = أثبت هويتك لتغيّرها
account-passkeys = مفاتيح المرور
account-passkey = مفتاح مرور
account-no-passkeys = ليس لديك أي مفتاح.
account-added = أُضيف
account-used = آخر استعمال
account-remove = احذف
account-passkey-name = اسم الجهاز
account-passkey-example = هاتفي
account-passkey-add = أضف مفتاح مرور
account-passkey-script = مفاتيح المرور تحتاج إلى تشغيل البرامج النصية في متصفحك.
account-passkey-address = مفاتيح المرور تحتاج إلى عنوان مشفّر له اسم، وعنوان هذه الجريدة (site.url) ليس كذلك.
account-has-password = لديك كلمة سر. كلمة جديدة تُنهي جلساتك الأخرى.
account-no-password = ليس لديك كلمة سر، ولا بأس إن كان لديك مفتاحا مرور على جهازين.
account-new-password = كلمة سر جديدة
account-set-password = عيّن كلمة السر
password-how = اثنا عشر حرفًا على الأقل؛ وأفضلها أربع كلمات أو خمس لا يجمعها أحد سواك.
password-again = أعد كتابتها
password-short = كلمة السر من { 12 } إلى { 256 } حرفًا.
password-differs = الكلمتان غير متطابقتين.
password-common = هذه من أول ما يُجرَّب: كلمة شائعة أو صف مفاتيح أو اسمك. زد عليها بضع كلمات.
second = العامل الثاني
account-has-second = كلمة سرك تحتاج إلى رمز من تطبيقك.
codes-left = { $count ->
    [zero] لم يبق أي رمز استعادة.
    [one] بقي رمز استعادة واحد.
    [two] بقي رمزا استعادة.
    [few] بقيت { $count } رموز استعادة.
    [many] بقي { $count } رمز استعادة.
   *[other] بقي { $count } رمز استعادة.
}
account-no-second = كلمة سرك وحدها تكفي للدخول باسمك. تطبيق على هاتفك يغيّر ذلك.
account-second-idle = يقف إلى جانب كلمة السر، ومفتاح المرور لا يحتاج إليه.
account-set-second = جهّز تطبيقًا
account-other-app = جهّز تطبيقًا آخر
account-new-codes = رموز استعادة جديدة
account-end-second = ألغِ التطبيق
account-sessions = أين دخلت
account-sessions-how = أنهِ ما لا تعرفه، ثم عيّن كلمة سر أخرى.
account-browser = متصفح
account-here = هنا
account-seen = آخر ظهور
account-end-session = أنهِ
account-end-sessions = أنهِ كل ما عداها
account-back = عُد إلى حسابك
account-did-saved = حُفظ.
account-did-nothing = لم يكن هناك ما يُفعل.
account-did-password = عُيّنت كلمة السر، وانتهت جلساتك الأخرى.
account-did-passkey-added = أُضيف مفتاح المرور.
account-did-passkey-failed = تعذّرت إضافة مفتاح المرور. أعد المحاولة.
account-did-passkey-last = هذه طريقتك الوحيدة للدخول. أضف غيرها أولًا.
account-did-passkey-removed = حُذف مفتاح المرور.
account-did-second-late = طال الأمر. ابدأ من جديد.
account-did-second-ended = أُلغي التطبيق، وصارت كلمة سرك وحدها كافية.
account-did-sessions-ended = تم الخروج هناك.
way-passkey = بمفتاح مرور
way-password = بكلمة السر
way-second = بكلمة السر ورمز
way-recovery = برمز استعادة
second-needed = تطلب هذه الجريدة من الجميع عاملًا ثانيًا. جهّزه هنا، أو أضف مفتاح مرور إلى حسابك.
second-scan = افتح في هاتفك تطبيقًا للرموز (أي تطبيق يعرف TOTP) ودعه يقرأ هذا المربع.
second-qr = مربع يقرؤه تطبيقك. والنص نفسه مكتوب تحته حروفًا.
second-type = أو اكتب هذا في التطبيق:
second-open = افتح التطبيق على هذا الجهاز
second-code = ثم اكتب الرمز الذي يظهره التطبيق
second-set = جهّز
second-wrong = هذا الرمز لا يوافق. انتظر الرمز التالي، وتأكد من ساعة جهازك.
codes = رموز الاستعادة
codes-how = يُدخلك كل واحد منها مرة واحدة بدل رمز التطبيق إذا ضاع هاتفك. اكتبها أو اطبعها الآن: لن تظهر مرة أخرى.
codes-kept = احتفظت بها
people = العاملون
people-name = الاسم
people-role = الدور
people-stand = الحال
people-seen = آخر ظهور
people-out = ممنوع من الدخول
people-invited = مدعوّ
people-no-way = بلا طريقة دخول
people-works = يعمل هنا
people-invite = أضف شخصًا
people-invite-how = يحصل على رابط يعمل مرة واحدة خلال ثلاثة أيام، ويختار فيه كيف يدخل.
people-mail-how = إن كان البريد مفعّلًا أُرسل الرابط إليه، وبعده التنبيهات. يجوز تركه فارغًا.
people-invite-do = أنشئ الرابط
people-wrong = اسم الدخول من حرفين إلى أربعين: حروف وأرقام ونقاط وشرطات؛ والبريد إمّا عنوان صحيح أو فارغ.
people-taken = اسم الدخول هذا مأخوذ.
people-limits = هذه اللغات والأقسام فقط
people-limits-how = للمواد وما يقوله القراء عنها. لا تؤشر شيئًا إن لم تُرد حدودًا؛ ولا حدود للمدير.
people-link = الرابط
people-link-for = يظهر رابط { $what } هذه المرة فقط. سلّمه بحيث لا يقرؤه أحد سواه.
people-link-sent = وأُرسل بالبريد أيضًا.
people-passkeys = { $count ->
    [zero] بلا مفتاح مرور
    [one] مفتاح مرور واحد
    [two] مفتاحا مرور
    [few] { $count } مفاتيح مرور
    [many] { $count } مفتاح مرور
   *[other] { $count } مفتاح مرور
}
people-did = ما فعله
people-done-to = ما جرى بشأنه
people-self = هذا أنت: مدير آخر يعيّن دورك وحدودك.
people-post = الدور والحدود
people-set = عيّن
people-entry = الدخول
people-link-how = الرابط الجديد لمن أضاع هاتفه أو كلمة سره. حين يُستعمل تزول طرق الدخول القديمة.
people-link-new = رابط جديد لمرة واحدة
people-end-sessions = أخرجه من كل مكان
people-keep-out = امنعه من الدخول
people-is-out = لا يقدر على الدخول. وما فعله باقٍ.
people-let-in = اسمح له بالدخول
people-did-set = عُيّن الدور والحدود.
people-did-own = لا يفعل أحد ذلك بنفسه: اطلبه من مدير آخر.
people-did-out = مُنع من الدخول وأُخرج من كل مكان.
people-did-in = صار مسموحًا له بالدخول.
people-did-sessions = أُخرج من كل مكان.
role-reporter = مراسل
role-editor = محرر
role-moderator = مشرف تعليقات
role-admin = مدير
welcome = أهلًا بك في المكتب
welcome-login = اسم دخولك
welcome-passkey = بمفتاح مرور
welcome-passkey-how = يحفظه هاتفك أو حاسوبك ويفتحه بإصبعك أو وجهك أو رمزك. وهو الأفضل.
welcome-passkey-do = أنشئ مفتاح مرور وادخل
welcome-password = بكلمة سر
welcome-password-do = عيّن كلمة السر وادخل
welcome-gone = لم يعد هذا الرابط يعمل
welcome-gone-how = استُعمل، أو انقضت أيامه الثلاثة. اطلب رابطًا جديدًا ممن أرسله.
act-link-made = أنشأ رابطًا لمرة واحدة
act-arrived = وصل برابط لمرة واحدة
act-role-set = عيّن الدور والحدود
act-let-in = سمح بالدخول من جديد
act-sessions-ended = أنهى جلسات
act-passkey-added = أضاف مفتاح مرور
act-passkey-removed = حذف مفتاح مرور
act-second-set = جهّز عاملًا ثانيًا
act-second-ended = ألغى العامل الثاني
act-codes-made = أنشأ رموز استعادة
byline-removed = أُزيل اسم كاتب من هذه النسخة في { $what } لحماية شخص. وبصمتها بصمة النص كما هو الآن.
bylines = أسماء الكتّاب
bylines-how = من يكتب باسم يراه القراء. احمِ من هو في خطر، فيختفي الاسم من كل صفحة.
bylines-protected = تحت الحماية
bylines-since = منذ
bylines-lift = ارفع الحماية
bylines-lift-how = رفع الحماية يعيد صفحة الشخص. أمّا ما أُزيل من المواد فلا يعود.
bylines-none = لا أحد يكتب باسمه بعد.
bylines-protect = احمِ
bylines-did-protected = تمت الحماية. كل صفحة وخلاصة وقائمة خالية من الاسم منذ الآن.
bylines-did-lifted = رُفعت الحماية.
bylines-did-taken = صار هذا العنوان لشخص آخر، فتعذّر رفع الحماية.
protect = حماية هذا الشخص
protect-what = يُزال الاسم من المواد ونسخها القديمة والخلاصات والقوائم والبحث وبيانات الآلات، وتختفي صفحة الشخص كأنها لم تكن. ويُزال أيضًا التوقيع تحت النص وحقوق الصورة إن كانا بالاسم نفسه.
protect-stories = { $count ->
    [zero] لا مادة تحمل الاسم.
    [one] مادة واحدة تحمل الاسم.
    [two] مادتان تحملان الاسم.
    [few] { $count } مواد تحمل الاسم.
    [many] { $count } مادة تحمل الاسم.
   *[other] { $count } مادة تحمل الاسم.
}
protect-hash = يذكر تاريخ كل منها علنًا أن اسمًا أُزيل ومتى. وتزول البصمة القديمة أيضًا، فبها يقدر أي أحد أن يجرّب الأسماء حتى يوافق أحدها.
protect-not = لا رجعة عن ذلك في المواد. ولا يشمل اسمًا داخل نص، ولا نسخًا صنعها آخرون.
protect-sure = أقصد ذلك
protect-sure-missing = أكّد أولًا أنك تقصد ذلك.
protect-do = احمِ
subject-claim = إفادة
subject-record = مدخل في السجل
subject-person = شخص
act-protected = حمى شخصًا
act-protection-lifted = رفع الحماية
requests = ما ينتظر مديرًا ثانيًا
requests-how = تطلب هذه الجريدة شخصين للأدوار والروابط وحماية شخص وحذف الصور والوثائق. ما يطلبه أحدهما يؤكده مدير غيره، وبعد أسبوع يزول.
requests-none = لا شيء ينتظر.
requests-post = دور وحدود للحساب
requests-link = رابط لمرة واحدة للحساب
requests-protection = حماية الشخص
requests-picture = حذف الصورة
requests-document = حذف الوثيقة
requests-confirm = أكّد
requests-refuse = ألغِ
requests-did-asked = ينتظر الآن مديرًا آخر.
requests-did-confirmed = تمّ.
requests-did-refused = أُلغي.
requests-did-not = لا يمكن تأكيد ذلك: هو طلبك، أو لم يعد ينتظر.
act-asked = طلب مديرًا ثانيًا
act-confirmed = أكّد ما طلبه غيره
act-refused = ألغى طلبًا
mail-new-browser-subject = دخل متصفح جديد إلى مكتبك
mail-new-browser = دخل إلى المكتب باسم { $what } متصفح لم يدخل به من قبل.
mail-new-browser-when = الوقت: { $what }
mail-new-browser-which = المتصفح: { $what }
mail-new-browser-not-you = إن كنت أنت فلا شيء عليك. وإن لم تكن، فأنهِ جلسته وعيّن كلمة سر أخرى هنا، وأخبر مديرًا:
mail-truce-soon-subject = السجل: هدنة تنتهي في { $what }
mail-truce-soon = في السجل هدنة يُفترض أن تنتهي في { $what }.
mail-truce-due-subject = السجل: هل صمدت الهدنة حتى { $what }؟
mail-truce-due = في السجل هدنة حُدّد لنهايتها { $what }، وقد حلّ هذا اليوم.
mail-truce-named = الهدنة: «{"\u2068"}{ $what }{"\u2069"}»
mail-truce-reckoned = لم يصرّح أحد بهذا اليوم، بل حُسب من أول أيام الهدنة ومن مدتها.
mail-truce-assumed = لم يصرّح أحد بهذا اليوم، بل حُسب من يوم الإعلان عن الهدنة ومن مدتها، وقد يختلف أيامًا قليلة.
mail-truce-look = نرجو التحقق مما إذا كانت قد صمدت أو مُدّدت أو حلّت محلها هدنة أخرى أو انتهت، وتسجيل ذلك في المكتب:
mail-truce-never = لا تنتهي هدنة في السجل من تلقاء نفسها: لا تُنهيها إلا إفادة أو محرر. تصلك هذه الرسالة لأن لديك صلاحية النشر، وتُرسل مرة قبل كل نهاية ومرة عند حلولها.
mail-invited-subject = رابطك إلى المكتب
mail-invited = هنا تختار كيف تدخل إلى المكتب. اسم دخولك { $what }.
mail-invited-once = يعمل الرابط مرة واحدة خلال ثلاثة أيام. لا يحتاج أحد سواك إلى معرفته.

# أداة الكتابة. ما بين [القوسين] يملؤه برنامجها.
editor-toolbar = أدوات الكتابة
editor-toolbar-keys = إلى أدوات الكتابة
editor-undo = تراجع
editor-redo = إعادة
editor-text = فقرة
editor-h2 = عنوان
editor-h3 = عنوان فرعي
editor-strong = مهم (غامق)
editor-short-strong = غ
editor-em = مشدَّد (مائل)
editor-short-em = م
editor-link = رابط
editor-link-text = نص الرابط
editor-link-remove = إزالة الرابط
editor-quote = اقتباس
editor-quote-source = مصدر الاقتباس
editor-quote-who = القائل
editor-quote-where = عنوان صفحته
editor-bullets = قائمة
editor-numbers = قائمة مرقّمة
editor-auto = الاتجاه بحسب الحروف
editor-rtl = من اليمين إلى اليسار
editor-ltr = من اليسار إلى اليمين
editor-picture = صورة من المكتبة
editor-picture-alt = ما الذي في الصورة
editor-picture-alt-hint = جملة واحدة لمن لا يراها. لا تُنشر المادة من دونها.
editor-picture-alt-missing = لم يُذكر بعد ما الذي في الصورة
editor-picture-caption = الشرح
editor-picture-credit = صاحب الصورة
editor-picture-change = الوصف وصاحب الصورة
editor-picture-remove = إخراج الصورة من النص
editor-table = جدول
editor-table-caption = عنوان الجدول
editor-table-rows = الصفوف، ومنها صف الرؤوس
editor-table-columns = الأعمدة
editor-table-remove = حذف الجدول
editor-row-add = إضافة صف
editor-row-remove = حذف الصف
editor-column-add = إضافة عمود
editor-column-remove = حذف العمود
editor-head-row = الصف الأول رؤوس
editor-head-column = العمود الأول رؤوس
editor-merge = دمج الخلايا
editor-split = تقسيم الخلية
editor-note = حاشية
editor-note-text = نص الحاشية
editor-note-hint = تظهر تحت النص، ورقمها في هذا الموضع. وتصير العناوين روابط.
editor-note-marks-hint = تظهر تحت النص، ورقمها في هذا الموضع. إن غيّرتها صارت كلماتها الغامقة والمائلة عادية.
editor-card = بطاقة لما هو في موضع آخر
editor-card-intro = منشور أو فيلم أو صفحة في موضع آخر، مكتوباً. لا يُحمَّل للقارئ شيء من هناك.
editor-card-title = العنوان
editor-card-text = ما قيل فيه
editor-card-text-hint = منقولاً كما هو؛ والسطر الجديد يبدأ فقرة جديدة.
editor-card-source = المصدر
editor-card-source-hint = إن تُرك فارغاً كُتب اسم الموقع.
editor-card-change = تعديل البطاقة
editor-more = المزيد
editor-s = مشطوب: لم يعد قائماً
editor-mark = مظلَّل
editor-sup = مرفوع
editor-sub = مخفوض
editor-code = ما يُكتب على لوحة المفاتيح
editor-small = حرف صغير
editor-q = اقتباس قصير
editor-cite = اسم عمل
editor-bdi = اسم بالحروف الأخرى
editor-abbr = اختصار
editor-abbr-title = كاملاً
editor-pre = حفظ المسافات والأسطر
editor-rule = فاصل بين جزأين
editor-clear = إزالة التنسيق
editor-marks = البحث عن علامات الاتجاه الخفية
editor-marks-found-one = علامة خفية واحدة.
editor-marks-found-other = [n] علامة خفية.
editor-marks-found-zero = لا علامات خفية.
editor-marks-found-two = علامتان خفيتان.
editor-marks-found-few = [n] علامات خفية.
editor-marks-found-many = [n] علامة خفية.
editor-marks-remove = إزالتها كلها
editor-marks-removed = أُزيلت العلامات الخفية.
editor-help = المفاتيح
editor-key-list = قائمة، في أول السطر
editor-key-numbers = قائمة مرقّمة، في أول السطر
editor-key-heading = عنوان، في أول السطر
editor-key-quote = اقتباس، في أول السطر
editor-key-rule = فاصل بين جزأين
editor-key-break = سطر جديد في الفقرة نفسها
editor-key-plain = لصق بلا تنسيق
editor-key-save = حفظ الآن
editor-address = العنوان
editor-address-wrong = لا يصلح هذا رابطاً. اكتب عنواناً يبدأ بـ https:// أو عنوان بريد.
editor-count-wrong = عدد صحيح لا يزيد على [most].
editor-needed = هذا الحقل لازم.
editor-ok = تم
editor-cancel = إلغاء
editor-close = إغلاق
editor-remove = إزالة
editor-words-zero = لا كلمات
editor-words-one = كلمة واحدة
editor-words-two = كلمتان
editor-words-few = [n] كلمات
editor-words-many = [n] كلمة
editor-words-other = [n] كلمة
editor-words-chosen = المحدَّد: [chosen]. الكل: [all].
editor-pictures-refused-zero = لم تُترك أي صورة.
editor-pictures-refused-one = تُركت صورة: تأتي الصور من المكتبة ومعها اسم صاحبها.
editor-pictures-refused-two = تُركت صورتان: تأتي الصور من المكتبة ومعها أسماء أصحابها.
editor-pictures-refused-few = تُركت [n] صور: تأتي الصور من المكتبة ومعها أسماء أصحابها.
editor-pictures-refused-many = تُركت [n] صورة: تأتي الصور من المكتبة ومعها أسماء أصحابها.
editor-pictures-refused-other = تُركت [n] صورة: تأتي الصور من المكتبة ومعها أسماء أصحابها.
editor-state-changed = لم يُحفظ بعد
editor-state-saving = يُحفظ الآن…
editor-state-saved = حُفظ عند [time]
editor-state-offline = لا اتصال. نصك محفوظ في هذا المتصفح، وسيُرسل من تلقاء نفسه.
editor-state-failed = لم تستطع غرفة الأخبار الحفظ. نصك محفوظ في هذا المتصفح، وتُعاد المحاولة.
editor-state-signed-out = خرجتَ من حسابك. نصك محفوظ في هذا المتصفح. ادخل من نافذة أخرى فيُرسل.
editor-state-closed = لم تعد الكتابة في هذه المادة ممكنة. نصك محفوظ في هذا المتصفح.
editor-state-browser-failed = لا يحفظ هذا المتصفح نسخة. احفظ قبل أن تغلقه.
editor-state-beaten = حفظ شخص آخر
editor-found = نصك الذي لم يُحفظ
editor-found-own = نصك الذي لم يُحفظ، من الساعة [time]، ما زال في هذا المتصفح.
editor-found-copy = ما كتبه [by]، نسخة من الساعة [time].
editor-restore = استعادة
editor-compare = مقارنة
editor-throw-away = حذف
editor-now-here = كما هو الآن
editor-both = النصان
editor-two-texts = ثمة نصان
editor-saved-between = حفظ [by] هذه المادة عند [time] وأنت تكتب.
editor-taken-over = يكتب [by] مكانك منذ [time].
editor-nothing-lost = لا يضيع شيء: النص الذي لا تختاره يُحفظ نسخةً.
editor-yours = نصك
editor-theirs-of = نص [by]
editor-take-mine = اختيار نصي
editor-take-theirs = اختيار النص الآخر
editor-go-on-reading = القراءة فقط
editor-somebody-writes = [by] يكتب الآن
editor-somebody-writes-since = يكتب [by] في هذه المادة منذ [time]. إن حللتَ مكانه أُخبر بذلك، وحُفظ ما كتبه.
editor-take-over = الكتابة مكانه
editor-sign-out-unsaved = لم يُحفظ نصك في غرفة الأخبار
editor-sign-out-how = يبقى في هذا المتصفح مشفّراً، ولا يفتحه غيرك حين تدخل من هنا ثانية.
editor-sign-out-anyway = الخروج مع ذلك

## The newsroom's settings
newsroom = غرفة الأخبار
newsroom-basics = الاسم والأساليب
newsroom-topics = الأقسام والوسوم والأشخاص
newsroom-look = المظهر
newsroom-words = الكلمات والقوائم
newsroom-file = في ملف
newsroom-saved = حُفظ. يراه القراء في صفحتهم التالية.
newsroom-name = الصحيفة
newsroom-paper = الاسم
newsroom-line = السطر تحت الاسم
newsroom-description = ما تقوله عنها محركات البحث والخلاصات
newsroom-readers = القراء
newsroom-mail = البريد
newsroom-kept = كم تبقى الأشياء
newsroom-kept-how = ما لا يُحفظ أطول من الحاجة لا يستطيع أحد أخذه منك. وهذه المدد جزء من البرنامج.
choice-language = لغة القراء الذين لا يطلب متصفحهم أيًّا من اللغتين
choice-most-read = إظهار الأكثر قراءة في الصفحة الأولى
choice-yes = نعم
choice-no = لا
choice-open-days = عدد الأيام التي تقبل فيها المادة تعليقات
choice-edit-minutes = عدد الدقائق التي يمكن للكاتب فيها تغيير تعليقه
choice-modes = أي التعليقات تنتظر المشرف
choice-digest-to = يُرسل موجز مكتب التعليقات اليومي إلى (عناوين بينها فواصل)
choice-digest-hour = ابتداءً من الساعة، من { 0 } إلى { 23 }
choice-countries = البلدان التي تكتبون عنها أكثر من غيرها، برموزها مثل SY, LB: إذا تشابهت أسماء الأماكن اقتُرحت أماكنها أولًا
choice-security = أين يُبلَّغ عن ثغرات أمان الموقع (mailto: أو https:)
choice-empty-how = ما تتركه فارغًا يؤخذ من ملف إعدادات الخادم.
choice-wrong-site-default-language = اللغة هي العربية أو الإنكليزية.
choice-wrong-site-most-read = إما أن يظهر الأكثر قراءة وإما ألّا يظهر.
choice-wrong-comments-open-days = أيام التعليقات عدد صحيح.
choice-wrong-comments-edit-minutes = دقائق التغيير عدد صحيح.
choice-wrong-mail-digest-to = يُرسل الموجز إلى عناوين بريد بينها فواصل.
choice-wrong-mail-digest-hour = الساعة عدد صحيح من { 0 } إلى { 23 }.
choice-wrong-record-countries = تُكتب البلدان برموز من حرفين بينها فواصل، مثل SY, LB.
choice-wrong-site-security-contact = لا يصلح عنوان البلاغات هذا.
mail-by = يخرج البريد عبر
mail-encrypted = مشفّرًا
mail-own-machine = هذا الجهاز نفسه
mail-from = من
mail-none = لم يُضبط خادم بريد: لا يخرج أي بريد.
mail-how = الخادم وكلمة سره في ملف إعدادات الخادم، ولا يعرض مكتب التحرير أي كلمة سر.
kept-what = ماذا
kept-how-long = كم يبقى
kept-for-ever = إلى أن يحذفه أحد
kept-day = يومًا واحدًا
kept-week = أسبوعًا
kept-stories = المواد ومراجعاتها وعناوينها
kept-networks = الشبكة التي جاء منها صوت أو تعليق، علامةً تحت مفتاح يزول
kept-mail = عناوين البريد التي تركها المعلقون
kept-mail-time = إلى أن يُبلَّغ القرار، وثلاثين يومًا على الأكثر
kept-codes = رموز التأكيد المستعملة
kept-codes-time = ما دامت الاستمارة تحملها
kept-outbox = المرسَل إليه وكلمات البريد المرسل
kept-outbox-time = يومًا بعد إرساله
kept-changes = تسلسل التغييرات الذي تتبعه المخابئ
kept-uploads = الملفات التي رُفع جزء منها فقط
kept-uploads-time = يومًا؛ وما آل إليه الملف أسبوعًا
kept-comments = التعليقات، إلى أن تُمحى
kept-ledger = سجل الصلاحيات المستعملة
topics-section = الأقسام
topics-tag = الوسوم
topics-person = الأشخاص
topics-empty = لا شيء بعد. تُدرج المواد تحت هذه.
topic-new-section = قسم جديد
topic-new-tag = وسم جديد
topic-new-person = شخص جديد
topic-name = الاسم
topic-other-language = باللغة الأخرى
topic-untranslated = بلا اسم بعد
topic-parent = تحت
topic-top = بلا قسم فوقه، في الأعلى
topic-position = الموضع في الترتيب، ابتداءً من { 0 }
topic-address = العنوان في الشبكة
topic-address-how = إذا تُرك فارغًا صُنع العنوان من الاسم. والعناوين القديمة تقود إلى الجديد دائمًا.
topic-role = الدور
topic-about = جملة أو جملتان
topic-nameless = سمِّه بلغة واحدة على الأقل.
topic-slug = العنوان حروف وأرقام وشرطات.
topic-taken = لغيره هذا العنوان، أو هو لصفحة من صفحاتنا.
topic-loop = لا يكون القسم تحت نفسه.
tags-merge = اجعل الوسمين واحدًا
tags-merge-how = { $count ->
    [zero] لا مواد تنتقل
    [one] تنتقل مادة واحدة
    [two] تنتقل مادتان
    [few] تنتقل { $count } مواد
    [many] تنتقل { $count } مادة
   *[other] تنتقل { $count } مادة
} إلى الوسم الذي تختاره؛ وينتهي هذا الوسم وتقود عناوينه إلى هناك. لا رجعة عن ذلك.
tags-into = يصير واحدًا مع
tags-choose = اختر وسمًا
tags-do-merge = اجعلهما واحدًا
tags-merged = صار الوسمان واحدًا.
mode-day = نهارًا
mode-night = ليلًا
token-paper = الورق
token-sheet = الورق الثاني
token-ink = الحبر
token-soft = الحبر الخافت
token-edge = الحواف
token-rubric = اللون المميّز
token-pencil = الروابط والتصحيحات
token-wash = ملاحظة
token-mark = علامة
token-added = ما أُضيف
token-removed = ما حُذف
look-how = سبعة ألوان نهارًا وليلًا، ونوع الحرف. يحتاج النص إلى تباين أربعة ونصف مع ورقه، والحواف إلى ثلاثة؛ ومظهر لا يستطيع الناس قراءته لا يُحفظ.
look-faint = هذا لا يقرؤه الجميع. الألوان والتباين والمطلوب:
look-preview = هكذا سيكون. لم يُحفظ شيء بعد.
look-see = معاينة
look-keep = احفظ
look-shipped = العودة إلى المظهر الأصلي
look-type = الحرف
type-paper = حروف العناوين المرفقة، وحروف الكتب في النظام للنص
type-book = حروف الكتب في النظام: لا يُنزَّل شيء
type-plain = حروف النظام البسيطة: لا يُنزَّل شيء
look-logos = الشعارات
look-logos-how = صورة مكان اسم الصحيفة، { 800 } × { 160 } نقطة على الأكثر، على الورق نهارًا وليلًا. وإذا لم تختر ملفًا عاد الاسم.
look-logo-set = ضُبط الشعار.
sample-kicker = المنطقة
sample-headline = الجسر يُفتح من جديد
sample-text = بعد ثلاثة أشهر من الإصلاح تعبر الشاحنات النهر من جديد.
sample-link = ما صُحّح
sample-facts = { 8 } تشرين الثاني/نوفمبر
words-which = أي الكلمات
words-about-ar = من نحن، بالعربية
words-about-en = من نحن، بالإنكليزية
words-method-ar = كيف نعمل، بالعربية
words-method-en = كيف نعمل، بالإنكليزية
words-contact-ar = اتصل بنا، بالعربية
words-contact-en = اتصل بنا، بالإنكليزية
words-footer-ar = ذيل الصفحة، بالعربية
words-footer-en = ذيل الصفحة، بالإنكليزية
words-title = العنوان
words-body = النص
words-body-how = السطر الفارغ يبدأ فقرة جديدة. تُقبل علامات صيغة النص مثل <h2> و<a href="…">، ويُترك ما عداها.
words-preview = هكذا سيكون. لم يُحفظ شيء بعد.
words-untitled = تحتاج الصفحة إلى عنوان.
menus = القوائم
menus-how = روابط إلى جانب الأقسام والصفحات التي تظهر من تلقاء نفسها. رابط في كل سطر: عنوانه ثم مسافة ثم اسمه. ويبدأ العنوان بـ / أو https://.
menu-top-ar = في الرأس، بالعربية
menu-top-en = في الرأس، بالإنكليزية
menu-foot-ar = في الذيل، بالعربية
menu-foot-en = في الذيل، بالإنكليزية
menu-wrong = سطر ليس رابطًا: يبدأ بعنوان ثم مسافة ثم اسم.
file-export = أخذ نسخة
file-export-how = الخيارات والمظهر والكلمات والقوائم والأقسام والوسوم والأشخاص في ملف واحد. ليس فيه كلمة سر ولا حساب ولا مادة ولا صورة.
file-download = نزّل newsroom.toml
file-import = إدخال ملف
file-import-how = يُضبط ما يقوله الملف ويبقى ما يسكت عنه. جرّبه أولًا: ذلك لا يغيّر شيئًا.
file-which = الملف
file-try = جرّب
file-take = أدخله
file-wrong = لم يُقبل الملف:
file-tried = الملف صحيح، ولم يتغير شيء بعد. فيه:
file-taken = أُدخل الملف. كان فيه:
file-choices = الخيارات
file-words = الكلمات
file-menus = القوائم
file-topics = الأقسام والوسوم والأشخاص

## The last day of comments and votes
moderation-day = اليوم الأخير
day-how = ما أرسله القراء في آخر { 24 } ساعة، ساعة بساعة. يُحسب المحجوز والمزعج بما هو عليه الآن.
day-votes = الأصوات
day-comments = التعليقات
day-held = المحجوزة
day-spam = المزعجة
day-total = المجموع
day-top = الأكثر في ساعة:
day-most-at = الأكثر في الساعة التي تبدأ
day-none = لا شيء في اليوم الأخير
day-hours = الساعات
day-from = من
desk-alarms = { $count ->
    [zero] لا إنذارات
    [one] إنذار واحد
    [two] إنذاران
    [few] { $count } إنذارات
    [many] { $count } إنذارًا
   *[other] { $count } إنذار
}
queue-way = الطريقة
queue-any-way = أي طريقة
queue-way-known = متصفح معروف
queue-way-work = عمل المتصفح
queue-way-code = رمز
queue-way-question = سؤال
queue-way-lane = بلا رمز
queue-way-import = أرشيف قديم
queue-way-staff = غرفة الأخبار
queue-lang = اللغة
queue-any-lang = اللغتان
queue-same-net = { $count ->
    [zero] لا شيء آخر من هذه الشبكة اليوم
    [one] تعليق آخر من هذه الشبكة اليوم
    [two] تعليقان آخران من هذه الشبكة اليوم
    [few] { $count } تعليقات أخرى من هذه الشبكة اليوم
    [many] { $count } تعليقًا آخر من هذه الشبكة اليوم
   *[other] { $count } تعليق آخر من هذه الشبكة اليوم
}
queue-story-history = ما جرى بشأن المادة

## كلمات قوائم السجل المغلقة
word-kind-casualty = حصيلة ضحايا
word-kind-named-victim = ضحية بالاسم
word-kind-control-change = تغيّر سيطرة
word-kind-truce = هدنة
word-kind-truce-term = بند هدنة
word-kind-truce-breach = خرق هدنة
word-kind-talks = محادثات
word-kind-statement = تصريح
word-kind-displacement = نزوح
word-kind-detention = احتجاز
word-kind-attack = هجوم
word-kind-protest = احتجاج
word-modality-reported-as-fact = يُروى حقيقةً
word-modality-claimed = يتبناه فاعله
word-modality-alleged = مزعوم
word-modality-suspected = مشتبه به
word-modality-suspected-by-authorities = تشتبه به السلطات
word-modality-possible = ممكن
word-modality-planned = مُعتزَم
word-modality-hypothetical = افتراضي
word-modality-background = خلفية للحدث
word-polarity-affirms = تُثبت
word-polarity-denies = تنفي
word-polarity-corrects = تصحّح
word-flag-party-conflict = العنوان والنص يسمّيان طرفين مختلفين.
word-flag-term-count-mismatch = عدد البنود المذكور في النص غير عدد ما وُجد منها.
word-flag-year-inferred = اليوم بلا سنة؛ أُخذت السنة من يوم النشر.
word-flag-start-assumed = لم تُذكر بداية الهدنة؛ حُسبت من يوم إعلانها.
word-flag-restates = قال المصدر نفسه الشيء نفسه من قبل، بدقة أكثر أو أقل.
word-flag-period-not-stated = لا يذكر من أحصى أي مدة يشملها المجموع.
word-flag-source-unnamed = المصدر غير مسمّى.
word-flag-place-ambiguous = قد يدل الاسم على أكثر من مكان.
word-flag-place-unknown = الاسم ليس في أي معجم للأماكن.
word-flag-number-is-total = العدد مجموع لا حصيلة حادثة واحدة.
word-flag-killed-and-wounded-unsplit = عدد واحد للقتلى والجرحى معًا.
word-flag-modality-weak = في الجملة شكّ.
word-flag-minor = سُمّي طفل أو عُدّ.
word-harm-killed = قُتل
word-harm-injured = أُصيب
word-harm-missing = فُقد
word-harm-abducted = خُطف
word-harm-detained = احتُجز
word-harm-displaced = نزح
word-harm-casualties-unspecified = قتلى وجرحى بعدد واحد
word-qualifier-exact = بالضبط
word-qualifier-at-least = على الأقل
word-qualifier-more-than = أكثر من
word-qualifier-at-most = على الأكثر
word-qualifier-up-to = ما يصل إلى
word-qualifier-about = نحو
word-qualifier-between = بين
word-qualifier-fewer-than = أقل من
word-qualifier-vague = كلمة مبهمة
word-qualifier-unknown = غير مذكور
word-unit-persons = أشخاص
word-unit-families = عائلات
word-victim-status-civilian = مدنيون
word-victim-status-combatant = مقاتلون
word-victim-status-mixed = خليط
word-victim-status-unknown = غير معروف
word-group-women = نساء
word-group-men = رجال
word-group-children = أطفال
word-group-infant = رضّع
word-group-elderly = مسنّون
word-group-medical = عاملون طبيون
word-group-aid = عاملون في الإغاثة
word-group-journalist = صحفيون
word-group-teacher = معلمون
word-group-rescuer = مسعفون ومنقذون
word-group-prisoner = أسرى وسجناء
word-cause-air-strike = غارة جوية
word-cause-drone-strike = ضربة مسيّرة
word-cause-shelling-artillery-missile = قصف مدفعي أو صاروخي
word-cause-ground-clash = اشتباك بري
word-cause-small-arms = أسلحة خفيفة
word-cause-ied-landmine = عبوة أو لغم
word-cause-suicide-bomb = تفجير انتحاري
word-cause-chemical = سلاح كيميائي
word-cause-execution = إعدام
word-cause-torture = تعذيب
word-cause-siege-deprivation = حصار وحرمان
word-cause-abduction = خطف
word-scope-incident = حادثة واحدة
word-scope-period-total = مجموع مدة
word-scope-running-total = حصيلة غير نهائية
word-stance-says = يقول ذلك
word-stance-denies = ينفيه
word-stance-confirms = يؤكده
word-stance-cannot-confirm = لم يتسنَّ له التأكد
word-source-kind-belligerent-state = دولة متحاربة
word-source-kind-belligerent-nonstate = جماعة مسلحة
word-source-kind-government = حكومة
word-source-kind-un-body = هيئة أممية
word-source-kind-monitor-ngo = جهة رصد
word-source-kind-rights-ngo = منظمة حقوقية
word-source-kind-medical = مصدر طبي
word-source-kind-civil-defence = دفاع مدني
word-source-kind-local-official = مسؤول محلي
word-source-kind-resident-witness = ساكن أو شاهد
word-source-kind-activist = ناشط
word-source-kind-family = عائلة
word-source-kind-media-outlet = وسيلة إعلام
word-source-kind-expert = خبير
word-source-kind-unnamed-sources = مصادر غير مسمّاة
word-scale-local = محلي
word-scale-subnational = على مستوى محافظة
word-scale-national = وطني
word-scale-regional = إقليمي
word-scale-international = دولي
word-scale-other = غير ذلك
word-scale-undisclosed = غير معلن
word-status-suggested = أُعيدت إلى المحرر
word-status-confirmed = مؤكَّدة
word-status-corrected = مصحَّحة
word-status-rejected = مرفوضة
word-status-superseded = حلّت محلها أخرى
word-status-retracted = مسحوبة
word-precision-instant = بالدقيقة
word-precision-day = باليوم
word-precision-few-days = بأيام قليلة
word-precision-week = بالأسبوع
word-precision-month = بالشهر
word-precision-quarter-season = بالفصل
word-precision-year = بالسنة
word-precision-longer = بأكثر من سنة
word-precision-before = قبل ذلك اليوم
word-precision-after = بعد ذلك اليوم
word-basis-explicit = يقوله النص
word-basis-relative-to-publication = حُسب من يوم النشر
word-basis-relative-to-event = حُسب من حدث آخر
word-basis-inferred = استُنتج
word-calendar-gregorian = ميلادي
word-calendar-hijri = هجري
word-stay-exact-site = موقع بعينه
word-stay-settlement = مدينة أو قرية
word-stay-near-settlement = قرب مدينة أو قرية
word-stay-part-of-area = جزء من منطقة
word-stay-adm3 = ناحية
word-stay-adm2 = منطقة إدارية
word-stay-adm1 = محافظة
word-stay-line-border = على امتداد حدود
word-stay-sea-air = في البحر أو الجو
word-stay-country = بلد
word-place-role-happened-at = وقع فيه
word-place-role-covers = يسري فيه
word-place-role-from = منه
word-place-role-to = إليه
word-place-role-headquarters = يُدار منه
word-actor-role-perpetrator-known = الفاعل
word-actor-role-perpetrator-suspected = المشتبه بأنه الفاعل
word-actor-role-claimed-by = المتبنّي
word-actor-role-denied-by = النافي
word-actor-role-target = المستهدَف
word-actor-role-from-actor = من خسر المكان
word-actor-role-to-actor = من سيطر على المكان
word-actor-role-party = طرف
word-actor-role-mediator = وسيط
word-actor-role-guarantor = ضامن
word-actor-role-monitor = مراقب
word-actor-role-host = مضيف
word-actor-role-obliged = الملزَم بالبند
word-actor-role-beneficiary = المستفيد من البند
word-actor-role-alleged-by = من يتّهم بالخرق
word-actor-role-accused = المتّهم بالخرق
word-actor-role-participant = مشارك
word-actor-role-speaker = المتحدث
word-truce-class-truce = هدنة
word-truce-class-humanitarian-pause = هدنة إنسانية
word-truce-class-cessation-of-hostilities = وقف الأعمال القتالية
word-truce-class-preliminary-ceasefire = وقف إطلاق نار أولي
word-truce-class-definitive-ceasefire = وقف إطلاق نار نهائي
word-truce-class-evacuation = إجلاء
word-truce-class-local-reconciliation = مصالحة محلية
word-declaration-unilateral = من طرف واحد
word-declaration-bilateral = من طرفين
word-declaration-multilateral = من أكثر من طرفين
word-form-verbal = شفهي
word-form-written = مكتوب
word-form-unknown = غير مذكور
word-purpose-peace-process = عملية سلام
word-purpose-humanitarian = إنساني
word-purpose-evacuation = إجلاء
word-purpose-exchange = تبادل
word-purpose-holiday = عيد أو عطلة
word-purpose-election = انتخابات
word-purpose-military = عسكري
word-purpose-unknown = غير مذكور
word-truce-event-announced = أُعلنت
word-truce-event-agreed = اتُّفق عليها
word-truce-event-in-force = دخلت حيز التنفيذ
word-truce-event-extended = مُدّدت
word-truce-event-ended = انتهت
word-truce-event-collapsed = انهارت
word-truce-event-replaced = حلّت محلها أخرى
word-truce-event-denied = نُفيت
word-truce-state-reported = يُتحدث عنها
word-truce-state-agreed = متّفق عليها
word-truce-state-in-force = سارية
word-truce-state-extended = ممدَّدة
word-truce-state-contested = متنازع فيها
word-truce-state-ended = منتهية
word-truce-state-denied = منفية
word-term-type-stop-offensive = وقف الهجمات
word-term-type-stop-shelling = وقف القصف
word-term-type-crossing-open = فتح المعابر
word-term-type-goods-aid = دخول السلع والمساعدات
word-term-type-wounded-passage = خروج الجرحى
word-term-type-prisoner-exchange = تبادل الأسرى
word-term-type-withdrawal = انسحاب
word-term-type-evacuation = إجلاء
word-term-type-return = عودة
word-term-type-monitoring = مراقبة
word-term-type-other = غير ذلك
word-breach-reply-admitted = يقرّ به
word-breach-reply-denied = ينفيه
word-breach-reply-none = لا يردّ
word-control-mode-by-force = بالقتال
word-control-mode-without-fight = بلا قتال
word-control-mode-negotiated = باتفاق
word-control-mode-withdrawal = بالانسحاب
word-control-mode-unstated = غير مذكور
word-extent-whole = كله
word-extent-part = جزء منه
word-extent-outskirts = أطرافه
word-control-status-claimed = بحسب طرف
word-control-status-confirmed = مؤكَّد
word-control-status-contested = متنازع فيه
word-control-status-reversed = استُعيد
word-talks-round = جولة محادثات
word-talks-meeting = اجتماع
word-talks-letter = رسالة
word-talks-statement = بيان
word-talks-resolution = قرار
word-comparability-same = يحصيان الشيء نفسه
word-comparability-period-differs = المدة مختلفة
word-comparability-area-differs = المنطقة مختلفة
word-comparability-definition-differs = المعدود مختلف
word-comparability-perpetrator-differs = الفاعل مختلف
word-comparability-not-stated = أحدهما لا يذكر
word-grade-confirmed = مؤكَّد
word-grade-fair = مقبول
word-grade-weak = ضعيف
word-grade-contested = متنازع فيه
word-grade-discounted = مستبعَد
word-object-source = مصدر
word-object-actor = طرف
word-object-place = مكان
word-object-event = حدث
word-object-figure = إحصاء
word-object-truce = هدنة
word-object-control = تغيّر سيطرة
word-object-talks = محادثات
word-end-reason-expired = انقضت مدتها
word-end-reason-collapsed = انهارت
word-end-reason-replaced = حلّت محلها أخرى
word-end-reason-withdrawn = انسحب طرف
word-end-reason-fulfilled = نُفّذت
word-end-reason-never-started = لم تبدأ
word-end-reason-unknown = غير معروف
word-inter-0 = لم يحدَّد بعد
word-inter-1 = قوات دولة
word-inter-2 = جماعات معارضة مسلحة
word-inter-3 = ميليشيا سياسية
word-inter-4 = ميليشيا أهلية
word-inter-5 = مشاغبون
word-inter-6 = محتجون
word-inter-7 = مدنيون
word-inter-8 = قوات خارجية وغيرها

## صفحات السجل للقراء
record = السجل
record-says = من قال ماذا، عن أي مكان ويوم، وبأي رقم، وفي أي جملة. تُعرض الإفادات جنبًا إلى جنب؛ لا يُجمع شيء منها، ولا تقول غرفة الأخبار أيّها الصحيح.
record-claims = الإفادات
record-ask = اسأل السجل
record-words = كلمات من الجملة
record-place = المكان
record-actor = الطرف
record-source = القائل
record-kind = النوع
record-all-kinds = كل الأنواع
record-from = من
record-until = إلى
record-show = اعرض
record-pages = صفحات الإفادات
record-nothing = لا إفادة تجيب عن هذا السؤال. أفرغ حقلًا لترى المزيد.
record-nothing-called = لا شيء في السجل اسمه «{ $what }».
record-several-called = آخرون يحملون الاسم «{ $what }»:
record-sentence = الجملة
record-sentence-withheld = الجملة محجوبة حمايةً لأشخاص.
record-sentence-lost = عُدّلت المادة بعد ذلك؛ هذه هي الجملة كما كانت عند تأكيد الإفادة.
record-note = ملاحظة:
record-says-what = ماذا تقول
record-side-by-side = كل الأرقام جنبًا إلى جنب
record-of-truce = الهدنة كاملة
record-beside = ما يقوله آخرون عن الأمر نفسه
record-history = تاريخها
record-confirmed-how = أكّد محرر أن الجملة تقول هذا. أما صحته فعلى عهدة مصدرها.
record-retracted = سُحبت هذه الإفادة
record-superseded = حلّت محلها إفادة لاحقة
record-retracted-on = سُحبت في { $what }، ولم تعد قائمة في السجل.
record-superseded-on = استُبدلت في { $what }.
record-later = الإفادة اللاحقة
record-who = من يقولها
record-sources = المصادر
record-surely = درجة الجزم
record-affirms = الموقف
record-where = أين
record-when = متى
record-actors = المذكورون فيها
record-harm = ما حدث
record-victims = الضحايا
record-age = العمر
record-occupation = المهنة
record-mode = الكيفية
record-extent = المدى
record-state = درجة الثبوت
record-asks = ما يطلبه البند
record-term-number = رقم البند
record-reply = رد المتهَم
record-talks = الشكل
record-outcome = النتيجة
record-cause = الوسيلة
record-target = الهدف
record-about-what = الموضوع
record-number = العدد
record-among = من بينهم
record-scope = ما يُعَدّ
record-truce-class = نوع الهدنة
record-declaration = الإعلان
record-form = الشكل
record-purpose = الغاية
record-announced = أُعلنت
record-effective = بدأت
record-duration = المدة
record-stated-end = اليوم الأخير كما ذُكر
record-stated-terms = عدد البنود بحسب النص
record-harm-of = { $harm }: { $what }
record-vague = { $harm }: «{ $what }»
record-number-unknown = { $what }: لم يُذكر العدد
record-quoted = { "«" }{ $what }»
record-not-said = لم يُذكر
record-at-least = { $what } على الأقل
record-more-than = أكثر من { $what }
record-at-most = { $what } على الأكثر
record-up-to = ما يصل إلى { $what }
record-fewer-than = أقل من { $what }
record-about = نحو { $what }
record-between = بين { $low } و{ $high }
record-some-killed = { $count ->
    [zero] لا قتلى
    [one] قتيل واحد
    [two] قتيلان
    [few] { $count } قتلى
    [many] { $count } قتيلًا
   *[other] { $count } قتيل
}
record-some-injured = { $count ->
    [zero] لا جرحى
    [one] جريح واحد
    [two] جريحان
    [few] { $count } جرحى
    [many] { $count } جريحًا
   *[other] { $count } جريح
}
record-some-missing = { $count ->
    [zero] لا مفقودين
    [one] مفقود واحد
    [two] مفقودان
    [few] { $count } مفقودين
    [many] { $count } مفقودًا
   *[other] { $count } مفقود
}
record-some-abducted = { $count ->
    [zero] لا مختطفين
    [one] مختطف واحد
    [two] مختطفان
    [few] { $count } مختطفين
    [many] { $count } مختطفًا
   *[other] { $count } مختطف
}
record-some-detained = { $count ->
    [zero] لا معتقلين
    [one] معتقل واحد
    [two] معتقلان
    [few] { $count } معتقلين
    [many] { $count } معتقلًا
   *[other] { $count } معتقل
}
record-some-displaced = { $count ->
    [zero] لا نازحين
    [one] نازح واحد
    [two] نازحان
    [few] { $count } نازحين
    [many] { $count } نازحًا
   *[other] { $count } نازح
}
record-some-casualties-unspecified = { $count ->
    [zero] لا قتلى ولا جرحى
    [one] قتيل أو جريح واحد
    [two] اثنان بين قتيل وجريح
    [few] { $count } بين قتيل وجريح
    [many] { $count } بين قتيل وجريح
   *[other] { $count } بين قتيل وجريح
}
record-some-families = { $count ->
    [zero] لا عائلات
    [one] عائلة واحدة
    [two] عائلتان
    [few] { $count } عائلات
    [many] { $count } عائلة
   *[other] { $count } عائلة
}
record-of-killed = { $count ->
    [zero] لا قتلى
    [one] قتيل واحد
    [two] قتيلين
    [few] { $count } قتلى
    [many] { $count } قتيلًا
   *[other] { $count } قتيل
}
record-of-injured = { $count ->
    [zero] لا جرحى
    [one] جريح واحد
    [two] جريحين
    [few] { $count } جرحى
    [many] { $count } جريحًا
   *[other] { $count } جريح
}
record-of-missing = { $count ->
    [zero] لا مفقودين
    [one] مفقود واحد
    [two] مفقودَين
    [few] { $count } مفقودين
    [many] { $count } مفقودًا
   *[other] { $count } مفقود
}
record-of-abducted = { $count ->
    [zero] لا مختطفين
    [one] مختطف واحد
    [two] مختطفَين
    [few] { $count } مختطفين
    [many] { $count } مختطفًا
   *[other] { $count } مختطف
}
record-of-detained = { $count ->
    [zero] لا معتقلين
    [one] معتقل واحد
    [two] معتقلَين
    [few] { $count } معتقلين
    [many] { $count } معتقلًا
   *[other] { $count } معتقل
}
record-of-displaced = { $count ->
    [zero] لا نازحين
    [one] نازح واحد
    [two] نازحَين
    [few] { $count } نازحين
    [many] { $count } نازحًا
   *[other] { $count } نازح
}
record-of-casualties-unspecified = { $count ->
    [zero] لا قتلى ولا جرحى
    [one] قتيل أو جريح واحد
    [two] اثنين بين قتيل وجريح
    [few] { $count } بين قتيل وجريح
    [many] { $count } بين قتيل وجريح
   *[other] { $count } بين قتيل وجريح
}
record-of-families = { $count ->
    [zero] لا عائلات
    [one] عائلة واحدة
    [two] عائلتين
    [few] { $count } عائلات
    [many] { $count } عائلة
   *[other] { $count } عائلة
}
record-when-before = قبل { $what }
record-when-after = بعد { $what }
record-when-since = منذ { $what }
record-when-until = حتى { $what }
record-when-year = عام { $what }
record-when-range = من { $from } إلى { $to }
record-hours = { $count ->
    [zero] لا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
record-days = { $count ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
record-weeks = { $count ->
    [zero] لا أسابيع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
record-months = { $count ->
    [zero] لا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
record-years = { $count ->
    [zero] لا سنوات
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
record-who-paper = روايةٌ للصحيفة نفسها
record-who-says = بحسب { $what }
record-who-denies = نفيٌ من { $what }
record-who-confirms = تأكيدٌ من { $what }
record-who-cannot-confirm = تعذّر التأكد لدى { $what }
record-who-said = { $first }، نقلًا عن { $then }
record-who-cited = { $first }، عن { $then }
record-who-undisclosed = مصدر لا يُكشف عنه
record-who-nobody = قائل غير مسمى
record-and = { $first } و{ $then }
record-comma = { $first }، { $then }
record-there = { $what } في { $place }
record-place-unknown = مكان
record-control-passes = السيطرة على { $place }: من { $from } إلى { $to }
record-control-to = السيطرة على { $place }: { $to }
record-control-from = فقدان السيطرة على { $place }: { $from }
record-control-changes = تغيّر السيطرة على { $place }
record-breach-alleged = اتهامٌ بخرق الهدنة: من { $by } إلى { $accused }
record-breach-of = اتهامٌ بخرق الهدنة: { $accused }
story-in-record = في السجل

## غرفة السجل
rdesk = سجل الإفادات
rdesk-story = إفادات خبر
rdesk-what = ماذا
rdesk-said-by = من قاله
rdesk-who = من
rdesk-where = أين
rdesk-when = متى
rdesk-how-sure = درجة اليقين
rdesk-together = ينتمي إلى
rdesk-notes = ملاحظات وسبب
rdesk-wrong-word = هذا ليس في القائمة.
rdesk-wrong-number = هذا ليس عددًا من الصفر فما فوق.
rdesk-wrong-day = هذا ليس يومًا: اكتبه هكذا 2026-11-20.
rdesk-wrong-who = ليس واضحًا من المقصود أو ما المقصود.
rdesk-wrong-role = بيّن صفته في الإفادة.
rdesk-wrong-several = أكثر من مكان بهذا الاسم. اختر واحدًا.
rdesk-wrong-no-place = لا يعرف أي معجم هذا الاسم. لإضافة المكان اكتب موقعه تحت «المزيد».
rdesk-wrong-degrees = اكتب درجات الشمال والشرق، مثل 35.75 و40.75.
rdesk-fault-sentence = لا تذكر في أي جملة وردت.
rdesk-fault-kind = ما تقوله ليس من نوعها.
rdesk-fault-numbers = الأعداد متناقضة: الأقل لا يتجاوز الأكثر، ولا فئة تتجاوز المجموع.
rdesk-fault-days = اليوم الأخير قبل الأول.
rdesk-not-said = غير مذكور
rdesk-nothing = لا أحد ولا شيء
rdesk-nobody = لم يُسمَّ أحد
rdesk-own-group = وحدها
rdesk-none = لا شيء
rdesk-as-new = جديد: { $what }
rdesk-place-unknown = غير معروف، يُترك: { $what }
rdesk-mode = كيف
rdesk-extent = كم منه
rdesk-standing = الوضع
rdesk-terms = ما يطلبه البند
rdesk-term-number = رقم البند
rdesk-reply = المتّهم
rdesk-talks = نوع المحادثات
rdesk-count = العدد
rdesk-outcome = موضوعها أو نتيجتها
rdesk-cause = بماذا
rdesk-target = ما استُهدف
rdesk-about = من أجل ماذا أو ضد ماذا
rdesk-force = استُخدمت القوة ضده
rdesk-content = الكلام
rdesk-harm = ما حدث
rdesk-qualifier = العدد
rdesk-low = الأقل
rdesk-high = الأكثر
rdesk-point = نحو
rdesk-status = صفة الضحايا
rdesk-scope = ما يشمله
rdesk-unit = الوحدة
rdesk-victims = كما يسميهم النص
rdesk-vague = الكلمة المبهمة
rdesk-among = من بينهم
rdesk-name = الاسم كما في النص
rdesk-age = العمر
rdesk-occupation = العمل
rdesk-name-ar = الاسم بالعربية
rdesk-name-en = الاسم بالإنكليزية
rdesk-minor = طفل: يُحجب في البداية
rdesk-truce-event = ما جرى لها
rdesk-announced = يوم إعلانها
rdesk-effective = تسري من
rdesk-duration = المدة، مثل P1M
rdesk-stated-end = تنتهي، كما قيل
rdesk-stated-terms = عدد البنود، كما قيل
rdesk-truce-class = نوع الهدنة
rdesk-declaration = إعلانها
rdesk-agreement = الشكل
rdesk-purpose = الغرض
rdesk-source = المصدر
rdesk-other-name = غيره: الاسم
rdesk-stance = الموقف
rdesk-source-kind = نوع المصدر
rdesk-scale = مداه
rdesk-said-on = قيل يوم
rdesk-actor = الطرف
rdesk-role = الصفة
rdesk-place = المكان
rdesk-precision = الدقة
rdesk-lat = درجات الشمال
rdesk-lon = درجات الشرق
rdesk-first-day = اليوم الأول
rdesk-last-day = اليوم الأخير
rdesk-basis = مأخوذ من
rdesk-calendar = التقويم
rdesk-modality = يرويه النص على أنه
rdesk-polarity = المصدر
rdesk-group = الحدث أو الإحصاء نفسه مع
rdesk-restates = تكرار لـ
rdesk-supersedes = تحل محل
rdesk-note-ar = ملاحظة للقراء بالعربية
rdesk-note-en = ملاحظة للقراء بالإنكليزية
rdesk-reason = سبب التصحيح؛ يراه القراء
rdesk-role-attribution = مصدر
rdesk-role-date = زمن
rdesk-role-place = مكان
rdesk-role-number = عدد
rdesk-role-party = طرف
rdesk-role-claim = إفادة
rdesk-role-also = تكرار
rdesk-said-confirmed = أُكّدت.
rdesk-said-rejected = رُفضت.
rdesk-said-undone = تراجعتَ عنه؛ الاقتراح ينتظر من جديد.
rdesk-said-gone = بتّ فيه شخص آخر في هذه الأثناء، أو تغيّر النص.
rdesk-said-same = صارتا معًا الآن.
rdesk-said-apart = تبقيان منفصلتين؛ لن يُسأل عن ذلك ثانية.
rdesk-undo = تراجع
rdesk-is-same = هل هذا نفسه
rdesk-same = نفسه
rdesk-other = غيره
rdesk-text = نص الخبر
rdesk-to-story = الخبر في غرفة التحرير
rdesk-missed = إفادة فاتت
rdesk-sentence = الجملة
rdesk-kind = النوع
rdesk-fill-in = املأ الاستمارة
rdesk-found-by-you = وجدتَها أنت
rdesk-confirm = تأكيد
rdesk-reject = رفض
rdesk-because = لأن
rdesk-before = السابق
rdesk-after = التالي
rdesk-other-kind = هي إفادة من نوع آخر
rdesk-nothing-waits = لا شيء ينتظر
rdesk-nothing-waits-how = بُتّ في كل اقتراح. وما فات البرنامج يمكن أخذه من النص.
rdesk-suggestions = الاقتراحات
rdesk-taken = إفادات هذا الخبر
rdesk-open = افتح
rdesk-add = أضف
rdesk-more-fields = المزيد
rdesk-key-move = الاقتراح التالي، السابق
rdesk-key-slot = يفتح جزءًا من الاستمارة
rdesk-key-leave = يخرج من الاستمارة فتعمل المفاتيح
rdesk-search = ابحث في كل الإفادات
rdesk-found = الإفادات التي وُجدت
rdesk-none-found = لا إفادة فيها هذه الكلمات.
rdesk-due = هدن تنتظر المتابعة
rdesk-due-on = كان مقررًا أن تنتهي في { $what }
rdesk-stories = أخبار فيها اقتراحات
rdesk-best = الأرجح { $what }٪
rdesk-questions = هل هذا نفسه؟
rdesk-questions-how = لا شيء يُجمع من تلقاء نفسه.
rdesk-lost = كلمات ضاعت
rdesk-lost-how = بعد تعديل لم تعد كلمات هذه الإفادات في الخبر.
rdesk-pace = ثوانٍ للإفادة المؤكَّدة
rdesk-pace-how = من الفتح إلى القرار، في آخر ٣٠ يومًا.
rdesk-pace-none = لم يؤكَّد شيء بعد.
rdesk-pace-claims = الإفادات
rdesk-pace-median = نصفها خلال
rdesk-pace-slow = تسع من عشر خلال
rdesk-waiting = { $count ->
    [zero] لا اقتراح ينتظر
    [one] اقتراح واحد ينتظر
    [two] اقتراحان ينتظران
    [few] { $count } اقتراحات تنتظر
    [many] { $count } اقتراحًا ينتظر
   *[other] { $count } اقتراح ينتظر
}
rdesk-unlikely = { $count ->
    [zero] لا شيء آخر
    [one] واحد آخر قليل الاحتمال
    [two] اثنان آخران قليلا الاحتمال
    [few] { $count } أخرى قليلة الاحتمال
    [many] { $count } آخر قليل الاحتمال
   *[other] { $count } آخر قليل الاحتمال
}
rdesk-wrong = { $count ->
    [zero] كل الحقول صالحة.
    [one] حقل واحد لا يُقبل كما هو. لم يضع شيء.
    [two] حقلان لا يُقبلان كما هما. لم يضع شيء.
    [few] { $count } حقول لا تُقبل كما هي. لم يضع شيء.
    [many] { $count } حقلًا لا يُقبل كما هو. لم يضع شيء.
   *[other] { $count } حقل لا يُقبل كما هو. لم يضع شيء.
}
rdesk-lost-count = { $count ->
    [zero] لا إفادة
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $count } إفادات
    [many] { $count } إفادة
   *[other] { $count } إفادة
}
rdesk-claim = إفادة
rdesk-group-page = مجموعة إفادات
rdesk-is-withheld = محجوب
rdesk-its-group = مجموعتها
rdesk-out-of-reach = بعض هذه الإفادات من أخبار خارج لغاتك أو أقسامك. لا يغيّر ما تؤلّفه معًا إلا محرر تشملها صلاحيته كلها.
rdesk-elsewhere = { $count ->
    [zero] لا إفادة أخرى
    [one] إفادة أخرى من خبر ليس لك أن تراه
    [two] إفادتان أخريان من أخبار ليس لك أن تراها
    [few] { $count } إفادات أخرى من أخبار ليس لك أن تراها
    [many] { $count } إفادة أخرى من أخبار ليس لك أن تراها
   *[other] { $count } إفادة أخرى من أخبار ليس لك أن تراها
}
rdesk-in-ledger = في سجل الأعمال
rdesk-is-lost = بعض كلماتها لم يعد في الخبر. اختر الجملة التي ترد فيها الآن، أو اسحبها.
rdesk-stands-in = وردت في
rdesk-as-it-is = موضعها الحالي
rdesk-correct = صحّحها
rdesk-wrong-reason = اذكر السبب؛ يراه القراء.
rdesk-wrong-name = لا بد من اسم، بالعربية أو الإنكليزية.
rdesk-wrong-end = بيّن لماذا انتهت.
rdesk-withholding = الحجب
rdesk-withholding-how = الإفادة المحجوبة لا يراها القراء في أي صفحة ولا ملف.
rdesk-withholding-thing = ما يُحجب لا يظهر في أي مكان؛ والإفادات التي تسمّيه تبقى بلا اسمه.
rdesk-why = السبب (تراه غرفة التحرير فقط)
rdesk-why-public = السبب (يراه القراء)
rdesk-withhold = احجب
rdesk-show = أظهر للقراء
rdesk-move = انقل
rdesk-retract = السحب
rdesk-retract-how = يبقى العنوان ويقول إن الإفادة سُحبت ولماذا.
rdesk-retract-do = اسحب الإفادة
rdesk-versions = النسخ
rdesk-said-corrected = صُحّحت الإفادة.
rdesk-said-retracted = سُحبت الإفادة.
rdesk-said-withheld = حُجب.
rdesk-said-shown = صار ظاهرًا للقراء.
rdesk-said-moved = صارت في مجموعة أخرى.
rdesk-said-saved = حُفظ.
rdesk-said-added = أُضيف. تُقرأ الأخبار التي تسمّيه على هذا النحو من الآن.
rdesk-said-merged = دُمجا. كل ما كان يسمّي الآخر يسمّي هذا.
rdesk-said-parted = فُصلا. كل شيء يقول ما كان يقوله من قبل.
rdesk-merge = الدمج
rdesk-merge-with = دمج مع مدخل آخر
rdesk-merge-how = إذا كان مدخلان شيئًا واحدًا بقي أحدهما: يأخذ أسماء الآخر، وكل إفادة تسمّي الآخر تسمّيه. النسخ القديمة تبقى، ومن يتبع عنوانًا قديمًا من القراء يصل إلى الباقي.
rdesk-merge-search = مدخل آخر، بأي اسم من أسمائه
rdesk-merge-none = لا شيء بهذا الاسم.
rdesk-merge-which = هل هذان شيء واحد، وأيهما يبقى؟
rdesk-merge-keep = يبقى
rdesk-merge-do = هما واحد: دمج
rdesk-merge-claims = { $count ->
    [0] لا تسمّيه أي إفادة
    [one] تسمّيه إفادة واحدة
    [two] تسمّيه إفادتان
    [few] تسمّيه { $count } إفادات
    [many] تسمّيه { $count } إفادة
   *[other] تسمّيه { $count } إفادة
}
rdesk-merge-not-two = اختر مدخلين مختلفين من نوع واحد، وأيهما يبقى. لم يتغير شيء.
rdesk-merge-gone = أحدهما دُمج في غيره من قبل. لم يتغير شيء.
rdesk-merge-withheld = أحدهما محجوب والآخر ظاهر. احجبهما معًا أو أظهرهما معًا أولًا. لم يتغير شيء.
rdesk-merge-too-many = تسمّي المدخلَ الذي سيزول أكثرُ من { 5000 } إفادة. أبقِ ذلك المدخل. لم يتغير شيء.
rdesk-merge-changed = لم يعد فصلهما ممكنًا: تغيّر منذ الدمج شيء مما مسّه، أو جاء الدمج مع ملف. لم يتغير شيء.
rdesk-merged-into = دُمج هذا المدخل في
rdesk-part = فصلهما من جديد
rdesk-part-how = ما دام لم يُفعل شيء آخر بما مسّه الدمج يعود كل شيء إلى ما كان يقوله.
rdesk-add-source = إضافة مصدر
rdesk-add-actor = إضافة طرف
rdesk-add-place = إضافة مكان
rdesk-add-how = إذا كُتب اسمه باللغتين أو كُتبت له أسماء أخرى عُثر عليه في الأخبار فورًا. والاختصارات من الأسماء الأخرى.
rdesk-sources = المصادر
rdesk-actors = الأطراف
rdesk-places = الأماكن
rdesk-name-search = أي اسم من أسمائه
rdesk-no-things = لا شيء هنا بعد: تأتي الأسماء مع الإفادات المؤكَّدة.
rdesk-aliases = أسماء أخرى، في كل سطر اسم
rdesk-same-as-actor = هو نفسه الطرف
rdesk-inter = نوع الطرف
rdesk-country = البلد، حرفان لاتينيان
rdesk-valid-from = سُمّي هكذا منذ
rdesk-valid-to = سُمّي هكذا حتى
rdesk-part-of = جزء من
rdesk-pcode = رمز P
rdesk-save = احفظ
rdesk-names = الأسماء
rdesk-event-type = نوع الحدث (ACLED)
rdesk-sub-type = النوع الفرعي (ACLED)
rdesk-coding = الترميز
rdesk-grading = التقدير
rdesk-grade = التقدير
rdesk-grade-ar = السبب بالعربية
rdesk-grade-en = السبب بالإنكليزية
rdesk-comparing = هل تحصي إفادتان الشيء نفسه؟
rdesk-truce = الهدنة
rdesk-held-until = تمت المتابعة: صمدت حتى
rdesk-planned-end = النهاية المقررة
rdesk-ended-on = انتهت يوم
rdesk-end-reason = لماذا انتهت
rdesk-terms-settled = لماذا لا يُبحث عن بنود أخرى
rdesk-its-claims = إفاداتها
record-tolls = الحصائل
record-tolls-say = لكل جهة تُحصي صفٌّ لرقمها، بترتيب أيام إعلانها. لا تُجمع الأرقام ولا يُحسب متوسطها ولا تُفاضَل: فكل جهة تغطي أشخاصًا وأماكن وأيامًا مختلفة.
record-empty = لا شيء من هذا في السجل بعد.
record-claims-count = { $count ->
    [zero] لا أرقام
    [one] رقم واحد
    [two] رقمان
    [few] { $count } أرقام
    [many] { $count } رقمًا
   *[other] { $count } رقم
}
record-counter = الجهة التي تُحصي
record-said-on = يوم الإعلان
record-period = الفترة
record-period-not-stated = لم تذكرها هذه الجهة
record-area-not-stated = لم تذكره هذه الجهة
record-counts-what = ما يُحصى
record-restated = { $count ->
    [zero] لم يُكرَّر
    [one] كرره المصدر نفسه مرة
    [two] كرره المصدر نفسه مرتين
    [few] كرره المصدر نفسه { $count } مرات
    [many] كرره المصدر نفسه { $count } مرة
   *[other] كرره المصدر نفسه { $count } مرة
}
record-span = من { $low } إلى { $high }
record-span-is = من الأدنى إلى الأعلى:
record-chart-about = الأرقام بحسب أيام إعلانها، من { $from } إلى { $to }. الجدول أعلاه يقول الشيء نفسه.
record-compare = قارن بين رقمين
record-one = رقم
record-other = رقم آخر
record-do-compare = قارن
record-compared = { $one }؛ { $other }. الفرق { $difference }، والأكبر { $ratio } ضعف الأصغر. وقد لا يُحصيان الشيء نفسه.
record-decimal = { $whole }٫{ $tenth }
record-newsroom-says = ما تقوله غرفة الأخبار عنها
record-grade = التقدير:
record-method-why = لماذا لا مجموع هنا ولا رقم أفضل
record-truces = الهدن
record-truce-state = الحالة
record-truces-say = كل هدنة ببنودها ونهايتها، وما يقوله كل طرف عن الخروق. لا تنتهي هدنة بالتقويم وحده: ينظر محرر أولًا.
record-running = سارية
record-due = حان التحقق منها
record-over = منتهية
record-planned-end = النهاية المقررة
record-breaches-count = { $count ->
    [zero] لا خرق مزعومًا
    [one] خرق مزعوم واحد
    [two] خرقان مزعومان
    [few] { $count } خروق مزعومة
    [many] { $count } خرقًا مزعومًا
   *[other] { $count } خرق مزعوم
}
record-end-stated = مذكورة في النص
record-end-reckoned = محسوبة من البداية والمدة
record-end-about = محسوبة من يوم الإعلان: البداية غير معروفة
record-due-says = حلّت نهايتها المقررة، ولم تؤكد غرفة الأخبار بعد هل صمدت.
record-truce-facts = الهدنة
record-truce-calendar = أضفها إلى تقويمك (iCalendar)
record-term-other = كما ورد
record-terms = البنود
record-no-terms = لا بند منها في السجل.
record-terms-missing = يذكر النص عدد البنود { $stated }، ووُجد منها { $found }
record-obliged = يُلزم { $what }
record-term-no-breach = لا خرق مزعومًا لهذا البند
record-term-broken = { $count ->
    [zero] لا خرق مزعومًا
    [one] زُعم خرقه مرة
    [two] زُعم خرقه مرتين
    [few] زُعم خرقه { $count } مرات
    [many] زُعم خرقه { $count } مرة
   *[other] زُعم خرقه { $count } مرة
}
record-earlier-ends = نهايات سابقة
record-actual-end = انتهت
record-end-reason = سبب انتهائها
record-checked = تُحقِّق منها حتى
record-replaced = حلّت محلها
record-successor = الهدنة اللاحقة
record-breaches = الخروق المزعومة، سبعة أيام
record-breaches-say = بحسب من يزعمها. لا تُجمع الصفوف: فقد يتحدث اثنان عن خرق واحد.
record-accuser = صاحب الاتهام
record-at-all = جميعها
record-timeline = التسلسل الزمني
record-control = السيطرة
record-control-say = من يسيطر على أي مكان في يوم معيّن، بقدر ما يعرف السجل: آخر تغيّر في ذلك اليوم أو قبله. المتنازع عليه معلَّم، وما هو مخطط له فحسب لا يظهر أبدًا.
record-as-of = في يوم
record-everywhere = كل الأماكن
record-held-on = الحال في { $what }
record-none-held = لا يعرف السجل تغيّرًا في هذا اليوم أو قبله.
record-contested = متنازع عليه أو جزئي
record-map = خريطة الأماكن
record-map-note = الحدود من Natural Earth، وهي سياسية ولا تعبّر عن رأي غرفة الأخبار. العلامات أماكن لا مساحات سيطرة.
record-holder = المسيطر
record-holder-unknown = لم يُذكر المسيطر
record-since = منذ
record-position = الإحداثيات
record-map-of = الخريطة في { $what }
record-known = ما هو معروف
record-aliases = أسماء أخرى
record-sort = الصنف
record-so-called = فترة الاسم
record-scale = النطاق
record-identity = الهوية
record-named = مسمى
record-unnamed = غير مسمى
record-lies-in = يقع في
record-geonames = رقمه في GeoNames
record-method = المنهج
record-method-say = كيف تدخل الإفادات السجل، وما الذي تفعله الآلة، وكيف نتعامل مع الأعداد.
record-rule = قاعدة العدّ
record-rule-1 = نحن لا نُحصي. نحفظ ما تقوله كل جهة، بجملته ومصدره ويومه، ونعرضه جنبًا إلى جنب. لا يُجمع رقم إلى رقم ولا يُحسب متوسط: فالقوائم تتداخل، وكلها تفوتها وفيات.
record-rule-2 = يحتفظ العدد بكلماته: «على الأقل» و«نحو» و«ما يصل إلى». له حد أدنى وحد أعلى، وحيث لا يذكر النص حدًّا لا نذكره.
record-rule-3 = مجموع فترة لا يُعرض حدثًا أبدًا. وما يكرره مصدر يُحسب مرة واحدة. والمجهول يبقى مجهولًا.
record-rule-4 = حيث لا يتسع ملف مشروع آخر إلا لعدد واحد، فقاعدة التحرير: { $what }.
record-machine = ما الذي تفعله الآلة
record-machine-1 = يقرأ برنامج موادنا ويقترح إفادات. ولا يُنشر شيء مما يقترحه قبل أن يقرأ محرر الجملة ويؤكد الإفادة أو يصوّبها.
record-machine-2 = يعمل على خادمنا ولا يرسل شيئًا إلى أي مكان. وقرارات المحررين ترينا كم يصيب.
record-exams = جودة قراءته
record-exams-say = قبل إصدار كل نسخة من البرنامج يقرأ مجموعات اختبار عامة: نصوصًا وسمها أناس آخرون باليد ليقيس الجميع أنفسهم بها. ١٠٠٪ تعني بلا خطأ. وما رُمي إليه حُدد سلفًا.
record-exam = الاختبار
record-exam-texts = النصوص
record-exam-aim = (الهدف: { $what } على الأقل)
record-percent = { $what }٪
record-exams-mean = تقول هذه النتائج كم يحسن البرنامج قراءة تلك النصوص، وأكثرها بالإنكليزية وبعضها قديم من عقود. ولا تقول كم يصيب في أخبارنا، ولا يصير ما يقرؤه إفادة قبل أن يؤكدها محرر.
record-exam-casualties = الضحايا
record-exam-casualties-says = من قُتل أو أصيب، وكم: لا يُحسب الجواب إلا إذا صح الشخص وما أصابه والعدد.
record-exam-attributions = من قال ماذا
record-exam-attributions-says = المصدر، والكلمة التي تنسب إليه، وما قاله: لا يُحسب الجواب إلا إذا صحت كلمته الأولى والأخيرة.
record-exam-places = الأماكن
record-exam-places-says = أسماء الأماكن التي وُجدت في النص، ووُضعت على الخريطة في نطاق ١٦١ كم (مئة ميل) من موضعها.
record-exam-governorates = المحافظات
record-exam-governorates-says = في أي محافظة سورية وقع الحدث الرئيس في التقرير.
record-exam-arabic-events = الاعتداءات، بالعربية
record-exam-arabic-events-says = هل تروي جملة من الأخبار العربية اعتداءً.
record-exam-numbers = الأعداد
record-exam-numbers-says = الأعداد بالأرقام وبالكلمات، مقروءةً بقيمتها نفسها.
record-exam-dates = الأيام والأوقات
record-exam-dates-says = الأيام والأوقات والمدد بالكلمات، محسوبةً إلى اليوم أو الساعة نفسها.
record-texts-casualties-tst2 = ١٠٠ خبر بالإنكليزية عن هجمات، مجموعة الاختبار TST2 لمؤتمرات فهم الرسائل (عام ١٩٩١)؛ وبلغ F أفضل برامج عام ١٩٩٢ نسبة ٥٦٪ في مجموعتين لاحقتين
record-texts-attributions-valid = ١٬٩٢٥ جملة من أخبار بالإنكليزية، جزء التحقق من PolNeAR
record-texts-places-lgl = ٥٨٨ مقالًا من صحف محلية بالإنكليزية، مجموعة LGL
record-texts-places-geovirus = ٢٢٩ خبرًا عن الأوبئة بالإنكليزية، مجموعة GeoVirus
record-texts-governorates-fa-kes-odd = ٤٠٢ تقرير عن سوريا بالإنكليزية، نصف مجموعة FA-KES؛ ولو أجيب دائمًا بالأكثر لكانت النتيجة ٣٨٪
record-texts-arabic-events-arabic-events = ١٬٥٤٠ جملة من الأخبار العربية، نصف مجموعة عامة؛ وتُركت الجمل التي اختلف فيها من وسموها
record-texts-numbers-dates-numbers = ٢٦٨ مثالًا للأعداد بالعربية والإنكليزية من مكتبة Duckling
record-texts-dates-dates-numbers = أمثلة الأوقات والمدد والأعداد الترتيبية بالعربية والإنكليزية في مكتبة Duckling؛ والأعياد، وعددها ٢٦٩، محسوبة على حدة
record-figure-f = F: الصواب والاكتمال معًا
record-figure-p = الصواب من أجوبته
record-figure-r = ما وجده مما في النص
record-figure-source = المصادر، F
record-figure-cue = كلمات النسبة، F
record-figure-content = ما قيل، F
record-figure-found-f1 = الأسماء التي وُجدت، F
record-figure-within-161km = ما وُضع في نطاق ١٦١ كم
record-figure-accuracy = الصواب
record-figure-accuracy-arabic = الصواب بالعربية
record-figure-accuracy-feasts = الصواب في الأعياد
record-figure-ar = الصواب بالعربية
record-figure-en = الصواب بالإنكليزية
record-result = النتيجة
record-day = اليوم
record-withheld = ما لا يُعرض
record-withheld-1 = أسماء الأطفال والمصادر المعرَّضة للخطر ومن طلب ذلك محجوبة هنا وفي كل ملف. والإفادة الخاطئة تُسحب علنًا: يقول عنوانها ذلك مع السبب.
record-credits = بيانات من نعتمد عليها
record-credit-geonames = الأماكن وأسماؤها وإحداثياتها: GeoNames، CC BY 4.0، مع تعديل.
record-credit-earth = حدود الخرائط: Natural Earth، ملك عام.

# ما تتعلمه الآلة من القرارات في السجل
rlearn = التعلّم
rlearn-how = ما تعلّمته الآلة من القرارات في السجل. وهي لا تتعلم إلا هنا، من قرارات التحرير نفسه، ولا تحتفظ بكلمة من أي خبر.
rlearn-percent = { $count }٪
rlearn-all = كل القرارات
rlearn-models = النماذج
rlearn-models-how = يتعلم النموذج من تسعة أعشار القرارات الأقدم، ويُختبر على العُشر الأحدث الذي لم يطّلع عليه. ولا يمكن استعماله إلا إذا كان هناك أفضل مما كان مستعملًا: خسارة أقل، وترتيب ليس أسوأ.
rlearn-machine-used = المستعمل الآن: تقدير الآلة نفسها، بلا نموذج.
rlearn-machine-use = العودة إلى تقدير الآلة نفسها
rlearn-none = لا نموذج بعد.
rlearn-made = صُنع
rlearn-night = ليلًا
rlearn-from = من
rlearn-learned = تعلّم من
rlearn-tested = اختُبر على
rlearn-judge = بتقدير
rlearn-loss = الخسارة (الأقل أفضل)
rlearn-precision = متوسط الدقة
rlearn-auc = صحة ترتيب اثنين
rlearn-do = ما العمل
rlearn-machine = الآلة نفسها
rlearn-before = ما كان مستعملًا
rlearn-itself = النموذج الجديد
rlearn-used = مستعمل
rlearn-worse = ليس أفضل مما كان مستعملًا
rlearn-use = استعماله
rlearn-try = تجربته على عشرة أخبار
rlearn-file = تنزيله (JSON)
rlearn-train = التعلّم الآن
rlearn-train-how = اختر القرارات التي تتعلم منها الآلة؛ وما يُترك فارغًا لا يستثني شيئًا. ويلزم مئة قرار على الأقل.
rlearn-train-from = من يوم
rlearn-train-until = حتى يوم
rlearn-train-kinds = في إفادات من هذه الأنواع فقط
rlearn-train-do = تعلّم
rlearn-curve = هل تتحسن الاقتراحات؟
rlearn-curve-how = أحدث القرارات بترتيب اتخاذها، في مراحل متساوية العدد. كلما تحسنت الاقتراحات زاد ما يُثبَّت كما هو، وقلّ ما يُصحَّح أو يُرفض أو يفوت.
rlearn-curve-drawn = كل عمود مرحلة، وأحدثها آخرها: اللون الكامل لما ثُبّت كما اقتُرح، والباهت لما صُحّح قبل تثبيته. والجدول أدناه يقول الشيء نفسه.
rlearn-table-curve = القرارات مرحلةً مرحلة
rlearn-stretch = وقت القرار
rlearn-confirmed = كما اقتُرح
rlearn-corrected = صُحّح
rlearn-rejected = رُفض
rlearn-missed = فات الآلة
rlearn-rules = القواعد
rlearn-rules-how = كم مرة قبل المحررون ما وجدته كل قاعدة. القاعدة التي يقل قبولها عن الخُمس بعد عشرين قرارًا تنتقل وحدها إلى «المزيد»، وللمدير أن يغيّر موضع كل قاعدة.
rlearn-rules-none = لم يقرر أحد في أي اقتراح بعد.
rlearn-rule = القاعدة
rlearn-uses = القرارات
rlearn-accepted = المقبول
rlearn-acceptance = احتمال القبول
rlearn-where = موضع اقتراحاتها
rlearn-among = بين الاقتراحات
rlearn-aside = في «المزيد»
rlearn-rule-auto = بحسب قبولها
rlearn-rule-shown = بين الاقتراحات دائمًا
rlearn-rule-hidden = في «المزيد» دائمًا
rlearn-said-made = صُنع النموذج. انظر في أرقامه وجرّبه قبل استعماله.
rlearn-said-used = تُقدَّر الاقتراحات الآن على هذا النحو.
rlearn-said-set = حُدّد موضع القاعدة.
rlearn-said-too-few = القرارات التي اخترتها أقل مما يلزم.
rlearn-said-one-sided = القرارات التي اخترتها كلها مؤكدة أو كلها مرفوضة، في قسمها الأقدم أو الأحدث، فلا شيء يُميَّز.
rlearn-said-seen = تعلّم النموذج المستعمل من قرارات يُفترض أن تختبر الجديد. اختر مدة أطول.
rlearn-said-not-better = لم يكن ذلك النموذج أفضل مما كان مستعملًا عند صنعه.
rlearn-said-missing = لم يعد هذا النموذج أو هذه القاعدة موجودًا.
rlearn-table-models = النماذج وأرقامها
rlearn-table-rules = القواعد وكم مرة قُبلت
rlearn-table-trial = أكثر ما سيتغير في «{"\u2068"}{ $what }{"\u2069"}»
rlearn-trial = نموذج قيد التجربة
rlearn-trial-how = ما كان هذا النموذج سيغيّره في آخر عشرة أخبار قُرئت وتنتظر محررًا. النظر هنا لا يغيّر شيئًا.
rlearn-trial-none = لا خبر ينتظر.
rlearn-trial-waiting = الاقتراحات
rlearn-trial-moved = في موضع آخر
rlearn-trial-aside = تنتقل إلى «المزيد»
rlearn-trial-back = تعود منه
rlearn-trial-kind = النوع
rlearn-trial-sentence = الجملة
rlearn-trial-before = الآن
rlearn-trial-now = بهذا النموذج

desk-stories-wait = { $count ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $count } أخبار
    [many] { $count } خبرًا
   *[other] { $count } خبر
}

## The files of the record
rfiles = السجل في ملفات
rfiles-says = كل ما يحق للقراء الاطلاع عليه من السجل، لمن يريد تنزيله. لا يرد في أي من هذه الملفات ما حُجب حمايةً للناس. لا تُجمع الأعداد أبدًا: حيث لا تتسع الصيغة إلا لعدد واحد، تحفظ الأعمدة التي تبدأ بـ ‎sijil_‎ النطاق ومن قال به.
rfiles-licence = شروط الاستعمال
rfiles-no-licence = لم تحدد غرفة الأخبار شروطًا؛ اسألوها.
rfiles-count-rule = كيف نحصي
rfiles-made = إعداد الملفات
rfiles-made-when = يُعد كل ملف عند طلبه.
rfiles-changed = آخر تغيير في السجل: { $what }.
rfiles-rows = { $count ->
    [zero] بلا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
rfiles-of-claims = { $count ->
    [zero] بلا إفادات
    [one] من إفادة واحدة
    [two] من إفادتين
    [few] من { $count } إفادات
    [many] من { $count } إفادة
   *[other] من { $count } إفادة
}
rfiles-of-events = { $count ->
    [zero] بلا أحداث
    [one] من حدث واحد
    [two] من حدثين
    [few] من { $count } أحداث
    [many] من { $count } حدثًا
   *[other] من { $count } حدث
}
rfiles-of-truces = { $count ->
    [zero] بلا هدن
    [one] هدنة واحدة
    [two] هدنتان
    [few] { $count } هدن
    [many] { $count } هدنة
   *[other] { $count } هدنة
}
rfiles-form-ndjson = أسطر JSON بترميز UTF-8
rfiles-form-csv = جدول بترميز UTF-8
rfiles-form-xlsx = جدول بيانات
rfiles-form-json = بصيغة JSON
rfiles-form-geojson = خريطة وفق RFC 7946
rfiles-form-jsonld = بيانات مترابطة JSON-LD
rfiles-form-ics = تقويم وفق RFC 5545
rfiles-form-atom = تغذية للقارئات
rfiles-rule-range = نطاقًا، من أدنى ما قيل إلى أعلاه
rfiles-rule-majority = ما تقوله أغلبية المصادر
rfiles-rule-source-hierarchy = ما يقوله المصدر الأعلى مرتبة عندنا
rfiles-rule-editor = ما يخلص إليه المحرر، مع السبب
rfiles-record-ndjson = كل شيء في ملف واحد
rfiles-record-ndjson-says = كائن JSON في كل سطر: الأخبار والمصادر والأطراف والأماكن والجمل والإفادات والأحداث والحصائل والهدن والبلدات التي تبدلت السيطرة عليها والمحادثات والدرجات. وهي أدق الصيغ جميعًا.
rfiles-acled-like = الأحداث كما يقرؤها مستعملو ACLED
rfiles-acled-like-says = صف لكل يوم ومكان وطرفين، مع أدنى عدد للقتلى. هذه إفاداتنا وليست بيانات ACLED. لا صف لما هو أقل دقة من شهر أو محافظة.
rfiles-ucdp-like = الأحداث القاتلة كما يقرؤها مستعملو UCDP
rfiles-ucdp-like-says = أحداث فيها قتيل واحد على الأقل، مع حد أدنى وحد أعلى. هذه إفاداتنا وليست بيانات UCDP.
rfiles-airwars-like = الحوادث كما يقرؤها مستعملو Airwars
rfiles-airwars-like-says = نطاق لكل فئة من الضحايا، وأقوال المتحاربين، والدرجة التي وضعناها. هذه إفاداتنا وليست بيانات Airwars.
rfiles-figures = الحصائل جنبًا إلى جنب
rfiles-figures-says = صف لكل جهة تحصي الشيء نفسه، مع المدة والمنطقة وما تحصيه. لا يجوز جمعها.
rfiles-truces = الهدن
rfiles-truces-says = الأطراف والأماكن والبداية والمدة والنهاية المقررة وكيف عُرفت وما آلت إليه الهدنة.
rfiles-truce-terms = بنود الهدن
rfiles-truce-terms-says = صف لكل بند، مع الطرف الذي يلتزم به.
rfiles-truce-breaches = خروق الهدن
rfiles-truce-breaches-says = صف لكل اتهام: من يتهم من، وبماذا رد.
rfiles-control = بلدات تبدلت السيطرة عليها
rfiles-control-says = ممن، وإلى من، وكيف، وما مدى التأكد من ذلك.
rfiles-talks = المحادثات
rfiles-talks-says = الجولات والاجتماعات والرسائل، مع من شارك فيها.
rfiles-record-geojson = الأحداث على الخريطة
rfiles-record-geojson-says = صيغة GeoJSON. لا نقطة لما لا يُعرف منه إلا المحافظة، كي لا يبدو شيء أدق مما هو.
rfiles-record-jsonld = بيانات مترابطة
rfiles-record-jsonld-says = صيغة JSON-LD بمفردات schema.org: الأخبار والإفادات والأحداث والحصائل المتنافسة.
rfiles-truces-ics = تقويم الهدن
rfiles-truces-ics-says = من البداية إلى النهاية المقررة، مع تذكير قبل ثلاثة أيام وفي اليوم نفسه للتحقق من صمودها.
rfiles-claims = تغذية الإفادات الجديدة
rfiles-claims-says = صيغة Atom لقارئات التغذية: أحدث الإفادات المؤكدة.
