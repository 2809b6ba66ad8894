-- Sessions have a number, know how somebody signed in, and when they last proved who they are. What
-- was open before ends once.
drop table session;

create table session (
    id bigint primary key,
    token_sha256 text not null,
    staff_id bigint not null,
    at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null,
    proven_at bigint not null,
    way text not null,
    browser text not null,
    constraint session_token_key unique (token_sha256),
    constraint session_staff_fkey foreign key (staff_id) references staff (id),
    constraint session_way_check
        check (way in ('passkey', 'password', 'second', 'recovery'))
);

create index session_ends on session (ends_at);
create index session_staff on session (staff_id, seen_at);

-- The languages and sections that somebody is limited to; without a row of a kind, all of them.
create table staff_lang (
    staff_id bigint not null,
    lang text not null,
    constraint staff_lang_pkey primary key (staff_id, lang),
    constraint staff_lang_staff_fkey foreign key (staff_id) references staff (id)
);

create table staff_section (
    staff_id bigint not null,
    topic_id bigint not null,
    constraint staff_section_pkey primary key (staff_id, topic_id),
    constraint staff_section_staff_fkey foreign key (staff_id) references staff (id),
    constraint staff_section_topic_fkey foreign key (topic_id) references topic (id)
);

-- Where notices go; empty for none.
alter table staff add column mail text not null default '';

create table passkey (
    id bigint primary key,
    staff_id bigint not null,
    name text not null,
    credential text not null,
    public_key text not null,
    at bigint not null,
    used_at bigint,
    constraint passkey_credential_key unique (credential),
    constraint passkey_staff_fkey foreign key (staff_id) references staff (id)
);

create index passkey_staff on passkey (staff_id, id);

-- Codes of the moment: the secret is derived from the nonce and the newsroom's own, which lies
-- elsewhere.
create table second_factor (
    staff_id bigint primary key,
    nonce text not null,
    last_step bigint not null,
    at bigint not null,
    constraint second_factor_staff_fkey foreign key (staff_id) references staff (id)
);

create table recovery_code (
    staff_id bigint not null,
    tag text not null,
    used_at bigint,
    constraint recovery_code_pkey primary key (staff_id, tag),
    constraint recovery_code_staff_fkey foreign key (staff_id) references staff (id)
);

-- One-time links, by which somebody enters for the first time, or again after losing their ways in.
create table invitation (
    staff_id bigint primary key,
    token_sha256 text not null,
    at bigint not null,
    ends_at bigint not null,
    constraint invitation_token_key unique (token_sha256),
    constraint invitation_staff_fkey foreign key (staff_id) references staff (id)
);

-- Challenges that were answered, until they would have ended: none is answered twice.
create table spent_challenge (
    sha256 text primary key,
    ends_at bigint not null
);

create index spent_challenge_ends on spent_challenge (ends_at);

-- People whose bylines are taken out wherever readers look. Their names are kept here alone.
create table protection (
    topic_id bigint primary key,
    names text not null,
    at bigint not null,
    staff_id bigint,
    constraint protection_topic_fkey foreign key (topic_id) references topic (id)
);

-- Acts that wait for a second admin, where the newsroom wants one.
create table request (
    id bigint primary key,
    what text not null,
    about_id bigint not null,
    detail text not null,
    wish text not null,
    staff_id bigint not null,
    at bigint not null,
    ends_at bigint not null,
    constraint request_what_check check (what in ('post', 'link', 'protection', 'picture', 'document'))
);
