// What word processors put on the clipboard.

/** A page as Word gives it, around some paragraphs. */
const word = (body, lang = "EN-US") => `<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;} --></style></head>
<body lang=${lang} style='tab-interval:36.0pt;word-wrap:break-word'>\r\n<!--StartFragment-->${body}<!--EndFragment-->\r\n</body></html>`;

const line = (text, level, sign, more = "") => `<p class=MsoListParagraph ${more} style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\r\n`;

const docs = (body) => `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff">${body}</b><br class="Apple-interchange-newline">`;
const span = (text, style = "font-weight:400;font-style:normal") => `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">${text}</span>`;

export const cases = [
  {
    name: "Word's paragraphs lose styles, spans and hard spaces",
    ar: {
      from: word("<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA style='font-family:\"Arial\",sans-serif'>عادت&nbsp;&nbsp; المياه إلى\r\nالحي<o:p></o:p></span></p><p class=MsoNormal dir=RTL><o:p>&nbsp;</o:p></p>", "AR-SA"),
      to: "<p>عادت المياه إلى الحي</p>",
    },
    en: {
      from: word("<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span lang=EN-GB style='mso-ansi-language:EN-GB'>Water&nbsp;&nbsp; is back in\r\nthe pipes<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"),
      to: "<p>Water is back in the pipes</p>",
    },
  },
  {
    name: "Word's bold and italic stay",
    ar: {
      from: word("<p class=MsoNormal dir=RTL><b><span lang=AR-SA>عاجل</span></b><span dir=LTR></span><span lang=AR-SA>: قال <i>الوزير</i> إنه </span><span lang=AR-SA style='mso-bidi-font-weight:bold;font-weight:700'>باقٍ</span></p>"),
      to: "<p><strong>عاجل</strong>: قال <em>الوزير</em> إنه <strong>باقٍ</strong></p>",
    },
    en: {
      from: word("<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Urgent</b>: the <i style='mso-bidi-font-style:normal'>minister</i> <span style='font-weight:700'>stays</span></p>"),
      to: "<p><strong>Urgent</strong>: the <em>minister</em> <strong>stays</strong></p>",
    },
  },
  {
    name: "Word's paragraphs that look like a list become one, levels and all",
    ar: {
      from: word(line("<span lang=AR-SA>ماء</span>", 1, "·", "dir=RTL") + line("<span lang=AR-SA>للحي الشرقي</span>", 2, "o", "dir=RTL") + line("<span lang=AR-SA>خبز</span>", 1, "·", "dir=RTL")),
      to: "<ul><li><p>ماء</p><ul><li><p>للحي الشرقي</p></li></ul></li><li><p>خبز</p></li></ul>",
    },
    en: {
      from: word(line("Water", 1, "·") + line("For the east", 2, "o") + line("Bread", 1, "·")),
      to: "<ul><li><p>Water</p><ul><li><p>For the east</p></li></ul></li><li><p>Bread</p></li></ul>",
    },
  },
  {
    name: "Word's numbered list keeps where it begins",
    ar: {
      from: word(line("<span lang=AR-SA>أولًا</span>", 1, "٣.", "dir=RTL") + line("<span lang=AR-SA>ثانيًا</span>", 1, "٤.", "dir=RTL")),
      to: '<ol start="3"><li><p>أولًا</p></li><li><p>ثانيًا</p></li></ol>',
    },
    en: {
      from: word(line("First", 1, "3.") + line("Second", 1, "4.")),
      to: '<ol start="3"><li><p>First</p></li><li><p>Second</p></li></ol>',
    },
  },
  {
    name: "Word's tracked deletions and comments go, insertions stay",
    ar: {
      from: word("<p class=MsoNormal dir=RTL><span lang=AR-SA>قُتل <del cite=\"mailto:Layla\" datetime=\"2026-11-08T10:00\"><span>خمسة</span></del><ins cite=\"mailto:Layla\" datetime=\"2026-11-08T10:00\">ستة</ins></span><a style='mso-comment-reference:L_1;mso-comment-date:20261108T1000'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<![endif]></span></span></p><div style='mso-element:comment-list'><p class=MsoCommentText>تحقّقي من العدد</p></div>"),
      to: "<p>قُتل ستة</p>",
    },
    en: {
      from: word("<p class=MsoNormal>The <del cite=\"mailto:Layla\" datetime=\"2026-11-08T10:00\"><span>five</span></del><ins cite=\"mailto:Layla\" datetime=\"2026-11-08T10:00\">six</ins> died<span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;</span></span></p><div style='mso-element:comment-list'><p class=MsoCommentText>Check the number</p></div>"),
      to: "<p>The six died</p>",
    },
  },
  {
    name: "Word's footnotes become notes at their marks",
    ar: {
      from: word("<p class=MsoNormal dir=RTL><span lang=AR-SA>٨٠١ على الأقل</span><a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a><span lang=AR-SA>.</span></p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText dir=RTL><a href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a><span lang=AR-SA> حتى تشرين الأول<o:p></o:p></span></p></div></div>"),
      to: "<p>٨٠١ على الأقل<x-note>حتى تشرين الأول</x-note>.</p>",
    },
    en: {
      from: word("<p class=MsoNormal>At least 801<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference>[1]</span></a>.</p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a> Until October<o:p></o:p></p></div></div>"),
      to: "<p>At least 801<x-note>Until October</x-note>.</p>",
    },
  },
  {
    name: "Word's headings take the two levels there are",
    ar: {
      from: word("<p class=MsoTitle dir=RTL><span lang=AR-SA>العنوان</span></p><h1 dir=RTL><b><span lang=AR-SA>أول</span></b></h1><h3 dir=RTL><span lang=AR-SA>ثانٍ</span></h3>"),
      to: "<h2>العنوان</h2><h2>أول</h2><h3>ثانٍ</h3>",
    },
    en: {
      from: word("<p class=MsoTitle>The title</p><h1><b>First</b></h1><h3>Second</h3>"),
      to: "<h2>The title</h2><h2>First</h2><h3>Second</h3>",
    },
  },
  {
    name: "Word's pictures are left out and counted",
    ar: {
      from: word("<p class=MsoNormal dir=RTL><span lang=AR-SA>قبلها</span><!--[if gte vml 1]><v:shape id=\"a\"><v:imagedata src=\"file:///C:/a.png\"/></v:shape><![endif]--><![if !vml]><img width=200 height=100 src=\"file:///C:/Users/a/clip_image001.png\" v:shapes=\"a\"><![endif]></p>"),
      to: "<p>قبلها</p>", pictures: 1,
    },
    en: {
      from: word("<p class=MsoNormal>Before it <img width=200 height=100 src=\"data:image/png;base64,iVBORw0KGgo=\"></p>"),
      to: "<p>Before it</p>", pictures: 1,
    },
  },
  {
    name: "Word's tables keep their cells and nothing of their looks",
    ar: {
      from: word("<table class=MsoTableGrid border=1 dir=rtl cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=200 valign=top style='width:150pt'><p class=MsoNormal dir=RTL><span lang=AR-SA>حلب<o:p></o:p></span></p></td><td colspan=2><p class=MsoNormal>12</p><p class=MsoNormal dir=RTL><span lang=AR-SA>على الأقل</span></p></td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>"),
      to: '<table><tbody><tr><td>حلب</td><td colspan="2">12<br>على الأقل</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>',
    },
    en: {
      from: word("<table class=MsoTableGrid border=1 cellspacing=0><thead><tr><th><p class=MsoNormal><b>Place</b></p></th><th>Dead</th></tr></thead><tr><td width=200><p class=MsoNormal>Aleppo<o:p></o:p></p></td><td>12</td></tr></table>"),
      to: "<table><tbody><tr><th><strong>Place</strong></th><th>Dead</th></tr><tr><td>Aleppo</td><td>12</td></tr></tbody></table>",
    },
  },
  {
    name: "the bold frame around a Google document is none",
    ar: {
      from: docs(`<p dir="rtl" style="line-height:1.38;text-align:right">${span("عاجل", "font-weight:700;font-style:normal")}${span(" من حلب")}</p><br><p dir="rtl">${span("ثانية", "font-weight:400;font-style:italic")}</p>`),
      to: "<p><strong>عاجل</strong> من حلب</p><p><em>ثانية</em></p>",
    },
    en: {
      from: docs(`<p dir="ltr" style="line-height:1.38">${span("Urgent", "font-weight:700;font-style:normal")}${span(" from Aleppo")}</p><br><p dir="ltr">${span("second", "font-weight:400;font-style:italic")}</p>`),
      to: "<p><strong>Urgent</strong> from Aleppo</p><p><em>second</em></p>",
    },
  },
  {
    name: "Google's lists stand one in the other",
    ar: {
      from: docs(`<ul><li dir="rtl" aria-level="1"><p dir="rtl" role="presentation">${span("ماء")}</p></li><ul><li dir="rtl" aria-level="2"><p>${span("للشرق")}</p></li></ul><li aria-level="1"><p>${span("خبز")}</p></li></ul>`),
      to: "<ul><li><p>ماء</p><ul><li><p>للشرق</p></li></ul></li><li><p>خبز</p></li></ul>",
    },
    en: {
      from: docs(`<ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${span("Water")}</p></li><ul><li aria-level="2"><p>${span("East")}</p></li></ul><li aria-level="1"><p>${span("Bread")}</p></li></ol>`),
      to: "<ol><li><p>Water</p><ul><li><p>East</p></li></ul></li><li><p>Bread</p></li></ol>",
    },
  },
  {
    name: "LibreOffice's fonts go, its notes stay",
    ar: {
      from: '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="ar-SY" dir="rtl"><p style="line-height: 100%"><font face="Noto Naskh Arabic"><font size="4" style="font-size: 16pt">عادت <u>المياه</u></font></font><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>قالت البلدية</p></div></body></html>',
      to: "<p>عادت المياه<x-note>قالت البلدية</x-note></p>",
    },
    en: {
      from: '<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body lang="en-GB"><p style="margin-bottom: 0cm"><font face="Liberation Serif">Water is <u>back</u></font><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Said &ldquo;the town&rdquo;</p></div></body></html>',
      to: "<p>Water is back<x-note>Said “the town”</x-note></p>",
    },
  },
];
