//! The record's closed lists, each with the word that stands for it in files and in the database.
//! The field's own words: ETH/PRIO for truces, ACLED and UCDP for precision.

use crate::db_enum;

/// A closed list that is also read and written as JSON.
macro_rules! word_list {
    ($(#[$doc:meta])* $name:ident { $($arms:tt)* }) => {
        db_enum! {
            $(#[$doc])*
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(into = "String", try_from = "String")]
            $name { $($arms)* }
        }
    };
}

word_list! {
    /// How far a claim has come. Only what is confirmed or corrected is ever public.
    Status {
        /// Taken back to the editor's table.
        Suggested = "suggested",
        /// An editor found it right as it was suggested.
        Confirmed = "confirmed",
        /// An editor put it right.
        Corrected = "corrected",
        /// An editor found it wrong.
        Rejected = "rejected",
        /// A later claim stands in its place.
        Superseded = "superseded",
        /// Was public and no longer stands; a public note says so.
        Retracted = "retracted",
    }
}

impl Status {
    /// Whether readers may see the claim.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self {
            Self::Confirmed | Self::Corrected => true,
            Self::Suggested | Self::Rejected | Self::Superseded | Self::Retracted => false,
        }
    }
}

word_list! {
    /// How exactly a time is known.
    Precision {
        /// To the minute.
        Instant = "instant",
        /// To the day.
        Day = "day",
        /// To two to six days.
        FewDays = "few_days",
        /// To the week.
        Week = "week",
        /// To the month.
        Month = "month",
        /// To the quarter or season.
        QuarterSeason = "quarter_season",
        /// To the year.
        Year = "year",
        /// To more than a year.
        Longer = "longer",
        /// Before a day.
        Before = "before",
        /// After a day.
        After = "after",
    }
}

word_list! {
    /// Where a time was taken from.
    Basis {
        /// The text says it.
        Explicit = "explicit",
        /// Reckoned from the day of publication.
        RelativeToPublication = "relative_to_publication",
        /// Reckoned from another event.
        RelativeToEvent = "relative_to_event",
        /// Concluded.
        Inferred = "inferred",
    }
}

word_list! {
    /// In which calendar the text says it.
    Calendar {
        /// Gregorian.
        Gregorian = "gregorian",
        /// Islamic.
        Hijri = "hijri",
    }
}

word_list! {
    /// How exactly a place is known.
    Stay {
        /// A base, a crossing, a camp.
        ExactSite = "exact_site",
        /// A town or village.
        Settlement = "settlement",
        /// Near one.
        NearSettlement = "near_settlement",
        /// A part of an area.
        PartOfArea = "part_of_area",
        /// Sub-district.
        Adm3 = "adm3",
        /// District.
        Adm2 = "adm2",
        /// Governorate, province.
        Adm1 = "adm1",
        /// Along a border.
        LineBorder = "line_border",
        /// At sea or in the air.
        SeaAir = "sea_air",
        /// A country.
        Country = "country",
    }
}

word_list! {
    /// What a place is to a claim.
    PlaceRole {
        /// It happened there.
        HappenedAt = "happened_at",
        /// It holds there.
        Covers = "covers",
        /// It began there.
        From = "from",
        /// It led there.
        To = "to",
        /// It is led from there.
        Headquarters = "headquarters",
    }
}

word_list! {
    /// What an actor is to a claim.
    ActorRole {
        /// Did it, as the source says without doubt.
        PerpetratorKnown = "perpetrator_known",
        /// Is suspected of it.
        PerpetratorSuspected = "perpetrator_suspected",
        /// Says that it did it.
        ClaimedBy = "claimed_by",
        /// Says that it did not do it.
        DeniedBy = "denied_by",
        /// It was done to them.
        Target = "target",
        /// Lost the place.
        FromActor = "from_actor",
        /// Took the place.
        ToActor = "to_actor",
        /// A party to the truce.
        Party = "party",
        /// Mediates.
        Mediator = "mediator",
        /// Vouches for it.
        Guarantor = "guarantor",
        /// Watches over it.
        Monitor = "monitor",
        /// Hosts the talks.
        Host = "host",
        /// Must keep the term.
        Obliged = "obliged",
        /// Gains by the term.
        Beneficiary = "beneficiary",
        /// Says that the truce was broken.
        AllegedBy = "alleged_by",
        /// Is said to have broken it.
        Accused = "accused",
        /// Takes part in the talks.
        Participant = "participant",
        /// Says it.
        Speaker = "speaker",
    }
}

word_list! {
    /// What kind of truce; ETH/PRIO's classes, and the local ones.
    TruceClass {
        /// A truce of whatever kind.
        Truce = "truce",
        /// For people in need.
        HumanitarianPause = "humanitarian_pause",
        /// Fighting ends, without more.
        CessationOfHostilities = "cessation_of_hostilities",
        /// With somebody who watches over it.
        PreliminaryCeasefire = "preliminary_ceasefire",
        /// With disarmament or a settlement.
        DefinitiveCeasefire = "definitive_ceasefire",
        /// To leave a place.
        Evacuation = "evacuation",
        /// Between neighbours.
        LocalReconciliation = "local_reconciliation",
    }
}

word_list! {
    /// How many declare it.
    Declaration {
        /// One side.
        Unilateral = "unilateral",
        /// Two.
        Bilateral = "bilateral",
        /// More.
        Multilateral = "multilateral",
    }
}

word_list! {
    /// In which form it was agreed.
    Form {
        /// By word.
        Verbal = "verbal",
        /// On paper.
        Written = "written",
        /// Nobody says.
        Unknown = "unknown",
    }
}

word_list! {
    /// What it is for.
    Purpose {
        /// Peace talks.
        PeaceProcess = "peace_process",
        /// Aid.
        Humanitarian = "humanitarian",
        /// Leaving.
        Evacuation = "evacuation",
        /// Exchange of prisoners or the dead.
        Exchange = "exchange",
        /// A feast.
        Holiday = "holiday",
        /// A vote.
        Election = "election",
        /// The war itself.
        Military = "military",
        /// Nobody says.
        Unknown = "unknown",
    }
}

word_list! {
    /// What a claim says of a truce.
    TruceEvent {
        /// Made known.
        Announced = "announced",
        /// Agreed.
        Agreed = "agreed",
        /// Began to hold.
        InForce = "in_force",
        /// Made longer.
        Extended = "extended",
        /// Came to its end.
        Ended = "ended",
        /// Broke down.
        Collapsed = "collapsed",
        /// Another stands in its place.
        Replaced = "replaced",
        /// Said not to exist.
        Denied = "denied",
    }
}

word_list! {
    /// How far a truce has come.
    TruceState {
        /// Somebody reports it.
        Reported = "reported",
        /// The parties say so.
        Agreed = "agreed",
        /// It holds.
        InForce = "in_force",
        /// It was made longer.
        Extended = "extended",
        /// A breach is alleged and disputed.
        Contested = "contested",
        /// It is over.
        Ended = "ended",
        /// A party says that there is none.
        Denied = "denied",
    }
}

word_list! {
    /// What a term of a truce asks.
    TermType {
        /// No offensive.
        StopOffensive = "stop_offensive",
        /// No shelling.
        StopShelling = "stop_shelling",
        /// Crossings are open.
        CrossingOpen = "crossing_open",
        /// Goods and aid pass.
        GoodsAid = "goods_aid",
        /// The wounded pass.
        WoundedPassage = "wounded_passage",
        /// Prisoners are exchanged.
        PrisonerExchange = "prisoner_exchange",
        /// Forces withdraw.
        Withdrawal = "withdrawal",
        /// People leave.
        Evacuation = "evacuation",
        /// People come back.
        Return = "return",
        /// Somebody watches.
        Monitoring = "monitoring",
        /// Something else.
        Other = "other",
    }
}

word_list! {
    /// What the accused answers.
    BreachReply {
        /// That it is so.
        Admitted = "admitted",
        /// That it is not so.
        Denied = "denied",
        /// Nothing.
        None = "none",
    }
}

word_list! {
    /// How a place changed hands.
    ControlMode {
        /// By fighting.
        ByForce = "by_force",
        /// Without.
        WithoutFight = "without_fight",
        /// By agreement.
        Negotiated = "negotiated",
        /// They left.
        Withdrawal = "withdrawal",
        /// Nobody says.
        Unstated = "unstated",
    }
}

word_list! {
    /// How much of it.
    Extent {
        /// All.
        Whole = "whole",
        /// A part.
        Part = "part",
        /// Its outskirts.
        Outskirts = "outskirts",
    }
}

word_list! {
    /// How sure it is that a place changed hands.
    ControlStatus {
        /// One side says so.
        Claimed = "claimed",
        /// It is so.
        Confirmed = "confirmed",
        /// It is disputed.
        Contested = "contested",
        /// It was taken back.
        Reversed = "reversed",
    }
}

word_list! {
    /// What kind of talks.
    TalksKind {
        /// A round of talks.
        Round = "round",
        /// A meeting.
        Meeting = "meeting",
        /// A letter.
        Letter = "letter",
        /// A statement.
        Statement = "statement",
        /// A resolution.
        Resolution = "resolution",
    }
}
