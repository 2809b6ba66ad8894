// What mail, chats, PDF and pages of the web put on the clipboard.

export const elsewhere = [
  {
    name: "links that run something, open files or lead nowhere are text",
    ar: { from: '<p><a href="javascript:alert(1)" onclick="x()">هنا</a> <a href="file:///C:/a.doc">ملف</a> <a href="#_Toc1">فهرس</a> <a href="/ar/2026/">أمس</a></p>', to: '<p>هنا ملف فهرس <a href="/ar/2026/">أمس</a></p>' },
    en: { from: '<p><a href=" java\nscript:alert(1)">here</a> <a href="data:text/html,x">data</a> <a href="vbscript:x">vb</a> <a href="mailto:desk@example.org">mail</a></p>', to: '<p>here data vb <a href="mailto:desk@example.org">mail</a></p>' },
  },
  {
    name: "links lose the detour and what follows their reader",
    ar: { from: '<p><a href="https://www.google.com/url?q=https://example.org/a%3Fid%3D1%26utm_source%3Dx&sa=D">البيان</a></p>', to: '<p><a href="https://example.org/a?id=1">البيان</a></p>' },
    en: { from: '<p><a href="https://example.org/a?utm_medium=mail&amp;fbclid=IwAR0&amp;id=1" target="_blank" rel="nofollow">The statement</a></p>', to: '<p><a href="https://example.org/a?id=1">The statement</a></p>' },
  },
  {
    name: "a page's furniture and scripts stay behind",
    ar: { from: '<article class="post"><nav><ul><li>القسم</li></ul></nav><h1 class="t">عنوان</h1><div class="body"><div>فقرة أولى<script>x()</script></div><style>.a{}</style><div>فقرة ثانية</div></div><button>شارك</button></article>', to: "<h2>عنوان</h2><p>فقرة أولى</p><p>فقرة ثانية</p>" },
    en: { from: '<article class="post"><nav><a href="/">Home</a></nav><h1 class="t">Title</h1><div class="body"><div>First<noscript>no</noscript></div><svg><text>x</text></svg><div>Second</div></div><form><input value="q"><button>Share</button></form></article>', to: "<h2>Title</h2><p>First</p><p>Second</p>" },
  },
  {
    name: "pictures of a page are left out, their captions stay, spacers are no pictures",
    ar: { from: '<figure><img src="https://example.org/a.jpg" alt="جسر"><figcaption>الجسر قبل القصف</figcaption></figure><p>نص<img src="https://example.org/p.gif" width="1" height="1"></p>', to: "<p>الجسر قبل القصف</p><p>نص</p>", pictures: 1 },
    en: { from: '<p>One <img src="data:image/png;base64,AAAA"> two <picture><source srcset="a.webp"><img src="a.jpg"></picture></p>', to: "<p>One two</p>", pictures: 2 },
  },
  {
    name: "two line ends begin a paragraph, one stays",
    ar: { from: "<div>السطر الأول<br>السطر الثاني<br><br>فقرة جديدة<br></div>", to: "<p>السطر الأول<br>السطر الثاني</p><p>فقرة جديدة</p>" },
    en: { from: "<div>Line one<br>line two<br><br>New paragraph<br></div>", to: "<p>Line one<br>line two</p><p>New paragraph</p>" },
  },
  {
    name: "signs that turn the direction, and marks at the edges, go",
    ar: { from: '<p>\u200fقال \u202bالوزير\u202c \u2067(SDF)\u2069 اليوم\u200f</p><p><bdo dir="rtl">نص\u200b خفي\ufeff</bdo></p>', to: "<p>قال الوزير (SDF) اليوم</p><p>نص خفي</p>" },
    en: { from: "<p>\u200eThe \u202dminister\u202c \u2066(MoI)\u2069 said\u200e</p><p>co\u00adop\u200beration\u2060</p>", to: "<p>The minister (MoI) said</p><p>cooperation</p>" },
  },
  {
    name: "letters in fixed shapes are letters again",
    ar: { from: "<p>ﺳﻮﺭﻳﺔ ﻻ ﺗﻨﺴﻰ، والله ﷲ</p>", to: "<p>سورية لا تنسى، والله الله</p>" },
    en: { from: "<p>The word \ufee1 stands alone</p>".replace("\ufee1", "m"), to: "<p>The word m stands alone</p>" },
  },
  {
    name: "an embedded post becomes a card",
    ar: { from: '<blockquote class="twitter-tweet" data-lang="ar"><p lang="ar" dir="rtl">عادت المياه <a href="https://t.example/x">صورة</a></p>&mdash; البلدية (@baladiya) <a href="https://post.example/b/1?ref_src=x">8 تشرين الثاني</a></blockquote><script async src="https://platform.example/w.js"></script>', to: '<figure class="card"><p><a href="https://post.example/b/1">البلدية (@baladiya) 8 تشرين الثاني</a></p><blockquote><p>عادت المياه صورة</p></blockquote><figcaption>post.example</figcaption></figure>' },
    en: { from: '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Water is back</p>&mdash; Town (@town) <a href="https://post.example/t/1">8 November</a></blockquote>', to: '<figure class="card"><p><a href="https://post.example/t/1">Town (@town) 8 November</a></p><blockquote><p>Water is back</p></blockquote><figcaption>post.example</figcaption></figure>' },
  },
  {
    name: "what is played from elsewhere becomes a link",
    ar: { from: '<p>قبل</p><iframe src="https://video.example/embed/1" title="مؤتمر الوزير" allow="autoplay"></iframe>', to: '<p>قبل</p><p><a href="https://video.example/embed/1">مؤتمر الوزير</a></p>' },
    en: { from: '<p>Before</p><iframe src="https://video.example/embed/2"></iframe><iframe src="javascript:x"></iframe>', to: '<p>Before</p><p><a href="https://video.example/embed/2">https://video.example/embed/2</a></p>' },
  },
  {
    name: "tables that only lay out a mail go",
    ar: { from: '<table width="600"><tr><td><table><tr><td><p>بيان صحفي</p></td></tr></table></td></tr></table><table role="presentation"><tr><td>أ</td><td>ب</td></tr></table>', to: "<p>بيان صحفي</p><p>أ</p><p>ب</p>" },
    en: { from: '<center><table width="600"><tr><td><table><tr><td><p>Press release</p></td></tr></table></td></tr></table></center>', to: "<p>Press release</p>" },
  },
  {
    name: "what a page hides stays hidden",
    ar: { from: '<p>ظاهر<span style="display:none">خفي</span><span aria-hidden="true">★</span></p>', to: "<p>ظاهر</p>" },
    en: { from: '<p>Seen<span style="DISPLAY: none">unseen</span><span style="visibility:hidden">x</span></p>', to: "<p>Seen</p>" },
  },
  {
    name: "quotations, marks and preformatted text stay",
    ar: { from: "<blockquote><div>لن نترك أحدًا</div></blockquote><p>م<sup>2</sup> و<del>خطأ</del> <mark>مهم</mark></p><pre>أ  ب\nج</pre><hr>", to: "<blockquote><p>لن نترك أحدًا</p></blockquote><p>م<sup>2</sup> و<s>خطأ</s> <mark>مهم</mark></p><pre>أ  ب\nج</pre><hr>" },
    en: { from: "<blockquote>We leave nobody</blockquote><p>H<sub>2</sub>O, <strike>wrong</strike> <kbd>ls</kbd></p><pre>\na  b\nc</pre><hr>", to: "<blockquote><p>We leave nobody</p></blockquote><p>H<sub>2</sub>O, <s>wrong</s> <code>ls</code></p><pre>a  b\nc</pre><hr>" },
  },
];
