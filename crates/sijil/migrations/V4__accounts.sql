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
        check (way in ('passkey', 'password', 'second', 'recovery', 'link'))
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
