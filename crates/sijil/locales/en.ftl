# The interface in English. One sentence is one message; nothing is glued from parts.

og-locale = en_GB
other-language = العربية
skip = Skip to the text
front-page = Front page
sections = Sections
sections-of = Parts of { $what }
the-paper = The paper
follow = Follow
editions = Editions
text-edition = Text only
full-edition = With pictures
latest = Latest
most-read = Most read
corrections = Corrections
related = Related stories
newer = Newer
older = Older
feed-of-page = Feed of this page
subject = Subject
subjects = Subjects
archive-by-day = Archive by day
no-stories = Nothing has been published here yet.
pages-of-stories = Pages of stories
pages-of-results = Pages of results
front-empty-title = Nothing has been published yet
front-empty-text = The first story will appear here as soon as it is published.
weekday-and-day = { $weekday } { $day }
day-and-time = { $day }, { $time }
stories = { $count ->
    [0] No stories
    [one] { $count } story
   *[other] { $count } stories
}

by = By
list-comma = ,
published = Published
updated = Updated
corrected = Corrected
withdrawn = Withdrawn
withdrawn-on = Withdrawn
story-withdrawn = This story has been withdrawn
correction = Correction
correction-of = Correction, { $what }
clarification-of = Clarification, { $what }
update-of = Update, { $what }
note-of = Editor's note, { $what }
corrections-about = What was wrong or unclear in our stories, and what is right; newest first. Each leads to what changed in the text.
corrections-none = Nothing has been corrected yet.
breaking = Breaking
see-changes = See what changed
found-at = Found at:
this-story = This story
full-history = Full history
revisions = { $count ->
    [one] Published once, unchanged since
   *[other] { $count } published versions
}
history-of-story = History of this story
history-how = Every version that readers could see, newest first. Struck-through words were taken out, underlined words were put in. The SHA-256 under each is that of its kept text.
first-published = First published
update = Update
revision-number = Version { $what }
no-words-changed = No word of the text changed.
back-to-story = Back to the story

search = Search
search-archive = Search the archive
search-instead = Search the archive instead
search-how = Write one or more words. “Quotation marks” keep words together, a minus sign leaves a word out.
section = Section
all-sections = All sections
language = Language
both-languages = Both languages
language-ar = Arabic
language-en = English
order = Order
order-relevance = Best match
order-newest = Newest first
order-oldest = Oldest first
from = From
to = To
apply = Apply
results = { $count ->
    [0] No results
    [one] { $count } result
   *[other] { $count } results
}
results-relaxed = No story has all of these words; these have some of them.
# The marks around a reader's own words keep their direction from disturbing ours.
did-you-mean = Did you mean “{"\u2068"}{ $what }{"\u2069"}”?
nothing-found = Nothing found for “{"\u2068"}{ $what }{"\u2069"}”
search-tip-spelling = Check the spelling, or try fewer words.
search-tip-filters = Take the filters away: another section, language or time may have it.
search-tip-scripts = Try the name in the other script.

error-number = The number of this fault is { $what }. Tell us, and we can find it.
error-not-found-title = Page not found
error-not-found-text = There is nothing at this address. It may have been mistyped, or the link that led here may be old.
error-wrong-method-title = This address cannot do that
error-wrong-method-text = It can be read, but nothing can be sent to it.
error-foreign-title = This form came from elsewhere
error-foreign-text = It was not sent from one of our own pages, so it was not taken. Go back to the page and send it from there.
error-forbidden-title = That is not among your powers
error-forbidden-text = You are signed in, and your role does not allow this. Whoever runs the newsroom can change that.
error-too-large-title = That is too much at once
error-too-large-text = What was sent is larger than any form of ours. Make it shorter and send it again.
error-busy-title = Too busy just now
error-busy-text = More is being asked of us than we can answer. Try again in a minute; nothing is lost.
error-search-not-ready-title = The search is being prepared
error-search-not-ready-text = The archive is being read anew. Stories can be read meanwhile; try the search again in a minute.
error-full-title = Our disk is full
error-full-text = Nothing can be taken in for the moment. Reading goes on.
error-broken-title = Something broke on our side
error-broken-text = It is our fault, not yours, and it has been written down.

## Mail

mail-shown-subject = Your comment is on the page
mail-shown = Your comment on “{"\u2068"}{ $what }{"\u2069"}” can now be read here:
mail-shown-receipt = The receipt you were given when you sent it says so too. There you can take the comment back.
mail-rejected-subject = Your comment was not published
mail-rejected = Your comment was read and not published. You had sent it to “{"\u2068"}{ $what }{"\u2069"}”:
mail-rejected-rule = The rule that decided:
mail-rejected-receipt = The receipt you were given when you sent it says so too. There you can ask, once, for a second look.
mail-last = You left this address to be told. It is deleted within a day, and there will be no other mail about this comment. If it was not you, somebody typed your address, and you need do nothing.
mail-digest-subject = The comments desk, { $what }
mail-digest-waiting = { $count ->
    [0] No comment waits for a decision.
    [one] { $count } comment waits for a decision.
   *[other] { $count } comments wait for a decision.
}
mail-digest-oldest = Longest waiting: since { $what }.
mail-digest-since = From one digest to the next:
mail-digest-received = { $count ->
    [0] no comment came in
    [one] { $count } comment came in
   *[other] { $count } comments came in
}
mail-digest-shown = { $count ->
    [0] none was shown
    [one] { $count } was shown
   *[other] { $count } were shown
}
mail-digest-rejected = { $count ->
    [0] none was turned down
    [one] { $count } was turned down
   *[other] { $count } were turned down
}
mail-digest-spam = { $count ->
    [0] none was called spam
    [one] { $count } was called spam
   *[other] { $count } were called spam
}
mail-digest-reports = { $count ->
    [0] no reader reported a comment
    [one] { $count } report by readers
   *[other] { $count } reports by readers
}
mail-digest-votes = { $count ->
    [0] No votes are held back.
    [one] Votes are held back or frozen at { $count } place. Look at its curve.
   *[other] Votes are held back or frozen at { $count } places. Look at their curves.
}

## Votes

votes-title = Readers’ votes
votes-for = For
votes-against = Against
votes-agree = Agree
votes-disagree = Disagree
votes-for-count = { $count ->
    [one] For: { $count } vote
   *[other] For: { $count } votes
}
votes-against-count = { $count ->
    [one] Against: { $count } vote
   *[other] Against: { $count } votes
}
votes-agree-count = { $count ->
    [one] Agree: { $count } reader
   *[other] Agree: { $count } readers
}
votes-disagree-count = { $count ->
    [one] Disagree: { $count } reader
   *[other] Disagree: { $count } readers
}
votes-imported = { $count ->
    [one] { $count } of these votes came from the old site.
   *[other] { $count } of these votes came from the old site.
}
votes-closed = Voting ends ninety days after a story is published.
votes-off = The newsroom has switched voting off here.
votes-frozen = These numbers stand still while we look at a surge of votes. Votes are still taken.
votes-more = Your vote, and the rules
votes-own = Your vote
votes-own-none = You have not voted here.
votes-own-for = Your vote for it is counted.
votes-own-against = Your vote against it is counted.
votes-own-held = Your vote is taken. It will show after a check, because many came from one place at once.
votes-own-discarded = Your vote is not counted: the newsroom has put aside the votes that came with it.
votes-own-taken-back = You have taken your vote back.
votes-take-back = Take my vote back
votes-comment-of = On a comment by { $what }
votes-back-to-comment = Back to the comment
votes-confirm = Confirm your vote
votes-confirm-how = So that it counts once, your browser now keeps a cookie with a random number. Press the button and your vote is counted.
votes-confirm-again = Send your vote once more, and it is counted.
votes-confirm-for = Vote for
votes-confirm-against = Vote against
votes-cookie-refused = Your browser did not keep our cookie, so the vote could not be counted. Allow cookies for this site and press the button again.
votes-rules = The rules
votes-rule-one = One reader has one vote on each story and each comment.
votes-rule-open = You may change it or take it back until ninety days after the story was published. Pressing the same button again takes it back.
votes-rule-private = Nobody needs an account, and no address is kept. Your browser keeps a random number for half a year; your votes on different things cannot be joined to one another.
votes-rule-held = Nobody is refused. When many votes come from one place at once, the later ones show after a check.
votes-rule-order = Votes hide nothing. They only help to sort comments, and only if you ask for that order.
votes-erase = Erase my votes
votes-erase-how = This takes back every vote of this browser on what is still open, and removes the cookie. Older votes are only totals, in which nobody’s can be found.
votes-erase-now = Erase all my votes
votes-erased = Your votes are erased, and the cookie is gone.

## Comments

comment-confirm = One more step
form-faults = Something is not right yet:
field-name = Name
field-email = E-mail (not needed)
field-email-hint = Only to tell you whether your comment is shown; nobody sees it, and then it is deleted.
field-comment = Comment
send-comment = Send the comment
answer-to = An answer to { $what }
comments-closed-now = This thread takes no more comments. What you wrote stands below, so that you can keep it.
comment-parent-gone = The comment that you answer is not shown any more. You can send yours all the same: it will stand by itself.

comments = Comments
comments-count = { $count ->
    [0] No comments
    [one] { $count } comment
   *[other] { $count } comments
}
no-comments = Nobody has written yet.
all-comments = { $count ->
    [one] Read the whole comment
   *[other] Read all { $count } comments
}
answer-comments = Read and answer
read-on = Read on
whole-thread = All comments
conversation = A conversation
pages-of-comments = Pages of comments
comments-start = From the start
comments-next = Further comments
order-best = Best rated
comment-by = Comment by { $what }
comment-nameless = Without a name
comment-edited = edited
from-the-old-site = from the old site
comment-withdrawn = The writer took this comment back.
comment-removed = This comment was removed.
comment-held = This comment is being looked at again.
answers-to = to
answers-somebody = to a comment that is gone
reply = Reply
report = Report
more-answers = { $count ->
    [one] { $count } more answer
   *[other] { $count } more answers
}
all-answers = { $count ->
    [one] The answer on a page of its own
   *[other] All { $count } answers on a page of their own
}
comments-closed = Comments on this story are closed.
write-comment = Write a comment
answer = Answer
comment-hint = A moderator may read it before it appears. You need no account.
fault-name-missing = Write a name. It need not be your own.
fault-name-too-long = That name is too long: at most { $count } characters.
fault-name-not-a-name = Write a name without addresses, in letters of one script.
fault-name-official = That name belongs to the newsroom. Choose another.
fault-email-wrong = That is no e-mail address. Correct it, or leave the field empty.
fault-text-missing = Write something.
fault-text-too-long = That is too long: at most { $count } characters.
fault-text-links = That is too many links: at most { $count }.

receipt = Your comment
receipt-number = Number
receipt-held = It waits for a moderator. This page will say what became of it.
receipt-held-again = A moderator will look at it once more.
receipt-shown = It is on the page.
receipt-rejected = It was not put on the page.
receipt-withdrawn = You took it back.
receipt-erased = Its words were erased.
receipt-keep = Keep the address of this page, and show it to nobody: who has it can do what you can do here.
receipt-change = Change it
receipt-change-how = For a few minutes after sending. What was on the page already may have to wait for a moderator again.
receipt-save = Save the change
receipt-withdraw = Take it back
receipt-withdraw-how = It disappears from the page; if others have answered, a line stays in its place. This cannot be undone.
receipt-again = Ask for a second look
receipt-again-how = If you think that this is a mistake, you can ask once.
see-comment = See it on the page
rule-offensive = It insults or humiliates people.
rule-abuse = It attacks another reader or the writer of the story rather than what they say.
rule-spam = It looks like spam.
rule-word = It has words that we do not print.
rule-advert = It advertises something.
rule-illegal = We may not print it by law, or it would put somebody in danger.
rule-harassment = It threatens or harasses somebody.
rule-misinformation = It states as a fact what is known to be untrue.
rule-hate = It incites against people for what they are.
report-comment = Report this comment
report-why = What is wrong with it?
report-danger = It puts somebody in danger: an address, a name, a threat
report-offensive = It insults, threatens or incites
report-false = It says what is not so
report-spam = It advertises something
report-other = Something else
report-unsaid = Choose what is wrong.
report-send = Send the report
report-hint = A moderator will look at it. We keep nothing that tells who you are, and the writer does not learn of it.
report-done = Thank you. A moderator will look at it.

## The confirmation code

code-title = Confirm that you are a person
code-why = It keeps machines out. It says nothing about you, and nobody else is asked.
code-picture = { $count ->
   *[other] A picture of { $count } digits to be typed below. You can also hear them, answer a question, or send without a code.
}
code-digits = The digits in the picture
code-sound = Hear the digits instead
code-sound-label = The digits, spoken twice
code-sound-file = Download the sound
code-instead = Answer a question from the story instead
code-question = Write the { $what } word of the headline
code-word-first = first
code-word-second = second
code-word-third = third
code-word-fourth = fourth
code-word-fifth = fifth
code-word-last = last
code-another = Another code
code-lane = Send without a code
code-lane-how = A moderator reads it before it is shown. There is room for a few such comments an hour.
code-trap = Leave this empty
code-working = Confirming in the background…
code-done = Confirmed. You can send.
code-stale = The code was too old. Here is a new one; your text is kept.
code-unanswered = Type the digits, or take one of the other ways. Your text is kept.
code-wrong = Those were not the digits. Here is a new code; your text is kept.
code-wrong-answer = That was not the word. Here is a new code; your text is kept.
code-used = That code was used already. Here is a new one; your text is kept.
code-lane-full = The lane without a code is full. There is room again at { $what }; until then take another way. Your text is kept.
code-too-fast = { $count ->
    [one] Much has been sent from your network just now. Send again in { $count } second; your text is kept.
   *[other] Much has been sent from your network just now. Send again in { $count } seconds; your text is kept.
}

## Moderation
queue = Comments
queue-lots = Parts of the queue
queue-waiting = waiting
queue-today = Today:
queue-received = received
queue-shown = shown
queue-rejected = rejected
queue-spam = spam
queue-median = median wait
queue-minutes = { $count ->
    [0] under a minute
    [one] { $count } minute
   *[other] { $count } minutes
}
queue-reason = Held because
queue-any-reason = Any reason
queue-all = All of them
queue-empty = Nothing is here.
queue-marked = Those with a mark:
queue-mark = Mark this comment
queue-alike-how = These are alike. All have a mark: take it off those that you want to judge apart.
queue-this-story = only this story
queue-reports = Reported:
queue-score = Spam
queue-same = { $count ->
    [one] { $count } more with the same text
    [99] 99 or more with the same text
   *[other] { $count } more with the same text
}
queue-same-host = { $count ->
    [one] { $count } more with the same link
    [99] 99 or more with the same link
   *[other] { $count } more with the same link
}
queue-history = What was decided on it
queue-next = Next page
queue-undo = Undo
queue-failed = That did not arrive. Try again.
lot-held = Waiting
lot-reported = Reported
lot-shown = Shown
lot-rejected = Rejected
lot-spam = Spam
do-approve = Approve
do-keep = Keep
do-spam = Spam
do-hold = Hold again
do-reject = Reject
do-because = Reason of the rejection
do-more = More
do-note = A word to the writer, shown on their receipt
do-erase = Erase its words for good
do-ban-hold = Hold this network for a day
do-ban-refuse = Turn this network away for a day
because-offensive = Offensive
because-abuse = Attacks a person
because-spam = Spam
because-word = Words we do not print
because-advert = Advertising
because-illegal = Illegal or dangerous
because-harassment = Harassment
because-misinformation = Untrue
because-hate = Hate
decided-approved = Approved
decided-rejected = Rejected
decided-spam = Called spam
decided-held = Held again
decided-erased = Erased
done-approved = { $count ->
    [one] { $count } comment is on the page.
   *[other] { $count } comments are on the page.
}
done-rejected = { $count ->
    [one] { $count } comment was rejected.
   *[other] { $count } comments were rejected.
}
done-spam = { $count ->
    [one] { $count } comment was called spam.
   *[other] { $count } comments were called spam.
}
done-held = { $count ->
    [one] { $count } comment waits again.
   *[other] { $count } comments wait again.
}
done-erased = { $count ->
    [one] The words of { $count } comment are gone.
   *[other] The words of { $count } comments are gone.
}
done-undone = { $count ->
    [one] { $count } decision was taken back.
   *[other] { $count } decisions were taken back.
}
done-gone = { $count ->
    [one] { $count } was left as it is: a colleague decided before, or its writer changed it.
   *[other] { $count } were left as they are: a colleague decided before, or their writers changed them.
}
done-banned = The network is held or turned away for a day.
done-nothing = Nothing had a mark.
kind-mode = All are held
kind-lane = Sent without a code
kind-level = A flood
kind-word = A word
kind-phrase = A phrase
kind-host = A link of the list
kind-network = Its network
kind-repeat = Repeated
kind-links = Links
kind-spam = The spam filter
kind-asked-again = Asked again
kind-changed = Changed
held-mode-site = All comments are held
held-mode-section = All of this section are held
held-mode-story = All of this story are held
held-lane = Sent without a code
held-level = Sent during a flood
held-word = Word: {"\u2068"}{ $what }{"\u2069"}
held-phrase = Phrase: {"\u2068"}{ $what }{"\u2069"}
held-host = Link to {"\u2068"}{ $what }{"\u2069"}
held-network = Its network is held
held-repeat = { $count ->
    [one] The same text came once before
   *[other] The same text came { $count } times before
}
held-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
held-spam = The spam filter holds it
held-asked-again = Its writer asks for a second look
held-changed = Changed after it was shown
sign-links = links
sign-shortener = hidden link
sign-spelt-address = address written out
sign-mail-address = mail address
sign-telephone = telephone number
sign-messenger = messenger
sign-handle = handle
sign-own-pages = own pages
sign-easy-money = easy money
sign-wares = wares
sign-appeals = appeals
sign-capitals = capitals
sign-shouting = shouting
sign-sums = sums of money
sign-mixed-word = mixed scripts
sign-hidden-letters = hidden letters
sign-markup = markup
sign-repetition = repetition
sign-short = short
sign-long = long
sign-known-spam-host = link from earlier spam
sign-like-held = like held texts
sign-reply = a reply
sign-hasty = sent in haste
sign-trap-filled = hidden field filled in
sign-busy = a busy hour
sign-spammer-name = name of earlier spam
sign-other = something else
keys = Keys
key-move = next and previous comment
key-reject = reject: choose a reason

refused-words = It has words that this paper does not print.
refused-link = It links to an address that comments may not link to.
refused-network = From this network no comments are taken for a while.

rules = Rules
rules-how = A word is found however it is spelt: with vowel signs, with tatweel, with repeated letters, and with what Arabic attaches to it. A link is a host and all below it.
rules-limited = You are limited to a part of the paper. What holds for all of it you see here, and do not change.
rules-now = Rules in force
rules-none = There is no rule yet.
rule-kind = What
rule-kind-word = Word
rule-kind-phrase = Phrase
rule-kind-link = Link
rule-kind-network = Network
rule-pattern = Words or address
rule-deed = Then
rule-deed-hold = Hold it
rule-deed-refuse = Turn it away
rule-lasts = For
rule-always = Always
rule-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
rule-add = Add the rule
rule-ends = Until
rule-end = End it
set = Set
modes = Which comments wait
modes-how = A story's own setting comes first, then its section's, then the paper's.
mode-site = The whole paper
mode-inherit = As above
mode-all-held = All
mode-known-pass = All but those of known writers
mode-all-pass = Only what a rule or the filter holds
levels = Confirmation codes
levels-how = The traffic decides how hard they are. Set a level by hand while somebody floods the paper.
level = Level
level-auto = By the traffic
level-calm = Calm
level-normal = Normal
level-busy = Busy
level-siege = Siege
thread-settings = Thread
thread-slow = Between two comments of one network
thread-slow-seconds = { $count ->
    [0] No wait
    [one] { $count } second
   *[other] { $count } seconds
}
votes-mode = Votes on the story
votes-mode-open = For and against
votes-mode-up-only = Only for
votes-mode-off = None
thread-closed = Closed: takes no more comments

## The desk
desk = Desk
desk-places = Places of the desk
desk-menu = Menu
desk-to-paper = To the paper
desk-sign-in = Sign in
desk-sign-out = Sign out
desk-login = Login
desk-password = Password
desk-wrong = Login and password do not fit together.
desk-wait = { $count ->
    [one] Too many wrong passwords. Try again in a second.
   *[other] Too many wrong passwords. Try again in { $count } seconds.
}
desk-ledger = Ledger
ledger-how = Every power that was used, newest first. Rows are added and never changed.
ledger-person = Person
ledger-everybody = Everybody
ledger-all = The whole ledger
ledger-empty = Nothing is written here.
ledger-when = When
ledger-who = Who
ledger-what = What
ledger-about = About
ledger-detail = Detail
ledger-seal = Number and seal
ledger-everything = Everything
ledger-number = Its number
ledger-from = From
ledger-until = To
ledger-csv = As a table (CSV)
ledger-ndjson = As NDJSON, with seals
ledger-clock = The clock
ledger-machine = The command line
subject-staff = Account
subject-comment = Comment
subject-story = Story
subject-rule = Rule
subject-section = Section
subject-topic = Tag or person
subject-picture = Picture
subject-document = Document
subject-site = The whole paper
act-signed-in = signed in
act-signed-out = signed out
act-added = took on
act-password-set = set a password
act-disabled = kept out
act-approved = approved
act-rejected = rejected
act-called-spam = called spam
act-held = held again
act-erased = erased
act-undone = took a decision back
act-rule-made = made a rule
act-rule-ended = ended a rule
act-mode-set = set what waits
act-thread-set = set the thread
act-votes-set = set the votes
act-votes-released = counted held votes
act-votes-discarded = put held votes aside
act-votes-held = held votes again
act-votes-stopped = stopped the shown votes
act-votes-resumed = let the shown votes go on
act-alarm-settled = settled an alarm about votes
act-settings-set = set how the newsroom works
act-look-set = changed the look
act-words-set = changed the newsroom's words
act-menu-set = changed a menu
act-topic-set = named or moved a section, tag or person
act-tags-merged = made one tag of two
act-settings-taken = took settings from a file
act-picture-added = handed a picture in
act-picture-set = set a picture's words or crop
act-picture-removed = took a picture away
act-document-added = handed a document in
act-document-set = set a document's title
act-document-removed = took a document away
act-claim-confirmed = confirmed a claim
act-claim-corrected = put a claim right
act-claim-retracted = took a claim back
act-suggestion-rejected = rejected a suggestion
act-decision-undone = took a decision on the record back
act-withheld = kept something of the record from readers
act-withholding-ended = let readers see something of the record again
act-claims-grouped = put claims together or apart
act-truce-held = found that a truce held
act-truce-extended = gave a truce a later end
act-truce-ended = ended a truce
act-truce-contested = found a truce disputed
act-truce-resumed = found that a truce goes on
act-model-made = let the machine learn from decisions
act-model-chosen = chose what suggestions are judged by
act-suggester-set = set where a rule's suggestions stand
act-record-set = changed an entry of the record
act-record-merged = merged another entry of the record into this one
act-record-parted = parted two merged entries of the record
act-record-taken = took the whole record out
act-record-brought = brought a record in
act-came-out = published it at the instant set
desk-votes = Votes
desk-votes-how = Stories and comments whose votes raised an alarm, whose numbers stand still, or with votes that wait for a check. Nothing here tells who voted.
desk-votes-empty = No votes need a look.
desk-votes-all = All that need a look
desk-votes-more = There are more. They move up as these are dealt with.
desk-votes-stopped = The shown numbers stand still. Votes are still taken.
desk-votes-alarm = Alarm, { $what }
desk-votes-in-ten-minutes = { $count ->
    [one] { $count } vote in ten minutes
   *[other] { $count } votes in ten minutes
}
desk-votes-usual = usual at that hour:
desk-votes-flip = against what readers thought before
desk-votes-percent = { $count }%
desk-votes-shown = Shown
desk-votes-counted = Counted
desk-votes-held = Held
desk-votes-held-share = Share held
desk-votes-net = Busiest network
desk-votes-fresh = New cookies
desk-votes-fresh-count = Of new cookies
desk-votes-curve = Votes of the last day, in steps of ten minutes
desk-votes-most = Most in ten minutes, one way:
desk-votes-a-day-ago = A day ago
desk-votes-now = Now
desk-votes-table = The last day as a table
desk-votes-ledger = What was done
desk-votes-do-settle = Settle the alarm, let the numbers go on
desk-votes-do-release = { $count ->
    [one] Count { $count } held vote
   *[other] Count { $count } held votes
}
desk-votes-do-discard = { $count ->
    [one] Discard { $count } held vote
   *[other] Discard { $count } held votes
}
desk-votes-do-hold = { $count ->
    [one] Hold { $count } checked vote again
   *[other] Hold { $count } checked votes again
}
desk-votes-do-thaw = Let the numbers go on
desk-votes-do-freeze = Stop the numbers
desk-votes-did-settle = The alarm is settled, and the numbers go on.
desk-votes-did-release = { $count ->
    [one] { $count } held vote is counted now.
   *[other] { $count } held votes are counted now.
}
desk-votes-did-discard = { $count ->
    [one] { $count } held vote is put aside.
   *[other] { $count } held votes are put aside.
}
desk-votes-did-hold = { $count ->
    [one] { $count } vote is held again.
   *[other] { $count } votes are held again.
}
desk-votes-nothing = There was nothing to do.
desk-votes-did-thaw = The numbers go on.
desk-votes-did-freeze = The numbers stand still.

## Writing at the desk
stories-at-desk = Stories
story-new = New story
story-new-how = Choose the language it is written in. Everything else can be changed later; without a headline it is called untitled until it has one.
story-begin = Begin
story-edit = Story
story-lang = Language
story-both-langs = Both languages
lang-ar = Arabic
lang-en = English
story-state = State
story-any-state = Any state
state-draft = Draft
state-review = In review
state-ready = Ready
state-scheduled = Scheduled
state-published = Published
state-withdrawn = Withdrawn
story-words = Words in the headline
story-mine = Mine only
story-all = All stories
story-next = Further stories
story-untitled = Untitled
story-goes-out = goes out
story-embargo = embargo until
story-behind = source has changed
story-writer = { $what } is writing
stories-none-found = No story fits. Ask for less, or for another state.
stories-none = There is no story here yet.
stories-none-how = Begin one with “New story”: it is kept from the first word on, and nobody but you and the editors sees it until it is published.
story-out-of-reach = You do not write in that language or section.
story-text = Text
story-headline = Headline
story-standfirst = Standfirst
story-body = Text
story-body-how = An empty line begins a new paragraph. What plain text cannot say stands in marks, such as <h2>, <blockquote>, <table> and <a href>: leave them as they are, or write your own.
story-save = Save
story-saved-at = Saved
story-place = Place
story-no-section = No section yet
story-tags = Tags
story-tags-how = Parted by commas. One that is not known yet is made when the story is published.
story-slug = Address
story-slug-how = Left empty, the headline makes it. After publication the old address leads to a new one.
story-who = Who and where
story-bylines = Bylines
story-bylines-how = Parted by commas, as they are to be printed. Nobody needs an account.
story-dateline = Written in
story-agency = Agency
story-sign-off = Sign-off under the text
story-picture = Picture
story-picture-number = Number in the library
story-picture-alt = What it shows
story-picture-alt-how = For those who do not see it. A story with a picture is not published without.
story-picture-caption = Caption
story-picture-credit = Credit
story-word-count = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
story-beaten = { $what } saved this story after you had opened it.
story-beaten-writing = { $what } is writing this story.
story-beaten-how = Nothing is lost: your text is below and kept as a copy. Save it again to put it in place of the other, which stays as a copy as well.
story-compare = Compare the two
story-writes-since = { $what } is writing since
story-takeover-how = If you take over, they are told when they save next, and keep their text as a copy.
story-takeover = Take over
story-said-saved = Saved.
story-said-taken-over = You are writing now.
story-steps = Next
story-submit = Hand in for review
story-submit-how = An editor reads it then, and publishes it or gives it back.
story-approve = Find it ready
story-unschedule = Take it off the clock
story-scheduled-how = It cannot be changed meanwhile: take it off the clock first.
story-schedule-at = Publish by itself at
story-schedule = Schedule
story-publish = Publish now
story-publish-change = Publish the change
story-send-back = Give it back to its writer
story-reinstate = Make it public again
story-change = What readers are told
story-change-how = Whatever changes stays in the history for readers. If anybody could have believed something wrong, tell them.
story-change-small = Nothing: a slip of the pen
story-change-text = In words, for readers
correction-correction = Correction
correction-clarification = Clarification
correction-update = Update
correction-note = Editor's note
story-withdraw = Withdraw
story-withdraw-notice = Notice to readers
story-withdraw-how = It stands at the story's address from then on. An empty line begins a new paragraph.
story-withdraw-do = Withdraw the story
story-embargo-title = Embargo
story-embargo-until = Not before
story-embargo-reason = Reason
story-embargo-set = Set the embargo
story-embargo-lift = Lift it
story-waits-how = An editor has it now.
story-public-how = You can prepare a change here; an editor publishes it.
story-as-read = As readers see it
story-copies = Older versions of the draft
story-copies-how = What was saved before: one version a minute for an hour, one an hour for a day, then one a day for half a year. Texts that lost when two wrote at once stay whole.
story-copies-none = Nothing was saved yet.
story-copy = Version of a draft
story-copy-aside = kept aside: somebody else was first
story-copy-restore = Put it in place of the newest
story-copy-differs = How it differs from the newest
story-copy-same = It says the same.
story-copy-whole = All of it
story-notes = Notes
story-notes-none = Tell colleagues here what is missing or to be checked. Readers never see it.
story-note-new = New note
story-note-whom = For
story-note-all = everybody
story-note-add = Add the note
story-note-for = for { $what }
story-note-settle = Done
story-note-done = done
story-problem-time = Give a day and a time.
story-problem-locked = { $what } is writing this story. Wait for them, or take over.
story-problem-past = That instant is over.
story-problem-no-words = Say it in words for readers.
story-problem-unchanged = Nothing is different from what readers see.
story-problem-embargo = There is an embargo until { $what }. An editor may lift it.
story-problem-address = Another story of that day is already called { $what }. Choose another address.
story-problem-no-alt = Say what the picture shows, for those who do not see it.
story-problem-empty = A story needs a headline and a text before it goes on.
story-problem-no-slug = The headline has no letter to make an address of. Choose one.
story-problem-state = The story is no longer in the state that this page showed.
story-said-submitted = Handed in for review.
story-said-found-ready = Found ready.
story-said-sent-back = Given back to its writer.
story-said-scheduled = Scheduled.
story-said-unscheduled = Off the clock.
story-said-published = Published.
story-said-withdrawn = Withdrawn. Its address shows the notice.
story-said-reinstated = Public again.
story-said-embargo-set = The embargo is set.
story-said-embargo-lifted = The embargo is lifted.
story-said-noted = The note is added.
story-said-restored = The older version is the newest now.
story-preview-says = A preview: this story is not published, or not in this form. Please do not pass it on.
story-preview-own = Preview
story-previews = Preview links
story-previews-how = Whoever has a link sees the story as it will look, as it is being written, until the link ends. Search engines are told to stay away.
story-preview-made = Copy the link now, it is not shown again:
story-preview-days = Good for
story-preview-make = Make a link
story-previews-none = Nobody outside can see this story.
story-preview-until = Good until
story-preview-end = End it
story-source = The story it is translated from
story-source-ahead = The source has changed since this translation was last brought level with it.
story-source-changes = What changed
story-source-level = The translation is level again
story-translate = Translate it
story-counterpart = The story in the other language
story-said-level = The translation is level with its source.
desk-front = Front page
front-how = Twelve stories may lead; the first six that are public are shown. Nothing changes for readers until you put the order in force.
front-leads = Leading now
front-none = Nothing is chosen: the newest stories lead.
front-not-yet = Readers do not see this order yet.
front-arrange = Put in force
front-preview = Preview
front-at = From
front-plan = Plan it
front-offered = Newest stories
front-plans = Planned front pages
front-plans-none = None. Choose an order above, a day and a time, and it comes by itself.
front-plan-drop = Drop it
front-up = Up: { $what }
front-down = Down: { $what }
front-out = Take out: { $what }
front-in = Let lead: { $what }
front-said-arranged = The order is in force.
front-said-planned = The front page is planned.
front-said-past = That needs words, and a day and a time to come.
front-said-banner = The breaking line stands above every page.
front-said-no-banner = The breaking line is gone.
front-said-dropped = The plan is dropped.
banner = Breaking line
banner-how = One line above every page of this language. It goes away by itself.
banner-text = The line
banner-link = Leads to (an address of the paper)
banner-ends = Until
banner-set = Put it up
banner-end = Take it away
assignments = Assignments
assignments-none = Nothing is asked of you at the moment.
assignments-none-how = Give somebody something to write below: they find it at their desk, and it stands in the calendar.
assignment-due = by
assignment-by = asked by { $what }
assignment-begin = Begin the story
assignment-end = Done with it
assign = Give an assignment
assign-brief = What is to be written
assign-whom = By whom
assign-due = By when
assign-give = Give it
assign-what = Say what is to be written, by whom and by when.
calendar = Calendar
calendar-before = Before
calendar-today = Today
calendar-after = After
calendar-week = Week
calendar-month = Month
calendar-none = Nothing is planned for these days. Scheduled stories, embargoes and assignments show up here by themselves.
calendar-out = goes out
calendar-published = published
calendar-embargo = embargo ends
calendar-due = due
home-idle = Nothing awaits you.
home-idle-how = Begin a story, or look at the calendar for what is coming. What you write is kept from the first word on.
home-notes = Notes for you
home-assignments = Your assignments
home-review = To review
home-ready = Ready
home-scheduled = Going out today
home-drafts = My drafts
home-handed-in = Handed in
home-comments = { $count ->
    [0] No comment waits.
    [one] { $count } comment waits for a moderator
   *[other] { $count } comments wait for a moderator
}
act-begun = began a story
act-edited = wrote on a colleague's story
act-taken-over = took over writing
act-submitted = handed in for review
act-found-ready = found ready
act-sent-back = sent back
act-scheduled = scheduled
act-unscheduled = took off the clock
act-published = published
act-corrected = published with a public word
act-withdrawn = withdrew
act-reinstated = reinstated
act-embargo-set = set an embargo
act-embargo-lifted = lifted the embargo
act-preview-made = made a preview link
act-preview-ended = ended a preview link
act-translation-begun = began a translation
act-assigned = gave an assignment
act-assignment-ended = ended an assignment
act-front-arranged = arranged the front page
act-front-planned = planned a front page
act-front-unplanned = dropped a planned front page
act-banner-set = set the breaking line
act-banner-ended = ended the breaking line

## Pictures and documents at the desk
media = Pictures and documents
media-picture = Picture
media-document = Document
media-removal = Take away for good?
media-inside = Pictures are decoded inside the server, without bounds of memory and time, because the settings say so (media.decoder). Ask whoever runs the server to change that.
media-hand-in = Hand in pictures or documents
media-hand-in-how = Several at once, up to 30 MB each: JPEG, PNG, WebP and GIF, and as downloads PDF and office documents. Of pictures only the pixels are kept: place, camera and names go. If the line breaks, choose the same files again and they go on where they stopped.
media-send = Hand in
media-waiting = Waits for its turn
media-coming = On its way
media-failed = The line broke. What has come is kept.
media-again = Go on
media-describe = Describe it
media-handed = What you handed in
media-did-new = is in the library.
media-did-known = was in the library already.
media-did-removed = It was taken away, with everything that was made of it.
media-did-saved = Saved. Stories that use it keep the words they have.
media-did-focused = The crops keep this point now.
media-is-used = A story uses this, so it stays.
media-refused-bytes = was not taken: it is larger than 30 MB.
media-refused-empty = was not taken: there is nothing in it.
media-refused-pixels = was not taken: it has more than 50 million pixels. Make it smaller first.
media-refused-broken = was not taken: it is damaged and cannot be read as a picture.
media-refused-cut-off = was not taken: its end is missing. Copy it anew from where it came from.
media-refused-slow = was not taken: reading it took too long.
media-refused-memory = was not taken: reading it took too much memory.
media-refused-both = was not taken: it is a picture or paper and a web page, program or archive in one file.
media-refused-svg = was not taken: drawings as SVG can hold programs. Save it as PNG.
media-refused-html = was not taken: it is a web page.
media-refused-heic = was not taken: few browsers show this kind of photograph. Save it as JPEG.
media-refused-film = was not taken: sound and film are not kept here.
media-refused-macros = was not taken: it holds a program, or is of an old kind that may hold one. Save it as PDF, DOCX, XLSX or PPTX.
media-refused-kind = was not taken: it is no picture and no document of a kind that is kept here.
media-words = Words, credit or file name
media-person = Handed in by
media-since = From
media-until = To
media-only = Only
media-only-all = all
media-only-lacking = without an alternative text
media-only-unused = in no story
media-only-used = in a story
media-all = Show all
media-pictures = Pictures
media-empty = No picture yet. Hand in the first one above: it is stripped of place, camera and names on the way.
media-none = No picture fits. Fewer words find more.
media-lacks-alt = Alternative text missing
media-pick = Take this one
media-pick-how = Choose the picture for your story. Without script, write its number into the story's form.
media-number = Number
media-older = Older pictures
media-documents = Documents
media-documents-how = Readers can only download these. What is inside them stays as it was handed in.
media-title = Title
media-kind = Kind
media-kilobytes = Kilobytes
media-when = Handed in
media-back = All pictures and documents
media-stripped = Only pixels are kept of it. The file as it was handed in is gone, with its place, camera and names.
media-words-how = Each story begins with these words and can change them for itself.
media-in-ar = In Arabic
media-in-en = In English
media-alt = Alternative text
media-alt-how = The alternative text says what is to be seen, for those who do not see it. No story is published with a picture that has none.
media-caption = Caption
media-credit = Credit
media-save = Save
media-focus = The point that matters
media-focus-how = Cards and previews show a part of the picture, around this point. Click on the picture, or write how far the point lies from the left and from the top, in hundredths.
media-focus-click = Choose the point by a click on the picture
media-focus-x = From the left
media-focus-y = From the top
crop-card = On cards
crop-preview = In previews on other sites
media-uses = Stories that use it
media-unused = No story uses it.
media-draft = Draft
media-not-printed = not in print
media-used-how = What is in print, or ever was, stays in the library.
media-remove = Take it away…
media-remove-now = Take it away for good
media-removal-how = The file and every size that was made of it will be deleted. Nobody can bring it back. Copies that readers' browsers keep may live on for a year.
media-keep = Keep it
media-download = Download
media-document-caveat = Unlike pictures, a document keeps what is inside it: its author's name, earlier versions, comments, places. Remove that in the program it was made with before you hand it in.
media-title-ar = Title in Arabic
media-title-en = Title in English
media-document-how = To let readers download it, link to this address in a story:
paper-pdf = PDF
paper-docx = Text (DOCX)
paper-xlsx = Tables (XLSX)
paper-pptx = Slides (PPTX)
paper-odt = Text (ODT)
paper-ods = Tables (ODS)
paper-odp = Slides (ODP)

## Signing in, one's own account, who works here
desk-with-passkey = Sign in with a passkey
desk-or-password = or with a password
desk-passkey-failed = That did not work. Try once more, or use a password.
desk-code = Code
desk-code-how = Only if you set one up: the code your app shows now, or a recovery code.
again = Is it you?
again-why = What you want to do could do great harm, so please show once more who you are. It holds for ten minutes.
again-with-passkey = Show a passkey
again-go-on = Go on
account = Your account
account-me = You
account-name = Name, as colleagues see it
account-mail = Mail address
account-mail-how = For notices when a new browser signs in as you. May be left empty.
account-mail-wrong = A name is needed, and the mail address must be one or empty.
account-lang = Language of the desk
account-save = Save
account-ways = Ways in
account-ways-how = A passkey is safest: it cannot be guessed, and no false page can ask it of you. A password needs a second factor beside it.
account-prove = Show who you are, to change these
account-passkeys = Passkeys
account-passkey = Passkey
account-no-passkeys = You have none.
account-added = added
account-used = last used
account-remove = Remove
account-passkey-name = Name of the device
account-passkey-example = My phone
account-passkey-add = Add a passkey
account-passkey-script = Passkeys need scripts to be on in your browser.
account-passkey-address = Passkeys need an encrypted address with a name; this newsroom's address (site.url) has none.
account-has-password = You have a password. A new one ends your other sessions.
account-no-password = You have none, which is well if you have passkeys on two devices.
account-new-password = New password
account-set-password = Set the password
password-how = At least 12 characters; four or five words that belong together only for you are best.
password-again = The same once more
password-short = A password has 12 to 256 characters.
password-differs = The two are not the same.
password-common = That is among the first that are tried: a common word, a row of keys, or your own name. Take a few words more.
second = Second factor
account-has-second = Your password takes a code from your app.
codes-left = { $count ->
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
account-no-second = Your password alone is enough to sign in as you. An app on your phone changes that.
account-second-idle = It stands beside a password; a passkey needs none.
account-set-second = Set up an app
account-other-app = Set up another app
account-new-codes = New recovery codes
account-end-second = Take the app off
account-sessions = Where you are signed in
account-sessions-how = End what you do not know, then set another password.
account-browser = A browser
account-here = here
account-seen = last seen
account-end-session = End
account-end-sessions = End all others
account-back = Back to your account
account-did-saved = Saved.
account-did-nothing = There was nothing to do.
account-did-password = The password is set, and your other sessions have ended.
account-did-passkey-added = The passkey is added.
account-did-passkey-failed = The passkey could not be added. Try once more.
account-did-passkey-last = That is your only way in. Add another first.
account-did-passkey-removed = The passkey is removed.
account-did-second-late = That took too long. Begin anew.
account-did-second-ended = The app is taken off; your password alone is enough now.
account-did-sessions-ended = Signed out there.
way-passkey = with a passkey
way-password = with a password
way-second = with a password and a code
way-recovery = with a recovery code
second-needed = This newsroom asks everybody for a second factor. Set it up, or add a passkey to your account.
second-scan = Open an app for codes on your phone (any that knows TOTP) and let it read this square.
second-qr = A square code for your app. The same as letters stands below.
second-type = Or type this into the app:
second-open = Open the app on this device
second-code = Then type the code that the app shows
second-set = Set up
second-wrong = That code does not fit. Wait for the next one; your device's clock must be right.
codes = Your recovery codes
codes-how = Each signs you in once, in the place of the app's code, when your phone is gone. Write them down or print them now: they are not shown again.
codes-kept = I have kept them
people = People
people-name = Name
people-role = Role
people-stand = State
people-seen = Last seen
people-out = kept out
people-invited = invited
people-no-way = has no way in
people-works = works here
people-invite = Take somebody on
people-invite-how = They get a link that works once, within three days, and choose there how they sign in.
people-mail-how = If mail is set up, the link is sent there. Notices follow. May be left empty.
people-invite-do = Make the link
people-wrong = A login is 2 to 40 letters, digits, dots or hyphens; the mail address must be one or empty.
people-taken = Somebody has that login already.
people-limits = Only these languages and sections
people-limits-how = For stories and for what readers say about them. Mark nothing for no limit; an admin has none.
people-link = Link
people-link-for = The link for { $what } is shown this once. Hand it over so that nobody else reads it.
people-link-sent = It was sent by mail too.
people-passkeys = { $count ->
    [0] no passkey
    [one] 1 passkey
   *[other] { $count } passkeys
}
people-did = What they did
people-done-to = What was done about them
people-self = This is you: another admin sets your role and limits.
people-post = Role and limits
people-set = Set
people-entry = Coming in
people-link-how = A new link is for who lost their phone or password. When it is used, the old ways in are gone.
people-link-new = New one-time link
people-end-sessions = Sign out everywhere
people-keep-out = Keep out
people-is-out = They can no longer sign in. What they did stays.
people-let-in = Let in again
people-did-set = The role and limits are set.
people-did-own = Nobody does that to themselves: ask another admin.
people-did-out = They are kept out, and signed out everywhere.
people-did-in = They may come in again.
people-did-sessions = They are signed out everywhere.
role-reporter = Reporter
role-editor = Editor
role-moderator = Moderator
role-admin = Admin
welcome = Welcome to the desk
welcome-login = Your login is
welcome-passkey = With a passkey
welcome-passkey-how = Your phone or computer keeps it and opens it with your finger, face or code. Best of all.
welcome-passkey-do = Make a passkey and come in
welcome-password = With a password
welcome-password-do = Set the password and come in
welcome-gone = This link no longer works
welcome-gone-how = It was used, or its three days are over. Ask whoever sent it for a new one.
act-link-made = made a one-time link
act-arrived = came by a one-time link
act-role-set = set role and limits
act-let-in = let in again
act-sessions-ended = ended sessions
act-passkey-added = added a passkey
act-passkey-removed = removed a passkey
act-second-set = set up a second factor
act-second-ended = took the second factor off
act-codes-made = made recovery codes
byline-removed = A byline was removed from this revision on { $what }, to protect somebody. Its hash is that of the text as it stands now.
bylines = Bylines
bylines-how = Who writes under a name that readers see. Protect whoever is in danger: the name goes from every page.
bylines-protected = Protected
bylines-since = since
bylines-lift = Lift
bylines-lift-how = Lifting gives the person's page back. What was taken out of stories stays out.
bylines-none = Nobody writes under a byline yet.
bylines-protect = Protect
bylines-did-protected = Protected. Every page, feed and list is without the name from now on.
bylines-did-lifted = The protection is lifted.
bylines-did-taken = Somebody else has that address by now, so it could not be lifted.
protect = Protect this person
protect-what = The byline is taken out of stories, old revisions, feeds, lists, search and the data for machines; the person's page is gone, as if it never was. A signature under a text and a picture's credit go too, if they are the same name.
protect-stories = { $count ->
    [0] No story bears the name.
    [one] 1 story bears the name.
   *[other] { $count } stories bear the name.
}
protect-hash = The history of each of them says openly that a byline was removed, and when. The old hash goes too: with it, anybody could try out names until one fits.
protect-not = It cannot be undone in the stories. It does not reach a name inside a text, nor copies that others have made.
protect-sure = I mean it
protect-sure-missing = Say first that you mean it.
protect-do = Protect
subject-claim = Claim
subject-record = Entry of the record
subject-person = Person
act-protected = protected a person
act-protection-lifted = lifted a protection
requests = What waits for a second admin
requests-how = This newsroom wants two people for roles, one-time links, the protection of a person, and the removal of pictures and documents. What one asks, an admin who is somebody else confirms; after a week it is gone.
requests-none = Nothing waits.
requests-post = Role and limits for the account
requests-link = One-time link for the account
requests-protection = Protection of the person
requests-picture = Removal of the picture
requests-document = Removal of the document
requests-confirm = Confirm
requests-refuse = Take away
requests-did-asked = It waits for another admin now.
requests-did-confirmed = It is done.
requests-did-refused = It is taken away.
requests-did-not = That cannot be confirmed: it is your own, or waits no more.
act-asked = asked for a second admin
act-confirmed = confirmed what another asked
act-refused = took a request away
mail-new-browser-subject = A new browser signed in to your desk
mail-new-browser = A browser that never did before has signed in to the desk as { $what }.
mail-new-browser-when = When: { $what }
mail-new-browser-which = Browser: { $what }
mail-new-browser-not-you = If it was you, there is nothing to do. If not, end its session and set another password here, and tell an admin:
mail-truce-soon-subject = The record: a truce is to end on { $what }
mail-truce-soon = In the record, a truce is to end on { $what }.
mail-truce-due-subject = The record: did the truce until { $what } hold?
mail-truce-due = In the record, the end of a truce was set for { $what }. That day has come.
mail-truce-named = The truce: “{"\u2068"}{ $what }{"\u2069"}”
mail-truce-reckoned = Nobody stated this day. It is reckoned from the first day of the truce and its length.
mail-truce-assumed = Nobody stated this day. It is reckoned from the day on which the truce was made known and its length, so it may be off by some days.
mail-truce-look = Please look whether it held, was made longer, was replaced or ended, and say so at the desk:
mail-truce-never = A truce never ends by itself in the record: only a claim or an editor ends it. You get this mail because you may publish; it is sent once before and once at each end.
mail-invited-subject = Your link to the desk
mail-invited = Here you choose how you sign in to the desk. Your login is { $what }.
mail-invited-once = The link works once, within three days. Nobody needs to know it but you.

# The writing tool. What stands in [brackets] is filled in by its script.
editor-toolbar = Writing tools
editor-toolbar-keys = To the writing tools
editor-undo = Undo
editor-redo = Redo
editor-text = Paragraph
editor-h2 = Heading
editor-h3 = Subheading
editor-strong = Important (bold)
editor-short-strong = B
editor-em = Stressed (italic)
editor-short-em = I
editor-link = Link
editor-link-text = Text of the link
editor-link-remove = Remove the link
editor-quote = Quotation
editor-quote-source = Source of the quotation
editor-quote-who = Who said it
editor-quote-where = Address where it stands
editor-bullets = List
editor-numbers = Numbered list
editor-auto = Direction by the letters
editor-rtl = From right to left
editor-ltr = From left to right
editor-picture = Picture from the library
editor-picture-alt = What the picture shows
editor-picture-alt-hint = One sentence for those who do not see it. A story is not published without it.
editor-picture-alt-missing = Not yet said: what the picture shows
editor-picture-caption = Caption
editor-picture-credit = Who made it
editor-picture-change = Description and credit
editor-picture-remove = Take the picture out
editor-table = Table
editor-table-caption = Caption of the table
editor-table-rows = Rows, the heads included
editor-table-columns = Columns
editor-table-remove = Delete the table
editor-row-add = Add a row
editor-row-remove = Delete the row
editor-column-add = Add a column
editor-column-remove = Delete the column
editor-head-row = First row is heads
editor-head-column = First column is heads
editor-merge = Join cells
editor-split = Split the cell
editor-note = Note
editor-note-text = Words of the note
editor-note-hint = Stands under the text, with a number at this place. Addresses become links.
editor-note-marks-hint = Stands under the text, with a number at this place. If you change it, its bold and italic words become plain.
editor-card = Card of something elsewhere
editor-card-intro = A post, a film or a page elsewhere, in words. Readers load nothing from there.
editor-card-title = Title
editor-card-text = Its words
editor-card-text-hint = Quoted as they stand there; a new line begins a new paragraph.
editor-card-source = Source
editor-card-source-hint = If empty, the name of the site.
editor-card-change = Change the card
editor-more = More
editor-s = Struck through: no longer holds
editor-mark = Highlighted
editor-sup = Raised
editor-sub = Lowered
editor-code = What is typed
editor-small = Small print
editor-q = Short quotation
editor-cite = Name of a work
editor-bdi = Name in the other script
editor-abbr = Abbreviation
editor-abbr-title = In full
editor-pre = Keep spaces and lines
editor-rule = Break between two parts
editor-clear = Take marks off
editor-marks = Find hidden direction marks
editor-marks-found-one = One hidden mark.
editor-marks-found-other = Hidden marks: [n].
editor-marks-found-zero = No hidden marks.
editor-marks-found-two = Two hidden marks.
editor-marks-found-few = Hidden marks: [n].
editor-marks-found-many = Hidden marks: [n].
editor-marks-remove = Take all out
editor-marks-removed = The hidden marks are out.
editor-help = Keys
editor-key-list = List, at the start of a line
editor-key-numbers = Numbered list, at the start of a line
editor-key-heading = Heading, at the start of a line
editor-key-quote = Quotation, at the start of a line
editor-key-rule = Break between two parts
editor-key-break = New line in the same paragraph
editor-key-plain = Paste as plain text
editor-key-save = Save now
editor-address = Address
editor-address-wrong = This can be no link. Use an address that begins with https://, or an e-mail address.
editor-count-wrong = A whole number, at most [most].
editor-needed = This is needed.
editor-ok = Done
editor-cancel = Cancel
editor-close = Close
editor-remove = Remove
editor-words-zero = No words
editor-words-one = One word
editor-words-two = Two words
editor-words-few = [n] words
editor-words-many = [n] words
editor-words-other = [n] words
editor-words-chosen = Chosen: [chosen]. In all: [all].
editor-pictures-refused-zero = No pictures were left out.
editor-pictures-refused-one = A picture was left out: pictures come from the library, with their credit.
editor-pictures-refused-two = Two pictures were left out: pictures come from the library, with their credit.
editor-pictures-refused-few = [n] pictures were left out: pictures come from the library, with their credit.
editor-pictures-refused-many = [n] pictures were left out: pictures come from the library, with their credit.
editor-pictures-refused-other = [n] pictures were left out: pictures come from the library, with their credit.
editor-state-changed = Not saved yet
editor-state-saving = Saving …
editor-state-saved = Saved at [time]
editor-state-offline = No connection. Your text is kept in this browser and will be sent by itself.
editor-state-failed = The newsroom could not save. Your text is kept in this browser; it is tried again.
editor-state-signed-out = You are signed out. Your text is kept in this browser. Sign in in another window and it will be sent.
editor-state-closed = This story can no longer be written on. Your text is kept in this browser.
editor-state-browser-failed = This browser keeps no copy. Save before you close it.
editor-state-beaten = Somebody else saved
editor-found = Your unsaved text
editor-found-own = Your unsaved text of [time] is still in this browser.
editor-found-copy = What [by] had written, kept at [time].
editor-restore = Restore
editor-compare = Compare
editor-throw-away = Throw away
editor-now-here = As it stands now
editor-both = Both texts
editor-two-texts = There are two texts
editor-saved-between = [by] saved this story at [time], while you wrote.
editor-taken-over = [by] has been writing in your place since [time].
editor-nothing-lost = Nothing is lost: the text that you do not take is kept as a copy.
editor-yours = Yours
editor-theirs-of = By [by]
editor-take-mine = Take mine
editor-take-theirs = Take theirs
editor-go-on-reading = Only read
editor-somebody-writes = [by] is writing
editor-somebody-writes-since = [by] has been writing on this story since [time]. If you take over, they are told, and what they wrote is kept.
editor-take-over = Take over
editor-sign-out-unsaved = Your text is not saved at the newsroom
editor-sign-out-how = It stays in this browser, encrypted, and only you can open it when you sign in here again.
editor-sign-out-anyway = Sign out all the same

## The newsroom's settings
newsroom = Newsroom
newsroom-basics = Name and ways
newsroom-topics = Sections, tags, people
newsroom-look = Look
newsroom-words = Words and menus
newsroom-file = As a file
newsroom-saved = Saved. Readers see it with their next page.
newsroom-name = The paper
newsroom-paper = Name
newsroom-line = Line under the name
newsroom-description = What search engines and feeds say about it
newsroom-readers = Readers
newsroom-mail = Mail
newsroom-kept = How long things stay
newsroom-kept-how = What is kept no longer than it is needed cannot be taken from you. These times are part of the program.
choice-language = Language for readers whose browser asks for neither
choice-most-read = Show the most read stories on the front page
choice-yes = Yes
choice-no = No
choice-open-days = Days for which a story takes comments
choice-edit-minutes = Minutes for which writers may change their comment
choice-modes = Which comments wait for a moderator
choice-digest-to = The comments desk's daily digest goes to (addresses with commas)
choice-digest-hour = From which hour on, 0 to 23
choice-countries = Countries you write of most, by their codes, such as SY, LB: of places that share a name, theirs are suggested first
choice-security = Where holes in the site's safety are reported (mailto: or https:)
choice-empty-how = What you leave empty is taken from the server's settings file.
choice-wrong-site-default-language = The language is Arabic or English.
choice-wrong-site-most-read = The most read stories are shown or not.
choice-wrong-comments-open-days = The days for comments are a whole number.
choice-wrong-comments-edit-minutes = The minutes for changes are a whole number.
choice-wrong-mail-digest-to = The digest goes to mail addresses with commas between them.
choice-wrong-mail-digest-hour = The hour is a whole number from 0 to 23.
choice-wrong-record-countries = Countries are written as codes of two letters with commas between, such as SY, LB.
choice-wrong-site-security-contact = The address for reports cannot be used.
mail-by = Mail leaves by
mail-encrypted = encrypted
mail-own-machine = this machine
mail-from = from
mail-none = No mail server is set: no mail leaves.
mail-how = Server and password stand in the server's settings file, and the desk shows no password.
kept-what = What
kept-how-long = How long
kept-for-ever = until somebody removes it
kept-day = one day
kept-week = one week
kept-stories = Stories, their revisions and addresses
kept-networks = From which network a vote or comment came, as a mark under a key that dies
kept-mail = Mail addresses that commenters left
kept-mail-time = until the decision was told, at most 30 days
kept-codes = Confirmation codes that were spent
kept-codes-time = as long as a form can bear them
kept-outbox = Recipient and words of mail that was sent
kept-outbox-time = one day after it was sent
kept-changes = The sequence of changes that caches follow
kept-uploads = Files that were handed in only in part
kept-uploads-time = one day; what became of a file, one week
kept-comments = Comments, until they are erased
kept-ledger = The ledger of powers used
topics-section = Sections
topics-tag = Tags
topics-person = People
topics-empty = There is none yet. Stories are listed under these.
topic-new-section = New section
topic-new-tag = New tag
topic-new-person = New person
topic-name = Name
topic-other-language = In the other language
topic-untranslated = no name yet
topic-parent = Under
topic-top = no section, at the top
topic-position = Place in the order, from 0
topic-address = Address
topic-address-how = Left empty, the name makes the address. Old addresses lead to the new one for ever.
topic-role = Role
topic-about = One or two sentences
topic-nameless = Give it a name in at least one language.
topic-slug = An address is letters, digits and hyphens.
topic-taken = Another has that address, or it stands for one of our own pages.
topic-loop = A section cannot stand under itself.
tags-merge = Make one tag of two
tags-merge-how = { $count ->
    [one] { $count } story moves
   *[other] { $count } stories move
} to the tag you choose; this one ends, and its addresses lead there. This cannot be taken back.
tags-into = Becomes one with
tags-choose = choose a tag
tags-do-merge = Make them one
tags-merged = The two tags are one now.
mode-day = By day
mode-night = By night
token-paper = Paper
token-sheet = Second paper
token-ink = Ink
token-soft = Quiet ink
token-edge = Edges
token-rubric = Accent
token-pencil = Links and corrections
token-wash = note
token-mark = mark
token-added = what was added
token-removed = what was removed
look-how = Seven colours by day and by night, and the kind of type. Text needs a contrast of 4.5 with its paper, edges 3; a look that people cannot read is not kept.
look-faint = This cannot be read by everybody. Colours, contrast, and what is needed:
look-preview = This is how it would be. Nothing is kept yet.
look-see = Preview
look-keep = Keep
look-shipped = Back to the shipped look
look-type = Type
type-paper = Shipped headline faces, the system's book faces for text
type-book = The system's book faces: nothing is downloaded
type-plain = The system's plain faces: nothing is downloaded
look-logos = Logos
look-logos-how = A picture in place of the paper's name, at most 800 × 160 pixels, on paper by day and by night. Setting none brings the name back.
look-logo-set = The logo is set.
sample-kicker = Region
sample-headline = The bridge opens again
sample-text = After three months of repairs, lorries cross the river again.
sample-link = What was corrected
sample-facts = 8 November
words-which = Which words
words-about-ar = About, Arabic
words-about-en = About, English
words-method-ar = Method, Arabic
words-method-en = Method, English
words-contact-ar = Contact, Arabic
words-contact-en = Contact, English
words-footer-ar = Foot, Arabic
words-footer-en = Foot, English
words-title = Title
words-body = Text
words-body-how = An empty line begins a new paragraph. Marks of the text format, such as <h2> and <a href="…">, are taken; all else is left out.
words-preview = This is how it would be. Nothing is kept yet.
words-untitled = A page needs a title.
menus = Menus
menus-how = Links beside the sections and pages, which stand there by themselves. One link a line: its address, a space, its name. Addresses begin with / or https://.
menu-top-ar = At the head, Arabic
menu-top-en = At the head, English
menu-foot-ar = At the foot, Arabic
menu-foot-en = At the foot, English
menu-wrong = A line is no link: it begins with an address, then a space, then a name.
file-export = Take away
file-export-how = Choices, look, words, menus, sections, tags and people in one file. No password, account, story or picture is in it.
file-download = Download newsroom.toml
file-import = Take in
file-import-how = What the file says is set; what it is silent about stays. Try it first: that changes nothing.
file-which = File
file-try = Try
file-take = Take it in
file-wrong = The file is not taken:
file-tried = The file is right. Nothing is changed yet. It has:
file-taken = The file was taken in. It had:
file-choices = Choices
file-words = Words
file-menus = Menus
file-topics = Sections, tags, people

## The last day of comments and votes
moderation-day = The last day
day-how = What readers sent in the last 24 hours, hour by hour. Held and spam are counted by what they are now.
day-votes = Votes
day-comments = Comments
day-held = Held
day-spam = Spam
day-total = in all
day-top = Most in an hour:
day-most-at = most in the hour from
day-none = none in the last day
day-hours = The hours
day-from = From
desk-alarms = { $count ->
    [one] { $count } alarm
   *[other] { $count } alarms
}
queue-way = Way
queue-any-way = any way
queue-way-known = known browser
queue-way-work = browser worked
queue-way-code = code
queue-way-question = question
queue-way-lane = without a code
queue-way-import = old archive
queue-way-staff = newsroom
queue-lang = Language
queue-any-lang = both languages
queue-same-net = { $count ->
    [one] { $count } more from this network today
   *[other] { $count } more from this network today
}
queue-story-history = What was done about the story

## The words of the record's closed lists
word-kind-casualty = Toll
word-kind-named-victim = Victim by name
word-kind-control-change = Change of control
word-kind-truce = Truce
word-kind-truce-term = Term of a truce
word-kind-truce-breach = Breach of a truce
word-kind-talks = Talks
word-kind-statement = Statement
word-kind-displacement = Displacement
word-kind-detention = Detention
word-kind-attack = Attack
word-kind-protest = Protest
word-modality-reported-as-fact = reported as fact
word-modality-claimed = claimed by who did it
word-modality-alleged = alleged
word-modality-suspected = suspected
word-modality-suspected-by-authorities = suspected by the authorities
word-modality-possible = possible
word-modality-planned = planned
word-modality-hypothetical = hypothetical
word-modality-background = background
word-polarity-affirms = says it is so
word-polarity-denies = denies it
word-polarity-corrects = corrects it
word-flag-party-conflict = Headline and text name different parties.
word-flag-term-count-mismatch = The text gives another number of terms than were found.
word-flag-year-inferred = The day has no year; it was taken from the day of publication.
word-flag-start-assumed = The start of the truce is not told; it is reckoned from the announcement.
word-flag-restates = The same source said the same before, more or less exactly.
word-flag-period-not-stated = The counter does not say which time the total covers.
word-flag-source-unnamed = Nobody is named as the source.
word-flag-place-ambiguous = The name may mean several places.
word-flag-place-unknown = The name is in no gazetteer.
word-flag-number-is-total = The number is a total, not an incident.
word-flag-killed-and-wounded-unsplit = One number for killed and wounded.
word-flag-modality-weak = There is doubt in the sentence.
word-flag-minor = A child is named or counted.
word-harm-killed = killed
word-harm-injured = injured
word-harm-missing = missing
word-harm-abducted = abducted
word-harm-detained = detained
word-harm-displaced = displaced
word-harm-casualties-unspecified = killed or injured, one number
word-qualifier-exact = exactly
word-qualifier-at-least = at least
word-qualifier-more-than = more than
word-qualifier-at-most = at most
word-qualifier-up-to = up to
word-qualifier-about = about
word-qualifier-between = between
word-qualifier-fewer-than = fewer than
word-qualifier-vague = a vague word
word-qualifier-unknown = not said
word-unit-persons = persons
word-unit-families = families
word-victim-status-civilian = civilians
word-victim-status-combatant = combatants
word-victim-status-mixed = both
word-victim-status-unknown = not known
word-group-women = women
word-group-men = men
word-group-children = children
word-group-infant = infants
word-group-elderly = elderly people
word-group-medical = medical staff
word-group-aid = aid workers
word-group-journalist = journalists
word-group-teacher = teachers
word-group-rescuer = rescuers
word-group-prisoner = prisoners
word-cause-air-strike = air strike
word-cause-drone-strike = drone strike
word-cause-shelling-artillery-missile = shelling, artillery or missile
word-cause-ground-clash = ground clash
word-cause-small-arms = small arms
word-cause-ied-landmine = bomb or mine
word-cause-suicide-bomb = suicide bomb
word-cause-chemical = chemical weapon
word-cause-execution = execution
word-cause-torture = torture
word-cause-siege-deprivation = siege and want
word-cause-abduction = abduction
word-scope-incident = one incident
word-scope-period-total = total of a period
word-scope-running-total = toll so far
word-stance-says = says so
word-stance-denies = denies it
word-stance-confirms = confirms it
word-stance-cannot-confirm = could not confirm it
word-source-kind-belligerent-state = warring state
word-source-kind-belligerent-nonstate = armed group
word-source-kind-government = government
word-source-kind-un-body = United Nations body
word-source-kind-monitor-ngo = monitoring group
word-source-kind-rights-ngo = human rights group
word-source-kind-medical = medical source
word-source-kind-civil-defence = civil defence
word-source-kind-local-official = local official
word-source-kind-resident-witness = resident or witness
word-source-kind-activist = activist
word-source-kind-family = family
word-source-kind-media-outlet = news outlet
word-source-kind-expert = expert
word-source-kind-unnamed-sources = unnamed sources
word-scale-local = local
word-scale-subnational = of a province
word-scale-national = national
word-scale-regional = regional
word-scale-international = international
word-scale-other = other
word-scale-undisclosed = undisclosed
word-status-suggested = taken back
word-status-confirmed = confirmed
word-status-corrected = corrected
word-status-rejected = rejected
word-status-superseded = superseded
word-status-retracted = retracted
word-precision-instant = to the minute
word-precision-day = to the day
word-precision-few-days = to a few days
word-precision-week = to the week
word-precision-month = to the month
word-precision-quarter-season = to the season
word-precision-year = to the year
word-precision-longer = to more than a year
word-precision-before = before that day
word-precision-after = after that day
word-basis-explicit = the text says it
word-basis-relative-to-publication = reckoned from the day of publication
word-basis-relative-to-event = reckoned from another event
word-basis-inferred = concluded
word-calendar-gregorian = Gregorian
word-calendar-hijri = Hijri
word-stay-exact-site = exact site
word-stay-settlement = town or village
word-stay-near-settlement = near a town or village
word-stay-part-of-area = part of an area
word-stay-adm3 = sub-district
word-stay-adm2 = district
word-stay-adm1 = governorate or province
word-stay-line-border = along a border
word-stay-sea-air = at sea or in the air
word-stay-country = country
word-place-role-happened-at = it happened there
word-place-role-covers = it holds there
word-place-role-from = from there
word-place-role-to = to there
word-place-role-headquarters = led from there
word-actor-role-perpetrator-known = did it
word-actor-role-perpetrator-suspected = is suspected of it
word-actor-role-claimed-by = says that it did it
word-actor-role-denied-by = says that it did not do it
word-actor-role-target = target
word-actor-role-from-actor = lost the place
word-actor-role-to-actor = took the place
word-actor-role-party = party
word-actor-role-mediator = mediator
word-actor-role-guarantor = guarantor
word-actor-role-monitor = monitor
word-actor-role-host = host
word-actor-role-obliged = bound by the term
word-actor-role-beneficiary = gains by the term
word-actor-role-alleged-by = alleges the breach
word-actor-role-accused = accused of the breach
word-actor-role-participant = takes part
word-actor-role-speaker = speaker
word-truce-class-truce = truce
word-truce-class-humanitarian-pause = humanitarian pause
word-truce-class-cessation-of-hostilities = cessation of hostilities
word-truce-class-preliminary-ceasefire = preliminary ceasefire
word-truce-class-definitive-ceasefire = definitive ceasefire
word-truce-class-evacuation = evacuation
word-truce-class-local-reconciliation = local reconciliation
word-declaration-unilateral = by one side
word-declaration-bilateral = by two sides
word-declaration-multilateral = by more than two
word-form-verbal = by word
word-form-written = on paper
word-form-unknown = not said
word-purpose-peace-process = peace talks
word-purpose-humanitarian = aid
word-purpose-evacuation = evacuation
word-purpose-exchange = exchange
word-purpose-holiday = feast or holiday
word-purpose-election = vote
word-purpose-military = military
word-purpose-unknown = not said
word-truce-event-announced = announced
word-truce-event-agreed = agreed
word-truce-event-in-force = began to hold
word-truce-event-extended = extended
word-truce-event-ended = ended
word-truce-event-collapsed = collapsed
word-truce-event-replaced = replaced
word-truce-event-denied = denied
word-truce-state-reported = reported
word-truce-state-agreed = agreed
word-truce-state-in-force = in force
word-truce-state-extended = extended
word-truce-state-contested = contested
word-truce-state-ended = over
word-truce-state-denied = denied
word-term-type-stop-offensive = no offensives
word-term-type-stop-shelling = no shelling
word-term-type-crossing-open = crossings open
word-term-type-goods-aid = goods and aid pass
word-term-type-wounded-passage = the wounded pass
word-term-type-prisoner-exchange = exchange of prisoners
word-term-type-withdrawal = withdrawal
word-term-type-evacuation = evacuation
word-term-type-return = return
word-term-type-monitoring = monitoring
word-term-type-other = something else
word-breach-reply-admitted = admits it
word-breach-reply-denied = denies it
word-breach-reply-none = says nothing
word-control-mode-by-force = by force
word-control-mode-without-fight = without a fight
word-control-mode-negotiated = by agreement
word-control-mode-withdrawal = by withdrawal
word-control-mode-unstated = not said
word-extent-whole = all of it
word-extent-part = a part of it
word-extent-outskirts = its outskirts
word-control-status-claimed = claimed
word-control-status-confirmed = confirmed
word-control-status-contested = contested
word-control-status-reversed = taken back
word-talks-round = round of talks
word-talks-meeting = meeting
word-talks-letter = letter
word-talks-statement = statement
word-talks-resolution = resolution
word-comparability-same = count the same
word-comparability-period-differs = another period
word-comparability-area-differs = another area
word-comparability-definition-differs = something else is counted
word-comparability-perpetrator-differs = others did it
word-comparability-not-stated = one does not say
word-grade-confirmed = confirmed
word-grade-fair = fair
word-grade-weak = weak
word-grade-contested = contested
word-grade-discounted = discounted
word-object-source = Source
word-object-actor = Actor
word-object-place = Place
word-object-event = Event
word-object-figure = Figure
word-object-truce = Truce
word-object-control = Change of control
word-object-talks = Talks
word-end-reason-expired = it ran out
word-end-reason-collapsed = it collapsed
word-end-reason-replaced = another stands in its place
word-end-reason-withdrawn = a party withdrew
word-end-reason-fulfilled = it was fulfilled
word-end-reason-never-started = it never began
word-end-reason-unknown = not known
word-inter-0 = not said yet
word-inter-1 = state forces
word-inter-2 = rebels
word-inter-3 = political militia
word-inter-4 = identity militia
word-inter-5 = rioters
word-inter-6 = protesters
word-inter-7 = civilians
word-inter-8 = external and other forces

## The readers' pages of the record
record = The record
record-says = Who said what, about which place and day, with which figure, in which sentence. Claims stand side by side; nothing is added up, and the newsroom does not say which is right.
record-claims = Claims
record-ask = Ask the record
record-words = Words of the sentence
record-place = Place
record-actor = Actor
record-source = Who says it
record-kind = Kind
record-all-kinds = All kinds
record-from = From
record-until = Until
record-show = Show
record-pages = Pages of claims
record-nothing = No claim answers this question. Leave a field empty to see more.
record-nothing-called = Nothing in the record is called “{ $what }”.
record-several-called = Others are called “{ $what }” too:
record-sentence = The sentence
record-sentence-withheld = The sentence is withheld, to protect people.
record-sentence-lost = The story was edited since; this is the sentence as it was when the claim was confirmed.
record-note = Note:
record-says-what = What it says
record-side-by-side = All figures side by side
record-of-truce = The whole truce
record-beside = What others say of the same
record-history = History
record-confirmed-how = An editor confirmed that the sentence says this. Whether it is so is for its source to answer.
record-retracted = This claim was taken back
record-superseded = A later claim stands here
record-retracted-on = Taken back on { $what }. It no longer stands in the record.
record-superseded-on = Replaced on { $what }.
record-later = The later claim
record-who = Who says it
record-sources = Sources
record-surely = How surely
record-affirms = Stance
record-where = Where
record-when = When
record-actors = Who is named
record-harm = What happened
record-victims = Victims
record-age = Age
record-occupation = Occupation
record-mode = How
record-extent = How much of it
record-state = How sure
record-asks = What it asks
record-term-number = Term number
record-reply = The accused
record-talks = Form
record-outcome = Outcome
record-cause = By what
record-target = Target
record-about-what = About
record-number = Number
record-among = Among them
record-scope = Counts
record-truce-class = Kind of truce
record-declaration = Declared
record-form = Form
record-purpose = Purpose
record-announced = Announced
record-effective = Began
record-duration = Length
record-stated-end = Last day, as stated
record-stated-terms = Terms, by the text
record-harm-of = { $harm }: { $what }
record-vague = { $harm }: “{ $what }”
record-number-unknown = { $what }: number not said
record-quoted = “{ $what }”
record-not-said = not said
record-at-least = at least { $what }
record-more-than = more than { $what }
record-at-most = at most { $what }
record-up-to = up to { $what }
record-fewer-than = fewer than { $what }
record-about = about { $what }
record-between = between { $low } and { $high }
record-some-killed = { $count } killed
record-some-injured = { $count } injured
record-some-missing = { $count } missing
record-some-abducted = { $count } abducted
record-some-detained = { $count } detained
record-some-displaced = { $count } displaced
record-some-casualties-unspecified = { $count } killed or injured
record-some-families = { $count ->
    [one] { $count } family
   *[other] { $count } families
}
record-of-killed = { $count } killed
record-of-injured = { $count } injured
record-of-missing = { $count } missing
record-of-abducted = { $count } abducted
record-of-detained = { $count } detained
record-of-displaced = { $count } displaced
record-of-casualties-unspecified = { $count } killed or injured
record-of-families = { $count ->
    [one] { $count } family
   *[other] { $count } families
}
record-when-before = before { $what }
record-when-after = after { $what }
record-when-since = from { $what } on
record-when-until = until { $what }
record-when-year = in { $what }
record-when-range = { $from } to { $to }
record-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
record-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
record-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
record-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
record-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
record-who-paper = the paper itself tells it
record-who-says = according to { $what }
record-who-denies = denied by { $what }
record-who-confirms = confirmed by { $what }
record-who-cannot-confirm = { $what } could not confirm it
record-who-said = { $first }, citing { $then }
record-who-cited = { $first }, who cites { $then }
record-who-undisclosed = a source that is not disclosed
record-who-nobody = nobody named
record-and = { $first } and { $then }
record-comma = { $first }, { $then }
record-there = { $what } in { $place }
record-place-unknown = A place
record-control-passes = { $place } passes from { $from } to { $to }
record-control-to = { $place } is held by { $to }
record-control-from = { $place } is lost by { $from }
record-control-changes = { $place } changes hands
record-breach-alleged = { $by } accuses { $accused } of breaking the truce
record-breach-of = { $accused } is accused of breaking the truce
story-in-record = In the record

## The record's desk
rdesk = Record
rdesk-story = Claims of a story
rdesk-what = What
rdesk-said-by = Said by
rdesk-who = Who
rdesk-where = Where
rdesk-when = When
rdesk-how-sure = How sure
rdesk-together = Belongs to
rdesk-notes = Notes and reason
rdesk-wrong-word = That is not in the list.
rdesk-wrong-number = That is no number from zero up.
rdesk-wrong-day = That is no day: write it as 2026-11-20.
rdesk-wrong-who = It is not clear who or what is meant.
rdesk-wrong-role = Say what they are to it.
rdesk-wrong-several = Several places are called so. Choose one.
rdesk-wrong-no-place = No gazetteer knows that name. To add the place, write where it lies under “more”.
rdesk-wrong-degrees = Write degrees north and east, such as 35.75 and 40.75.
rdesk-fault-sentence = It does not say which sentence it stands in.
rdesk-fault-kind = What it says is not of its kind.
rdesk-fault-numbers = The numbers contradict each other: the least must not be above the most, and no group above the total.
rdesk-fault-days = The last day is before the first.
rdesk-not-said = not said
rdesk-nothing = nobody and nothing
rdesk-nobody = nobody is named
rdesk-own-group = on its own
rdesk-none = none
rdesk-as-new = new: { $what }
rdesk-place-unknown = unknown, left out: { $what }
rdesk-mode = How
rdesk-extent = How much of it
rdesk-standing = Standing
rdesk-terms = What the term asks
rdesk-term-number = Number of the term
rdesk-reply = The accused
rdesk-talks = Kind of talks
rdesk-count = How many
rdesk-outcome = About, or what came of it
rdesk-cause = By what
rdesk-target = What was hit
rdesk-about = For or against what
rdesk-force = Force was used against it
rdesk-content = The words
rdesk-harm = What happened
rdesk-qualifier = Number is
rdesk-low = At least
rdesk-high = At most
rdesk-point = About
rdesk-status = Who they were
rdesk-scope = What it covers
rdesk-unit = Counted in
rdesk-victims = As the text calls them
rdesk-vague = The vague word
rdesk-among = Among them
rdesk-name = Name as in the text
rdesk-age = Age
rdesk-occupation = Occupation
rdesk-name-ar = Name in Arabic
rdesk-name-en = Name in English
rdesk-minor = A child: withheld at first
rdesk-truce-event = What happened to it
rdesk-announced = Made known on
rdesk-effective = Holds from
rdesk-duration = Length, such as P1M
rdesk-stated-end = Ends on, as said
rdesk-stated-terms = Terms, as said
rdesk-truce-class = Kind of truce
rdesk-declaration = Declared
rdesk-agreement = Form
rdesk-purpose = Purpose
rdesk-source = Source
rdesk-other-name = Another: name
rdesk-stance = Stance
rdesk-source-kind = Kind of source
rdesk-scale = How far it sees
rdesk-said-on = Said on
rdesk-actor = Actor
rdesk-role = Role
rdesk-place = Place
rdesk-precision = How exactly
rdesk-lat = Degrees north
rdesk-lon = Degrees east
rdesk-first-day = First day
rdesk-last-day = Last day
rdesk-basis = Taken from
rdesk-calendar = Calendar
rdesk-modality = The text tells it as
rdesk-polarity = The source
rdesk-group = Same event or figure as
rdesk-restates = Repeats
rdesk-supersedes = Stands in the place of
rdesk-note-ar = Note for readers, Arabic
rdesk-note-en = Note for readers, English
rdesk-reason = Why it was put right; readers see it
rdesk-role-attribution = source
rdesk-role-date = time
rdesk-role-place = place
rdesk-role-number = number
rdesk-role-party = actor
rdesk-role-claim = claim
rdesk-role-also = again
rdesk-said-confirmed = Confirmed.
rdesk-said-rejected = Rejected.
rdesk-said-undone = Taken back; it waits again.
rdesk-said-gone = Somebody else decided on that one meanwhile, or the text changed.
rdesk-said-same = They stand together now.
rdesk-said-apart = They stay apart; it will not be asked again.
rdesk-undo = Undo
rdesk-is-same = Is this the same as
rdesk-same = The same
rdesk-other = Another
rdesk-text = Text of the story
rdesk-to-story = The story at the desk
rdesk-missed = Missed claim
rdesk-sentence = Sentence
rdesk-kind = Kind
rdesk-fill-in = Fill in the form
rdesk-found-by-you = found by you
rdesk-confirm = Confirm
rdesk-reject = Reject
rdesk-because = because
rdesk-before = Previous
rdesk-after = Next
rdesk-other-kind = It is a claim of another kind
rdesk-nothing-waits = Nothing waits
rdesk-nothing-waits-how = Every suggestion is decided on. What the machine missed can still be taken from the text.
rdesk-suggestions = Suggestions
rdesk-taken = Claims of this story
rdesk-open = Open
rdesk-add = Add
rdesk-more-fields = More
rdesk-key-move = next, previous suggestion
rdesk-key-slot = opens a part of the form
rdesk-key-leave = leaves the form, so that keys decide
rdesk-search = Search all claims
rdesk-found = Claims found
rdesk-none-found = No claim has these words.
rdesk-due = Truces to be checked
rdesk-due-on = was to end on { $what }
rdesk-stories = Stories with suggestions
rdesk-best = likeliest { $what }%
rdesk-questions = Is this the same?
rdesk-questions-how = Nothing is put together by itself.
rdesk-lost = Lost words
rdesk-lost-how = After an edit the words of these claims are no longer in the story.
rdesk-pace = Seconds for a confirmed claim
rdesk-pace-how = From opening to decision, over the last 30 days.
rdesk-pace-none = Nothing was confirmed yet.
rdesk-pace-claims = Claims
rdesk-pace-median = Half within
rdesk-pace-slow = Nine in ten within
rdesk-waiting = { $count ->
    [one] 1 suggestion waits
   *[other] { $count } suggestions wait
}
rdesk-unlikely = { $count ->
    [one] 1 more, unlikely
   *[other] { $count } more, unlikely
}
rdesk-wrong = { $count ->
    [one] One field cannot be taken as it is. Nothing is lost.
   *[other] { $count } fields cannot be taken as they are. Nothing is lost.
}
rdesk-lost-count = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
rdesk-claim = Claim
rdesk-group-page = Group of claims
rdesk-is-withheld = withheld
rdesk-its-group = its group
rdesk-out-of-reach = Some of these claims are of stories outside your languages or sections. Only an editor of all of them changes what they make together.
rdesk-elsewhere = { $count ->
    [one] 1 more claim, of a story that is not yours to see
   *[other] { $count } more claims, of stories that are not yours to see
}
rdesk-in-ledger = in the ledger
rdesk-is-lost = Some of its words are no longer in the story. Choose the sentence where it stands now, or take it back.
rdesk-stands-in = Stands in
rdesk-as-it-is = where it stands
rdesk-correct = Put it right
rdesk-wrong-reason = Give a reason; readers see it.
rdesk-wrong-name = A name is needed, in Arabic or English.
rdesk-wrong-end = Say why it ended.
rdesk-withholding = Withholding
rdesk-withholding-how = A withheld claim is nowhere to be seen for readers, and in no file.
rdesk-withholding-thing = What is withheld is shown nowhere; claims that name it go on without its name.
rdesk-why = Why (only the desk sees it)
rdesk-why-public = Why (readers see it)
rdesk-withhold = Withhold
rdesk-show = Let readers see it
rdesk-move = Move
rdesk-retract = Take back
rdesk-retract-how = The address stays and says that the claim was taken back, and why.
rdesk-retract-do = Take the claim back
rdesk-versions = Versions
rdesk-said-corrected = The claim is put right.
rdesk-said-retracted = The claim is taken back.
rdesk-said-withheld = It is withheld.
rdesk-said-shown = Readers may see it.
rdesk-said-moved = It stands in another group now.
rdesk-said-saved = Saved.
rdesk-said-added = Added. Stories that name it are read so from now on.
rdesk-said-merged = Merged. Everything that named the other names this one.
rdesk-said-parted = Parted. Everything says what it said before.
rdesk-merge = Merge
rdesk-merge-with = Merge with another
rdesk-merge-how = If two entries are one and the same, one stays: it gets the names of the other, and every claim that names the other names it. Older versions stay, and readers who follow an old address come to the one that stays.
rdesk-merge-search = Another, by any of its names
rdesk-merge-none = None by that name.
rdesk-merge-which = Are these two one and the same, and which stays?
rdesk-merge-keep = Keep
rdesk-merge-do = They are one: merge
rdesk-merge-claims = { $count ->
    [0] No claim names it
    [one] One claim names it
   *[other] { $count } claims name it
}
rdesk-merge-not-two = Choose two different entries of one kind, and which of them stays. Nothing was changed.
rdesk-merge-gone = One of them was merged into another before. Nothing was changed.
rdesk-merge-withheld = One of them is withheld and the other is not. Withhold both or show both first. Nothing was changed.
rdesk-merge-too-many = More than 5,000 claims name the one that would go. Keep that one. Nothing was changed.
rdesk-merge-changed = They cannot be parted any more: something that the merger touched has changed since, or it came with a file. Nothing was changed.
rdesk-merged-into = This entry was merged into
rdesk-part = Part them again
rdesk-part-how = As long as nothing else was done to what the merger touched, everything says again what it said before.
rdesk-add-source = Add a source
rdesk-add-actor = Add an actor
rdesk-add-place = Add a place
rdesk-add-how = With its name in both languages, or with other names, it is found in stories at once. Short forms such as an acronym are other names.
rdesk-sources = Sources
rdesk-actors = Actors
rdesk-places = Places
rdesk-name-search = Any of its names
rdesk-no-things = Nothing here yet: names come with confirmed claims.
rdesk-aliases = Other names, one a line
rdesk-same-as-actor = It is the actor
rdesk-inter = Kind of actor
rdesk-country = Country, two letters
rdesk-valid-from = So called from
rdesk-valid-to = So called until
rdesk-part-of = Part of
rdesk-pcode = P-code
rdesk-save = Save
rdesk-names = Names
rdesk-event-type = Event type (ACLED)
rdesk-sub-type = Sub-event type (ACLED)
rdesk-coding = Coding
rdesk-grading = Grade
rdesk-grade = Grade
rdesk-grade-ar = Reason in Arabic
rdesk-grade-en = Reason in English
rdesk-comparing = Do two claims count the same?
rdesk-truce = Truce
rdesk-held-until = Checked: it held until
rdesk-planned-end = Planned end
rdesk-ended-on = Ended on
rdesk-end-reason = Why it ended
rdesk-terms-settled = Why no more terms are looked for
rdesk-its-claims = Its claims
record-tolls = Tolls
record-tolls-say = Each counter's figure stands in a row of its own, in the order in which they were said. They are never added, averaged or ranked: counters cover different people, places and days.
record-empty = Nothing of this is in the record yet.
record-claims-count = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
record-counter = Counter
record-said-on = Said on
record-period = Period
record-period-not-stated = not stated by this counter
record-area-not-stated = not stated by this counter
record-counts-what = What is counted
record-restated = { $count ->
    [one] said once more by the same source
   *[other] said { $count } times more by the same source
}
record-span = { $low } to { $high }
record-span-is = From the lowest to the highest:
record-chart-about = The figures by the day on which they were said, { $from } to { $to }. The table above says the same.
record-compare = Compare two
record-one = One figure
record-other = Another
record-do-compare = Compare
record-compared = { $one }; { $other }. The difference is { $difference }; the greater is { $ratio } times the lesser. They may not count the same.
record-decimal = { $whole }.{ $tenth }
record-newsroom-says = What the newsroom says of them
record-grade = Grade:
record-method-why = Why there is no total and no best figure
record-truces = Truces
record-truce-state = State
record-truces-say = Every truce with its terms and its end, and what each side says about breaches. A truce never ends by the calendar: an editor looks first.
record-running = Running
record-due = Due for a check
record-over = Over
record-planned-end = Planned end
record-breaches-count = { $count ->
    [0] no breach alleged
    [one] { $count } breach alleged
   *[other] { $count } breaches alleged
}
record-end-stated = stated
record-end-reckoned = reckoned from start and length
record-end-about = reckoned from the announcement: the start is not known
record-due-says = Its planned end has come. The newsroom has not yet confirmed whether it held.
record-truce-facts = The truce
record-truce-calendar = Put it in your calendar (iCalendar)
record-terms = Terms
record-term-other = in its own words
record-no-terms = No term is in the record.
record-terms-missing = The text says { $stated } terms; { $found } were found
record-obliged = Binds { $what }
record-term-no-breach = no breach of this term alleged
record-term-broken = { $count ->
    [one] alleged broken once
   *[other] alleged broken { $count } times
}
record-earlier-ends = Earlier ends
record-actual-end = Ended
record-end-reason = Why it ended
record-checked = Checked until
record-replaced = Replaced by
record-successor = the later truce
record-breaches = Alleged breaches, seven days
record-breaches-say = By who alleges them. The rows are not added up: two may speak of one breach.
record-accuser = Alleged by
record-at-all = In all
record-timeline = Timeline
record-control = Control
record-control-say = Who holds which place on a day, as far as the record knows: the last change on or before it. What is disputed is marked; what is only planned is never shown.
record-as-of = As of
record-everywhere = Everywhere
record-held-on = As of { $what }
record-none-held = The record knows of no change on or before this day.
record-contested = contested or in part
record-map = Map of the places
record-map-note = Outlines: Natural Earth. They are political and show no view of this newsroom. Marks are places, not areas held.
record-holder = Held by
record-holder-unknown = holder not said
record-since = Since
record-position = Position
record-map-of = The map as of { $what }
record-known = What is known
record-aliases = Also called
record-sort = Sort
record-so-called = So called
record-scale = Reach
record-identity = Identity
record-named = named
record-unnamed = not named
record-lies-in = Lies in
record-geonames = GeoNames number
record-method = Method
record-method-say = How claims get into the record, what the machine does, and how we count.
record-rule = How we count
record-rule-1 = We do not count. We keep what each counter says, with its sentence, its source and its day, and show them side by side. No figure is added to another and no mean is made: lists overlap, and all of them miss deaths.
record-rule-2 = A number keeps its words: “at least”, “about”, “up to”. It has a lowest and a highest bound, and where the text gives none, neither do we.
record-rule-3 = A total of a period is never shown as an event. What a source repeats counts once. Unknown stays unknown.
record-rule-4 = Where a file of another project has room for one number only, the newsroom’s rule is: { $what }.
record-machine = What the machine does
record-machine-1 = A program reads our stories and suggests claims. Nothing that it suggests is public before an editor has read the sentence and confirmed or corrected the claim.
record-machine-2 = It runs on our own server and sends nothing anywhere. What editors decide shows us how often it is right.
record-exams = How well it reads
record-exams-say = Before a version of the program is released, it reads public test collections: texts that other people marked by hand, for all to measure themselves against. 100% would be without a fault. What was aimed at was set before.
record-exam = Exam
record-exam-texts = Texts
record-exam-aim = (aim: at least { $what })
record-percent = { $what }%
record-exams-mean = These figures say how well the program reads those texts, most of them English and some decades old. They do not say how often it is right about ours, and nothing it reads becomes a claim before an editor has confirmed it.
record-exam-casualties = Victims
record-exam-casualties-says = Who was killed or hurt, and how many: an answer counts only if person, harm and number are right.
record-exam-attributions = Who says what
record-exam-attributions-says = The source, the word that attributes, and what is said: an answer counts only if its first and last word are right.
record-exam-places = Places
record-exam-places-says = Names of places found in a text, and put on the map within 161 km (100 miles) of where they are.
record-exam-governorates = Governorates
record-exam-governorates-says = In which Syrian governorate a report’s main event happened.
record-exam-arabic-events = Assaults, in Arabic
record-exam-arabic-events-says = Whether a sentence of Arabic news tells of an assault.
record-exam-numbers = Numbers
record-exam-numbers-says = Numbers in digits and in words, read as just that value.
record-exam-dates = Days and times
record-exam-dates-says = Days, times and periods in words, reckoned to just that day or hour.
record-texts-casualties-tst2 = 100 news stories in English on attacks, test set TST2 of the Message Understanding Conferences (1991); the best program of 1992 had an F of 56% on two later sets
record-texts-attributions-valid = 1,925 sentences of English news, the validation part of PolNeAR
record-texts-places-lgl = 588 articles of local papers in English, the Local-Global Lexicon (LGL)
record-texts-places-geovirus = 229 news articles on epidemics in English, GeoVirus
record-texts-governorates-fa-kes-odd = 402 reports on Syria in English, every second one of FA-KES; the majority alone would give 38%
record-texts-arabic-events-arabic-events = 1,540 sentences of Arabic news, half of a public collection; those on which its markers disagreed are left out
record-texts-numbers-dates-numbers = 268 examples of numbers in Arabic and English, from the library Duckling
record-texts-dates-dates-numbers = The examples of times, lengths and ordinals in Arabic and English of the library Duckling; feasts, 269 of them, are counted apart
record-figure-f = F, right and complete in one
record-figure-p = Right among its answers
record-figure-r = Found of what there is
record-figure-source = Sources, F
record-figure-cue = Attributing words, F
record-figure-content = What is said, F
record-figure-found-f1 = Names found, F
record-figure-within-161km = Put within 161 km
record-figure-accuracy = Right
record-figure-accuracy-arabic = Right, Arabic
record-figure-accuracy-feasts = Right, feasts
record-figure-ar = Right, Arabic
record-figure-en = Right, English
record-result = Result
record-day = Day
record-withheld = What is not shown
record-withheld-1 = Names of children, of sources at risk and of whoever asked for it are withheld here and in every file. A claim that was wrong is taken back in the open: its address says so, with the reason.
record-credits = Whose data this rests on
record-credit-geonames = Places, names and coordinates: GeoNames, CC BY 4.0, changed.
record-credit-earth = Outlines of the maps: Natural Earth, public domain.

# What the machine learns from decisions on the record
rlearn = Learning
rlearn-how = What the machine has learned from decisions on the record. It learns only here, from the newsroom's own decisions, and keeps no word of a story.
rlearn-percent = { $count }%
rlearn-all = All decisions
rlearn-models = Models
rlearn-models-how = A model learns from the older nine tenths of the decisions and is tested on the newest tenth, which it has not seen. It can be used only if it was better there than what was in use: less loss, and no worse an order.
rlearn-machine-used = In use: the machine's own score, without a model.
rlearn-machine-use = Go back to the machine's own score
rlearn-none = There is no model yet.
rlearn-made = Made
rlearn-night = by night
rlearn-from = From
rlearn-learned = Learned from
rlearn-tested = Tested on
rlearn-judge = Judged by
rlearn-loss = Loss (less is better)
rlearn-precision = Average precision
rlearn-auc = Right order of two
rlearn-do = What to do
rlearn-machine = the machine's own score
rlearn-before = what was in use
rlearn-itself = the new model
rlearn-used = In use
rlearn-worse = No better than what was in use
rlearn-use = Use
rlearn-try = Try on ten stories
rlearn-file = Download (JSON)
rlearn-train = Learn now
rlearn-train-how = Choose the decisions to learn from; what is left empty leaves none out. It takes at least 100 decisions.
rlearn-train-from = From the day
rlearn-train-until = Up to the day
rlearn-train-kinds = Only on claims of these kinds
rlearn-train-do = Learn
rlearn-curve = Is it getting better?
rlearn-curve-how = The newest decisions in the order in which they were taken, in stretches of as many. The better the suggestions, the more are confirmed as they stand, and the fewer are put right, rejected or missed.
rlearn-curve-drawn = Each bar is a stretch, the newest last: full colour what was confirmed as it stood, pale what was put right first. The table below says the same.
rlearn-table-curve = Decisions, stretch by stretch
rlearn-stretch = Decided
rlearn-confirmed = As suggested
rlearn-corrected = Put right
rlearn-rejected = Rejected
rlearn-missed = Missed
rlearn-rules = Rules
rlearn-rules-how = How often editors accepted what each rule found. A rule under a fifth after 20 decisions stands under “more” by itself; an admin can switch each.
rlearn-rules-none = Nobody has decided on a suggestion yet.
rlearn-rule = Rule
rlearn-uses = Decisions
rlearn-accepted = Accepted
rlearn-acceptance = Likely to be accepted
rlearn-where = Its suggestions stand
rlearn-among = among the suggestions
rlearn-aside = under “more”
rlearn-rule-auto = as its acceptance says
rlearn-rule-shown = always among the suggestions
rlearn-rule-hidden = always under “more”
rlearn-said-made = The model is made. Look at its numbers, and try it, before you use it.
rlearn-said-used = Suggestions are now judged so.
rlearn-said-set = The rule is set.
rlearn-said-too-few = There are too few decisions among those you chose.
rlearn-said-one-sided = Among the decisions you chose, all were confirmed or all rejected, in the older or the newer part. There is nothing to tell apart.
rlearn-said-seen = The model in use learned from decisions that would test the new one. Choose a period that reaches further.
rlearn-said-not-better = That model was no better than what was in use when it was made.
rlearn-said-missing = There is no such model or rule any more.
rlearn-table-models = Models and their numbers
rlearn-table-rules = Rules and how often they were accepted
rlearn-table-trial = What would change most in “{"\u2068"}{ $what }{"\u2069"}”
rlearn-trial = A model on trial
rlearn-trial-how = What this model would change on the ten stories that were last read and wait for an editor. Nothing is changed by looking.
rlearn-trial-none = No story waits.
rlearn-trial-waiting = Suggestions
rlearn-trial-moved = At another place
rlearn-trial-aside = Would go under “more”
rlearn-trial-back = Would come back
rlearn-trial-kind = Kind
rlearn-trial-sentence = Sentence
rlearn-trial-before = Now
rlearn-trial-now = With this model

desk-stories-wait = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}

## The files of the record
rfiles = The record as files
rfiles-says = Everything that readers may see of the record, to take away. What is withheld to protect people is in none of these files. Counts are never added up: where a form has room for one number only, the columns that begin with sijil_ keep the range and who says it.
rfiles-licence = Terms of use
rfiles-no-licence = The newsroom has set none; ask it.
rfiles-count-rule = How we count
rfiles-made = Made
rfiles-made-when = Each file is made when you ask for it.
rfiles-changed = The record last changed on { $what }.
rfiles-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
rfiles-of-claims = { $count ->
    [one] of { $count } claim
   *[other] of { $count } claims
}
rfiles-of-events = { $count ->
    [one] made from { $count } event
   *[other] made from { $count } events
}
rfiles-of-truces = { $count ->
    [one] { $count } truce
   *[other] { $count } truces
}
rfiles-form-ndjson = JSON lines, UTF-8
rfiles-form-csv = table, UTF-8
rfiles-form-xlsx = spreadsheet
rfiles-form-json = JSON
rfiles-form-geojson = map, RFC 7946
rfiles-form-jsonld = JSON-LD
rfiles-form-ics = calendar, RFC 5545
rfiles-form-atom = feed
rfiles-rule-range = As a range, from the lowest to the highest that is said
rfiles-rule-majority = What most sources say
rfiles-rule-source-hierarchy = What the source that we rank highest says
rfiles-rule-editor = What an editor finds, with the reason
rfiles-record-ndjson = Everything in one file
rfiles-record-ndjson-says = One JSON object a line: stories, sources, actors, places, sentences, claims, events, figures, truces, towns that changed hands, talks, grades. The most exact form of all.
rfiles-acled-like = Events, as ACLED’s users read them
rfiles-acled-like-says = One row for a day, a place and a pair of actors, with the lowest count of the dead. These are our claims, not ACLED’s data. What is vaguer than a month or a province has no row.
rfiles-ucdp-like = Deadly events, as UCDP’s users read them
rfiles-ucdp-like-says = Events with at least one death, with a low and a high count. These are our claims, not UCDP’s data.
rfiles-airwars-like = Incidents, as Airwars’ users read them
rfiles-airwars-like-says = A range for each group of victims, what belligerents say, and our grade. These are our claims, not Airwars’ data.
rfiles-figures = Figures side by side
rfiles-figures-says = One row for each counter of the same thing, with its period, its area and what it counts. Never to be added up.
rfiles-truces = Truces
rfiles-truces-says = Parties, places, start, length, planned end and how it is known, what became of it.
rfiles-truce-terms = Terms of truces
rfiles-truce-terms-says = One row for each term, with whom it binds.
rfiles-truce-breaches = Breaches of truces
rfiles-truce-breaches-says = One row for each accusation: who accuses whom, and the answer.
rfiles-control = Towns that changed hands
rfiles-control-says = From whom, to whom, how, and how sure it is.
rfiles-talks = Talks
rfiles-talks-says = Rounds, meetings and letters, with who took part.
rfiles-record-geojson = Events on a map
rfiles-record-geojson-says = GeoJSON. What is known only to a province has no point, so that nothing looks more exact than it is.
rfiles-record-jsonld = Linked data
rfiles-record-jsonld-says = JSON-LD in schema.org’s words: stories, claims, events, figures that compete.
rfiles-truces-ics = Calendar of truces
rfiles-truces-ics-says = From start to planned end, with a reminder three days before and on the day to look whether it held.
rfiles-claims = Feed of new claims
rfiles-claims-says = Atom, for feed readers: the newest confirmed claims.
