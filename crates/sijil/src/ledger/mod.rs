//! Who on the staff did what, when: a row for each power that was used, written in the transaction
//! that used it.

mod chain;
pub mod desk;
mod export;
mod store;

pub use chain::{Break, Link, Verdict, verify};
pub use store::last_id;

use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ids::Ids;
use crate::staff::{Actor, SessionId, Staff, StaffId};
use crate::{db_enum, db_id};

db_id! {
    /// A row of the ledger.
    EntryId
}

db_enum! {
    /// What was done.
    Act {
        /// Signed in.
        SignedIn = "signed-in",
        /// Signed out.
        SignedOut = "signed-out",
        /// Took somebody on.
        Added = "added",
        /// Gave somebody another password.
        PasswordSet = "password-set",
        /// Kept somebody out.
        Disabled = "disabled",
        /// Made somebody a one-time link.
        LinkMade = "link-made",
        /// Used such a link.
        Arrived = "arrived",
        /// Gave somebody a role and limits.
        RoleSet = "role-set",
        /// Let somebody in again.
        LetIn = "let-in",
        /// Ended somebody's sessions.
        SessionsEnded = "sessions-ended",
        /// Added a passkey.
        PasskeyAdded = "passkey-added",
        /// Took a passkey off.
        PasskeyRemoved = "passkey-removed",
        /// Set up a second factor.
        SecondSet = "second-set",
        /// Took the second factor off.
        SecondEnded = "second-ended",
        /// Made new recovery codes.
        CodesMade = "codes-made",
        /// Took a person's byline out wherever readers look.
        Protected = "protected",
        /// Gave that person their page back.
        ProtectionLifted = "protection-lifted",
        /// Asked for what takes a second admin.
        Asked = "asked",
        /// Confirmed what another asked.
        Confirmed = "confirmed",
        /// Took such a request away.
        Refused = "refused",
        /// Let a comment be shown.
        Approved = "approved",
        /// Turned a comment down.
        Rejected = "rejected",
        /// Called a comment spam.
        CalledSpam = "called-spam",
        /// Took a comment off the page, to be looked at again.
        Held = "held",
        /// Took a comment's words away for good.
        Erased = "erased",
        /// Took a decision back.
        Undone = "undone",
        /// Made a rule that holds or turns away comments.
        RuleMade = "rule-made",
        /// Ended such a rule.
        RuleEnded = "rule-ended",
        /// Chose which comments wait.
        ModeSet = "mode-set",
        /// Set a story's thread: closed, slowed down, without votes.
        ThreadSet = "thread-set",
        /// Changed what is shown of a thing's votes.
        VotesSet = "votes-set",
        /// Counted a thing's held votes.
        VotesReleased = "votes-released",
        /// Put a thing's held votes aside.
        VotesDiscarded = "votes-discarded",
        /// Held a thing's checked votes again.
        VotesHeld = "votes-held",
        /// Stopped a thing's shown numbers.
        VotesStopped = "votes-stopped",
        /// Let a thing's shown numbers go on.
        VotesResumed = "votes-resumed",
        /// Ended the alarms about a thing's votes.
        AlarmSettled = "alarm-settled",
        /// Began a story.
        Begun = "begun",
        /// Wrote on somebody else's story.
        Edited = "edited",
        /// Went on writing in another's place.
        TakenOver = "taken-over",
        /// Handed a story in for review.
        Submitted = "submitted",
        /// Found a story ready.
        FoundReady = "found-ready",
        /// Gave a story back to its writer.
        SentBack = "sent-back",
        /// Set when a story is published by itself.
        Scheduled = "scheduled",
        /// Took a story off the clock.
        Unscheduled = "unscheduled",
        /// Published a story.
        Published = "published",
        /// Published a change with a public word about it.
        Corrected = "corrected",
        /// Took a public story back.
        Withdrawn = "withdrawn",
        /// Made a withdrawn story public again.
        Reinstated = "reinstated",
        /// Set until when a story must not be published.
        EmbargoSet = "embargo-set",
        /// Lifted that.
        EmbargoLifted = "embargo-lifted",
        /// Made a link that shows a story before it is public.
        PreviewMade = "preview-made",
        /// Ended such a link.
        PreviewEnded = "preview-ended",
        /// Began a translation.
        TranslationBegun = "translation-begun",
        /// Gave somebody something to write.
        Assigned = "assigned",
        /// Ended an assignment.
        AssignmentEnded = "assignment-ended",
        /// Chose what leads the front page.
        FrontArranged = "front-arranged",
        /// Set what leads it from an instant on.
        FrontPlanned = "front-planned",
        /// Took such a plan away.
        FrontUnplanned = "front-unplanned",
        /// Put a breaking line above the pages.
        BannerSet = "banner-set",
        /// Took it away.
        BannerEnded = "banner-ended",
        /// Set how the newsroom works.
        SettingsSet = "settings-set",
        /// Changed the look of the pages.
        LookSet = "look-set",
        /// Changed the newsroom's own words.
        WordsSet = "words-set",
        /// Changed a menu.
        MenuSet = "menu-set",
        /// Named or moved a section, tag or person.
        TopicSet = "topic-set",
        /// Made one tag of two.
        TagsMerged = "tags-merged",
        /// Took the newsroom's settings from a file.
        SettingsTaken = "settings-taken",
        /// Handed a picture in.
        PictureAdded = "picture-added",
        /// Set a picture's words, or the point that crops keep.
        PictureSet = "picture-set",
        /// Took a picture away.
        PictureRemoved = "picture-removed",
        /// Handed a document in.
        DocumentAdded = "document-added",
        /// Set a document's title.
        DocumentSet = "document-set",
        /// Took a document away.
        DocumentRemoved = "document-removed",
        /// Confirmed a claim of the record.
        ClaimConfirmed = "claim-confirmed",
        /// Put a claim right.
        ClaimCorrected = "claim-corrected",
        /// Took a claim back.
        ClaimRetracted = "claim-retracted",
        /// Found a suggestion wrong.
        SuggestionRejected = "suggestion-rejected",
        /// Took such a decision back.
        DecisionUndone = "decision-undone",
        /// Kept a thing of the record from readers.
        Withheld = "withheld",
        /// Let readers see it again.
        WithholdingEnded = "withholding-ended",
        /// Put claims together, or apart.
        ClaimsGrouped = "claims-grouped",
        /// Found that a truce held until a day.
        TruceHeld = "truce-held",
        /// Gave a truce a later end.
        TruceExtended = "truce-extended",
        /// Ended a truce, or put another in its place.
        TruceEnded = "truce-ended",
        /// Found a truce disputed.
        TruceContested = "truce-contested",
        /// Found that a truce goes on.
        TruceResumed = "truce-resumed",
        /// Let the machine learn from decisions.
        ModelMade = "model-made",
        /// Chose what suggestions are judged by.
        ModelChosen = "model-chosen",
        /// Said where the suggestions of a rule stand.
        SuggesterSet = "suggester-set",
        /// Changed a source, actor, place or group of the record.
        RecordSet = "record-set",
        /// Merged two of them into one.
        RecordMerged = "record-merged",
        /// Parted them again.
        RecordParted = "record-parted",
        /// Took the whole record out, with what is withheld from readers.
        RecordTaken = "record-taken",
        /// Brought a record in.
        RecordBrought = "record-brought",
        /// Published a story at the instant that somebody had set: the clock.
        CameOut = "came-out",
    }
}

db_enum! {
    /// What an act was about.
    Kind {
        /// Somebody on the staff.
        Staff = "staff",
        /// A comment.
        Comment = "comment",
        /// A story.
        Story = "story",
        /// A rule for comments.
        Rule = "rule",
        /// A section.
        Section = "section",
        /// A tag or a person.
        Topic = "topic",
        /// A picture.
        Picture = "picture",
        /// A document.
        Document = "document",
        /// Somebody who writes under a byline.
        Person = "person",
        /// A claim of the record.
        Claim = "claim",
        /// A source, actor, place or group of the record.
        Record = "record",
        /// The whole paper.
        Site = "site",
    }
}

/// What an act was about: its kind, and its identifier there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject(pub Kind, pub i64);

/// Who acts, and when. `None` is whoever has the machine: the command line.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    /// Who, and in which session.
    pub by: Option<Actor>,
    /// When.
    pub at: UtcMillis,
    /// Where new rows get their identifiers.
    pub ids: &'a Ids,
}

impl<'a> Hand<'a> {
    /// The hand of somebody at the desk, now.
    #[must_use]
    pub fn of(staff: &Staff, app: &'a App) -> Self {
        Self {
            by: Some(staff.actor()),
            at: app.now(),
            ids: &app.ids,
        }
    }
}

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identifier; greater for one that was written later.
    pub id: EntryId,
    /// When.
    pub at: UtcMillis,
    /// Who: identifier and name.
    pub staff: Option<(StaffId, String)>,
    /// In which of their sessions.
    pub session: Option<SessionId>,
    /// What.
    pub act: Act,
    /// About what.
    pub subject: Subject,
    /// The rest in words or signs that mean the same in both languages; may be empty.
    pub detail: String,
    /// How it is bound to the row before; of rows that are older than the chain, nothing.
    pub link: Option<Link>,
}

/// Which rows are asked for; what is not set leaves none out.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// What one person did; the command line's rows are those of `Some(None)`.
    pub staff: Option<Option<StaffId>>,
    /// What was done.
    pub act: Option<Act>,
    /// To which kind of thing.
    pub kind: Option<Kind>,
    /// To which of them; 0 for all.
    pub subject: i64,
    /// From this instant on.
    pub from: UtcMillis,
    /// Before this instant.
    pub until: UtcMillis,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            staff: None,
            act: None,
            kind: None,
            subject: 0,
            from: UtcMillis(i64::MIN),
            until: UtcMillis(i64::MAX),
        }
    }
}

impl Asked {
    /// As the query takes it: 0 for everybody, -1 for the command line.
    fn staff_number(&self) -> i64 {
        match self.staff {
            None => 0,
            Some(None) => -1,
            Some(Some(id)) => id.0,
        }
    }
}

/// Who last did something to a thing: the name; nothing for the command line, and when nobody did.
///
/// # Errors
/// When the database fails.
pub fn last_by(
    tx: &mut Tx<'_, '_>,
    act: Act,
    Subject(kind, subject): Subject,
) -> Result<Option<String>, DbError> {
    let asked = Asked {
        act: Some(act),
        kind: Some(kind),
        subject,
        ..Asked::default()
    };
    let found = store::asked(tx, &asked, EntryId(i64::MAX), 1)?;
    Ok(found
        .into_iter()
        .find_map(|entry| entry.staff.map(|(_, name)| name)))
}

/// Writes an act down; belongs in its transaction.
///
/// # Errors
/// When the database fails.
pub fn append(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    act: Act,
    subject: Subject,
    detail: &str,
) -> Result<(), DbError> {
    chain::append(tx, hand.ids.next(hand.at), hand, (act, subject, detail))
}
