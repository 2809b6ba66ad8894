-- Sections, tags and people: what stories are listed under.
create table topic (
    id bigint primary key,
    kind text not null,
    parent_id bigint,
    position bigint not null,
    constraint topic_parent_fkey foreign key (parent_id) references topic (id),
    constraint topic_kind_check check (kind in ('section', 'tag', 'person'))
);

create table topic_name (
    topic_id bigint not null,
    lang text not null,
    kind text not null,
    slug text not null,
    name text not null,
    role text not null,
    about text not null,
    constraint topic_name_pkey primary key (topic_id, lang),
    constraint topic_name_topic_fkey foreign key (topic_id) references topic (id),
    constraint topic_name_slug_key unique (kind, lang, slug)
);

create table picture (
    id bigint primary key,
    sha256 text not null,
    width bigint not null,
    height bigint not null,
    at bigint not null,
    constraint picture_sha256_key unique (sha256)
);

-- A story in one language. Its columns are what lists show; what was published is in `revision`.
create table article (
    id bigint primary key,
    translation_id bigint not null,
    lang text not null,
    state text not null,
    section_id bigint,
    slug text not null,
    day text not null,
    headline text not null,
    standfirst text not null,
    picture_id bigint,
    picture_alt text not null,
    content text not null,
    published_at bigint,
    updated_at bigint,
    scheduled_at bigint,
    revision bigint not null,
    version bigint not null,
    constraint article_section_fkey foreign key (section_id) references topic (id),
    constraint article_picture_fkey foreign key (picture_id) references picture (id),
    constraint article_translation_key unique (translation_id, lang),
    constraint article_state_check
        check (state in ('draft', 'review', 'scheduled', 'published', 'withdrawn'))
);

create index article_latest on article (lang, state, published_at, id);
create index article_day on article (lang, day, published_at, id);
create index article_due on article (state, scheduled_at, id);
create index article_section on article (section_id);
create index article_picture on article (picture_id);

create table article_topic (
    article_id bigint not null,
    topic_id bigint not null,
    position bigint not null,
    constraint article_topic_pkey primary key (article_id, topic_id),
    constraint article_topic_article_fkey foreign key (article_id) references article (id),
    constraint article_topic_topic_fkey foreign key (topic_id) references topic (id)
);

create index article_topic_topic on article_topic (topic_id, article_id);

-- What is publicly listed under what, a section's stories under its parents too.
create table listing (
    topic_id bigint not null,
    lang text not null,
    published_at bigint not null,
    article_id bigint not null,
    constraint listing_pkey primary key (topic_id, lang, published_at, article_id),
    constraint listing_topic_fkey foreign key (topic_id) references topic (id),
    constraint listing_article_fkey foreign key (article_id) references article (id)
);

create index listing_article on listing (article_id);

-- Every address a story ever had: the newest is the story's own, the others redirect to it for ever.
create table address (
    lang text not null,
    day text not null,
    slug text not null,
    article_id bigint not null,
    at bigint not null,
    constraint address_pkey primary key (lang, day, slug),
    constraint address_article_fkey foreign key (article_id) references article (id)
);

create index address_article on address (article_id);

-- What was published: immutable, with the SHA-256 of its canonical text.
create table revision (
    article_id bigint not null,
    number bigint not null,
    at bigint not null,
    sha256 text not null,
    canonical text not null,
    constraint revision_pkey primary key (article_id, number),
    constraint revision_article_fkey foreign key (article_id) references article (id)
);

create table correction (
    id bigint primary key,
    article_id bigint not null,
    revision bigint not null,
    at bigint not null,
    text text not null,
    constraint correction_revision_fkey foreign key (article_id, revision)
        references revision (article_id, number)
);

create index correction_article on correction (article_id, at);

create table withdrawal (
    article_id bigint primary key,
    at bigint not null,
    notice text not null,
    constraint withdrawal_article_fkey foreign key (article_id) references article (id)
);

create table front_lead (
    lang text not null,
    position bigint not null,
    article_id bigint not null,
    constraint front_lead_pkey primary key (lang, position),
    constraint front_lead_article_key unique (article_id),
    constraint front_lead_article_fkey foreign key (article_id) references article (id)
);

-- The newsroom's own words: its name, and its about, contact and method pages.
create table slot (
    name text not null,
    lang text not null,
    title text not null,
    body text not null,
    constraint slot_pkey primary key (name, lang)
);

create table import_item (
    identity text primary key,
    source text not null,
    sha256 text not null,
    article_id bigint not null,
    record text not null,
    at bigint not null,
    constraint import_item_article_fkey foreign key (article_id) references article (id)
);

create index import_item_sha256 on import_item (sha256);
create index import_item_article on import_item (article_id);
