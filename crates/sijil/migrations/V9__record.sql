-- Everything that the record keeps, in its newest version: a source, an actor, a place, a claim, and
-- what claims are grouped in. `body` is canonical JSON: the lines of the master export.
create table record_object (
    id bigint primary key,
    kind text not null,
    version bigint not null,
    at bigint not null,
    staff_id bigint,
    reason text not null,
    is_withheld bigint not null,
    body text not null,
    constraint record_object_kind_check check (kind in ('source', 'actor', 'place', 'claim', 'event',
        'figure', 'truce', 'control', 'talks'))
);

create index record_object_kind on record_object (kind, id);

-- What it said before; nothing of the record is ever overwritten.
create table record_version (
    object_id bigint not null,
    version bigint not null,
    at bigint not null,
    staff_id bigint,
    reason text not null,
    is_withheld bigint not null,
    body text not null,
    constraint record_version_pkey primary key (object_id, version),
    constraint record_version_object_fkey foreign key (object_id) references record_object (id)
);

-- By which names a source, actor or place is found: folded spellings, and keys such as
-- `geonames:167208` or `dictionary:sdf`, one thing each. `uses` counts confirmed claims.
create table record_name (
    kind text not null,
    folded text not null,
    object_id bigint not null,
    uses bigint not null,
    constraint record_name_pkey primary key (kind, folded, object_id),
    constraint record_name_object_fkey foreign key (object_id) references record_object (id)
);

create index record_name_object on record_name (object_id);

-- A claim as lists look for it. Days are YYYY-MM-DD, empty when unknown; `words` is its sentence and
-- its names, folded.
create table claim (
    id bigint primary key,
    kind text not null,
    status text not null,
    article_id bigint not null,
    lang text not null,
    harm text not null,
    first_day text not null,
    last_day text not null,
    group_id bigint,
    decided_at bigint not null,
    words text not null,
    constraint claim_object_fkey foreign key (id) references record_object (id),
    constraint claim_article_fkey foreign key (article_id) references article (id),
    constraint claim_group_fkey foreign key (group_id) references record_object (id),
    constraint claim_status_check check (status in ('suggested', 'confirmed', 'corrected',
        'rejected', 'superseded', 'retracted'))
);

create index claim_article on claim (article_id, id);
create index claim_group on claim (group_id, id);
create index claim_decided on claim (decided_at, id);
create index claim_kind on claim (kind, decided_at, id);

-- Whom and what a claim names: `part` is source, actor or place; `role` is the part that it plays.
create table claim_part (
    claim_id bigint not null,
    part text not null,
    role text not null,
    object_id bigint not null,
    constraint claim_part_pkey primary key (claim_id, part, role, object_id),
    constraint claim_part_claim_fkey foreign key (claim_id) references claim (id),
    constraint claim_part_object_fkey foreign key (object_id) references record_object (id)
);

create index claim_part_object on claim_part (object_id, claim_id);

-- Where a claim stands in its story: bytes of the plain text of a revision (0: of the working copy),
-- with the words themselves and what stands around them (W3C TextPosition and TextQuote selectors).
create table anchor (
    id bigint primary key,
    claim_id bigint not null,
    article_id bigint not null,
    revision bigint not null,
    sha256 text not null,
    role text not null,
    sentence bigint not null,
    first_byte bigint not null,
    end_byte bigint not null,
    exact text not null,
    prefix text not null,
    suffix text not null,
    is_lost bigint not null,
    is_withheld bigint not null,
    constraint anchor_claim_fkey foreign key (claim_id) references claim (id),
    constraint anchor_article_fkey foreign key (article_id) references article (id)
);

create index anchor_claim on anchor (claim_id, id);
create index anchor_article on anchor (article_id, first_byte, id);
create index anchor_lost on anchor (article_id) where is_lost = 1;

-- What an editor decided on a suggestion, with what the machine knew of it then. `mark` tells the
-- suggestion in its sentence: it comes back only when the sentence changes. `open_ms` is how long it
-- was before the editor.
create table record_decision (
    id bigint primary key,
    article_id bigint not null,
    mark text not null,
    kind text not null,
    verdict text not null,
    claim_id bigint,
    rules text not null,
    score double precision not null,
    features text not null,
    open_ms bigint,
    staff_id bigint,
    at bigint not null,
    reason text not null,
    constraint record_decision_mark_key unique (article_id, mark),
    constraint record_decision_article_fkey foreign key (article_id) references article (id),
    constraint record_decision_claim_fkey foreign key (claim_id) references claim (id),
    constraint record_decision_verdict_check check (verdict in ('confirmed', 'corrected', 'rejected', 'missed'))
);

create index record_decision_at on record_decision (at, id);
create index record_decision_claim on record_decision (claim_id);

-- How many suggestions of a story wait for an editor, in the words of which text.
create table record_story (
    article_id bigint primary key,
    sha256 text not null,
    waiting bigint not null,
    best double precision not null,
    at bigint not null,
    constraint record_story_article_fkey foreign key (article_id) references article (id)
);

create index record_story_waiting on record_story (at, article_id) where waiting > 0;

-- An editor was asked whether a claim belongs to a group, and said no.
create table record_apart (
    claim_id bigint not null,
    group_id bigint not null,
    at bigint not null,
    constraint record_apart_pkey primary key (claim_id, group_id),
    constraint record_apart_claim_fkey foreign key (claim_id) references claim (id),
    constraint record_apart_group_fkey foreign key (group_id) references record_object (id)
);

-- Sources, actors and places that were merged into others, with what parts them again: names as they
-- were, and the versions of all that was touched (JSON).
create table record_merger (
    merged_id bigint primary key,
    kept_id bigint not null,
    at bigint not null,
    staff_id bigint,
    made text not null,
    constraint record_merger_merged_fkey foreign key (merged_id) references record_object (id),
    constraint record_merger_kept_fkey foreign key (kept_id) references record_object (id)
);

-- How far the record has followed the changes: anchors stand in the texts of that moment.
create table record_position (
    id bigint primary key,
    position text not null,
    constraint record_position_id_check check (id = 1)
);

-- Truces that an editor is to look at, and the day on which: live ones whose end is known and was not
-- looked at. Follows from the truces, and is written with them.
create table record_due (
    group_id bigint primary key,
    on_day text not null,
    constraint record_due_group_fkey foreign key (group_id) references record_object (id)
);

create index record_due_day on record_due (on_day, group_id);

-- What was learned from decisions: `made` is JSON, the weights with what they were made of and how good
-- they were on later decisions. `learned_until` is the instant of the last decision learned from.
create table record_model (
    id bigint primary key,
    at bigint not null,
    staff_id bigint,
    learned_until bigint not null,
    made text not null,
    constraint record_model_staff_fkey foreign key (staff_id) references staff (id)
);

-- Which model judges suggestions; none for the machine's own score.
create table record_model_use (
    id bigint primary key,
    model_id bigint,
    constraint record_model_use_model_fkey foreign key (model_id) references record_model (id),
    constraint record_model_use_id_check check (id = 1)
);

-- What editors made of what each rule of the machine found, and where its suggestions stand.
create table record_rule (
    name text primary key,
    uses bigint not null,
    accepted bigint not null,
    choice text not null,
    constraint record_rule_choice_check check (choice in ('auto', 'shown', 'hidden'))
);
