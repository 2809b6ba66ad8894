-- Style sheets of the newsroom's own look, by the beginning of their hash: pages that are kept
-- elsewhere ask for the old one for a while.
create table look (
    name text primary key,
    css text not null,
    at bigint not null
);

-- Links that stand in menus beside the sections and the newsroom's own pages.
create table menu_link (
    place text not null,
    lang text not null,
    position bigint not null,
    label text not null,
    href text not null,
    constraint menu_link_pkey primary key (place, lang, position),
    constraint menu_link_place_check check (place in ('top', 'foot'))
);

-- Every slug that a section, tag or person gave up: it leads to the new one for ever.
create table topic_address (
    kind text not null,
    lang text not null,
    slug text not null,
    topic_id bigint not null,
    at bigint not null,
    constraint topic_address_pkey primary key (kind, lang, slug),
    constraint topic_address_topic_fkey foreign key (topic_id) references topic (id)
);

create index topic_address_topic on topic_address (topic_id);
