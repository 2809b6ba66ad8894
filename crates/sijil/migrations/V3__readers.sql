-- One vote of one reader on one thing. `voter` and `net` are keyed per object, so that two votes of
-- one reader cannot be joined; `net` is emptied when its key dies, after a day.
create table vote (
    object_kind text not null,
    object_id bigint not null,
    voter bytea not null,
    direction bigint not null,
    was bigint,
    state text not null,
    net bytea,
    slot bigint not null,
    constraint vote_pkey primary key (object_kind, object_id, voter),
    constraint vote_object_check check (object_kind in ('story', 'comment')),
    constraint vote_direction_check check (direction in (-1, 0, 1)),
    constraint vote_state_check check (state in ('counted', 'held', 'released', 'discarded'))
);

create index vote_net on vote (slot) where net is not null;

-- What is shown of a thing's votes. `base_*` came with an import: shown, never ranked as votes.
-- It is live as long as there are rows of single votes behind it.
create table tally (
    object_kind text not null,
    object_id bigint not null,
    up bigint not null,
    down bigint not null,
    held bigint not null,
    base_up bigint not null,
    base_down bigint not null,
    is_frozen bigint not null,
    shown_up bigint not null,
    shown_down bigint not null,
    mode text not null,
    is_live bigint not null,
    constraint tally_pkey primary key (object_kind, object_id),
    constraint tally_mode_check check (mode in ('open', 'up_only', 'off'))
);

create index tally_live on tally (object_kind, object_id) where is_live = 1;
create index tally_held on tally (object_kind, object_id) where held > 0;
create index tally_frozen on tally (object_kind, object_id) where is_frozen = 1;

-- The first votes of readers on a thing in ten minutes: the desk's curve. Holds no voter.
create table vote_window (
    object_kind text not null,
    object_id bigint not null,
    slot bigint not null,
    up bigint not null,
    down bigint not null,
    held bigint not null,
    fresh bigint not null,
    net_most bigint not null,
    constraint vote_window_pkey primary key (object_kind, object_id, slot)
);

create index vote_window_slot on vote_window (slot);

-- Votes that came in like no reader's do: what made the watch stop the shown numbers.
create table vote_alarm (
    object_kind text not null,
    object_id bigint not null,
    slot bigint not null,
    at bigint not null,
    votes bigint not null,
    usual_permille bigint not null,
    held_permille bigint not null,
    fresh_permille bigint not null,
    net_permille bigint not null,
    is_flip bigint not null,
    settled_at bigint,
    constraint vote_alarm_pkey primary key (object_kind, object_id, slot)
);

create index vote_alarm_open on vote_alarm (at) where settled_at is null;

-- Public figures of votes, by month (`yyyy-mm`, UTC).
create table vote_month (
    month text primary key,
    votes bigint not null,
    held bigint not null,
    released bigint not null,
    discarded bigint not null,
    alarms bigint not null
);

-- A story's thread. Counts are kept in the transactions that change them.
create table thread (
    article_id bigint primary key,
    shown bigint not null,
    roots bigint not null,
    waiting bigint not null,
    mode text not null,
    closed_at bigint,
    slow_seconds bigint not null,
    constraint thread_article_fkey foreign key (article_id) references article (id),
    constraint thread_mode_check check (mode in ('inherit', 'all_held', 'known_pass', 'all_pass'))
);

-- The sum over it is what waits in the whole paper.
create index thread_waiting on thread (waiting) where waiting > 0;

-- A comment: plain text. `root_id` is the comment that its branch hangs from, itself at the top;
-- `replies` counts what is shown below such a one. `is_placed`: it has a place on the page, with its
-- words while it is shown, without them while only answers to it are. `version` counts changes of the
-- words. `at_is` tells how exactly an old archive knew the instant.
create table comment (
    id bigint primary key,
    article_id bigint not null,
    root_id bigint not null,
    parent_id bigint,
    depth bigint not null,
    name text not null,
    body text not null,
    state text not null,
    way text not null,
    at bigint not null,
    at_is text not null,
    shown_at bigint,
    edited_at bigint,
    reasons text not null,
    score bigint not null,
    replies bigint not null,
    best bigint not null,
    reports bigint not null,
    net bytea,
    secret_sha256 text not null,
    has_asked_again bigint not null,
    is_imported bigint not null,
    is_placed bigint not null,
    version bigint not null,
    constraint comment_article_fkey foreign key (article_id) references article (id),
    constraint comment_state_check
        check (state in ('held', 'shown', 'rejected', 'spam', 'withdrawn', 'erased')),
    constraint comment_way_check
        check (way in ('known', 'work', 'code', 'question', 'lane', 'import', 'staff')),
    constraint comment_at_is_check check (at_is in ('moment', 'day', 'unknown'))
);

-- Each holds only what its pages show: a comment that waits costs two entries, not seven.
create index comment_roots_old on comment (article_id, at, id) where is_placed = 1 and depth = 0;
create index comment_roots_best on comment (article_id, best, id)
    where is_placed = 1 and depth = 0;
create index comment_newest on comment (article_id, at, id) where state = 'shown';
create index comment_branch on comment (root_id, at, id) where is_placed = 1 and depth > 0;
create unique index comment_import_key on comment (secret_sha256) where is_imported = 1;
create index comment_answers on comment (parent_id, state) where parent_id is not null;
create index comment_reported on comment (at, id) where reports > 0;
create index comment_queue on comment (state, at, id);
create index comment_net on comment (net);

-- A writer's mail address, until the decision has been told or thirty days have passed.
create table comment_mail (
    comment_id bigint primary key,
    address text not null,
    lang text not null,
    forget_at bigint not null,
    constraint comment_mail_comment_fkey foreign key (comment_id) references comment (id)
);

create index comment_mail_forget on comment_mail (forget_at);

-- A confirmation code that was spent, in the transaction of what it was spent on. Its key begins with
-- the second in which it was handed out, so that the codes of one hour lie side by side.
create table ramz_spent (
    code bytea primary key,
    body_sha256 bytea not null,
    comment_id bigint,
    forget_at bigint not null
);

create index ramz_spent_forget on ramz_spent (forget_at);

-- A reader's report of a comment: one a reader.
create table report (
    comment_id bigint not null,
    reporter bytea not null,
    reason text not null,
    at bigint not null,
    is_refused bigint not null,
    constraint report_pkey primary key (comment_id, reporter),
    constraint report_comment_fkey foreign key (comment_id) references comment (id),
    constraint report_reason_check
        check (reason in ('offensive', 'spam', 'false', 'danger', 'other'))
);

create table staff (
    id bigint primary key,
    login text not null,
    name text not null,
    lang text not null,
    role text not null,
    password text not null,
    disabled_at bigint,
    at bigint not null,
    constraint staff_login_key unique (login),
    constraint staff_role_check check (role in ('reporter', 'editor', 'moderator', 'admin'))
);

create table session (
    token_sha256 text primary key,
    staff_id bigint not null,
    at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null,
    constraint session_staff_fkey foreign key (staff_id) references staff (id)
);

create index session_ends on session (ends_at);

-- Every power that was used: appended, never changed.
create table ledger (
    id bigint primary key,
    at bigint not null,
    staff_id bigint,
    act text not null,
    subject_kind text not null,
    subject_id bigint not null,
    detail text not null
);

create index ledger_subject on ledger (subject_kind, subject_id, id);
create index ledger_staff on ledger (staff_id, id);

-- What moderators decided, from which the spam filter learns and can be taught anew.
create table decision (
    id bigint primary key,
    batch_id bigint not null,
    comment_id bigint not null,
    staff_id bigint,
    at bigint not null,
    verdict text not null,
    reason text not null,
    note text not null,
    was text not null,
    undone_at bigint,
    constraint decision_comment_fkey foreign key (comment_id) references comment (id),
    constraint decision_verdict_check
        check (verdict in ('approved', 'rejected', 'spam', 'held', 'withdrawn', 'erased'))
);

create index decision_comment on decision (comment_id, id);
create index decision_batch on decision (batch_id);

-- By what a comment is like others: the shape of its letters, the host of its first link, its
-- writer's folded name; and what the spam filter was told of it, to be taught anew. `is_spam` follows
-- the comment's state.
create table comment_trace (
    comment_id bigint primary key,
    shape bigint not null,
    host text not null,
    name text not null,
    signals text not null,
    at bigint not null,
    is_spam bigint not null,
    constraint comment_trace_comment_fkey foreign key (comment_id) references comment (id)
);

create index comment_trace_shape on comment_trace (shape, at, comment_id) where shape <> 0;
create index comment_trace_host on comment_trace (host, comment_id) where host <> '';
create index comment_trace_spam_host on comment_trace (host) where is_spam = 1 and host <> '';
create index comment_trace_spam_name on comment_trace (name) where is_spam = 1;

-- Words, links, phrases and networks that hold or turn away comments, for a time.
create table moderation_rule (
    id bigint primary key,
    kind text not null,
    pattern text not null,
    act text not null,
    staff_id bigint,
    at bigint not null,
    ends_at bigint,
    constraint moderation_rule_kind_check check (kind in ('word', 'link', 'phrase', 'network')),
    constraint moderation_rule_act_check check (act in ('hold', 'refuse'))
);

-- Which comments wait for a moderator: for the site (subject 0) or a section; a story's own mode is
-- in its thread.
create table hold_mode (
    scope text not null,
    subject_id bigint not null,
    mode text not null,
    constraint hold_mode_pkey primary key (scope, subject_id),
    constraint hold_mode_scope_check check (scope in ('site', 'section')),
    constraint hold_mode_mode_check check (mode in ('all_held', 'known_pass', 'all_pass'))
);

-- Mail that is to be sent: written in the transaction that causes it. What bears a `once_key` is
-- written once at most. Recipient and words are emptied a day after `done_at`.
create table outbox (
    id bigint primary key,
    once_key text,
    recipient text not null,
    lang text not null,
    subject text not null,
    body text not null,
    at bigint not null,
    attempts bigint not null,
    next_at bigint not null,
    state text not null,
    done_at bigint,
    failure text not null,
    constraint outbox_once_key unique (once_key),
    constraint outbox_state_check check (state in ('waiting', 'sent', 'given_up'))
);

create index outbox_due on outbox (state, next_at, id);
create index outbox_recipient on outbox (recipient, at);
create index outbox_done on outbox (done_at);

-- What the desk switches while the newsroom runs.
create table setting (
    name text primary key,
    value text not null
);
