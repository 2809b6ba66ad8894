-- A story as the desk lists it: a narrow row, so that a hundred thousand are looked through quickly.
-- `words` is the SHA-256 of what it says, by which a translation notices that its source changed.
create table desk_story (
    article_id bigint primary key,
    lang text not null,
    state text not null,
    section_id bigint,
    owner_id bigint,
    title text not null,
    folded text not null,
    words text not null,
    touched_at bigint not null,
    touched_by bigint,
    constraint desk_story_article_fkey foreign key (article_id) references article (id)
);

-- The later columns are only looked at: what does not fit is passed over without its row.
create index desk_story_touched on desk_story (touched_at, article_id, lang, section_id, folded);
create index desk_story_state on desk_story (state, touched_at, article_id, lang, section_id, folded);
create index desk_story_section on desk_story (section_id, touched_at, article_id);
create index desk_story_owner on desk_story (owner_id, touched_at, article_id);

insert into desk_story (article_id, lang, state, section_id, owner_id, title, folded, words,
                        touched_at, touched_by)
select id, lang, state, section_id, null, headline, substr(headline, 1, 200), '',
       coalesce(updated_at, 0), null
from article;

-- Somebody found a story ready; without this row it is still in review.
create table approval (
    article_id bigint primary key,
    staff_id bigint,
    at bigint not null,
    constraint approval_article_fkey foreign key (article_id) references article (id)
);

-- Before this instant nobody may publish the story.
create table embargo (
    article_id bigint primary key,
    until bigint not null,
    reason text not null,
    staff_id bigint,
    at bigint not null,
    constraint embargo_article_fkey foreign key (article_id) references article (id)
);

create index embargo_until on embargo (until);

-- What is being written: the newest sheet of a story, and how often it was saved.
create table draft (
    article_id bigint primary key,
    version bigint not null,
    page text not null,
    staff_id bigint not null,
    at bigint not null,
    sheet text not null,
    constraint draft_article_fkey foreign key (article_id) references article (id)
);

-- Older sheets, and those that lost when two people wrote at once.
create table draft_copy (
    id bigint primary key,
    article_id bigint not null,
    kind text not null,
    staff_id bigint not null,
    at bigint not null,
    sheet text not null,
    constraint draft_copy_article_fkey foreign key (article_id) references article (id),
    constraint draft_copy_kind_check check (kind in ('saved', 'aside'))
);

create index draft_copy_article on draft_copy (article_id, at, id);
create index draft_copy_at on draft_copy (at);

-- Who is writing, until they have not been seen for a while.
create table story_lock (
    article_id bigint primary key,
    staff_id bigint not null,
    since bigint not null,
    seen_at bigint not null,
    constraint story_lock_article_fkey foreign key (article_id) references article (id)
);

-- What colleagues tell each other about a story; readers never see it.
create table story_note (
    id bigint primary key,
    article_id bigint not null,
    staff_id bigint not null,
    for_id bigint,
    at bigint not null,
    text text not null,
    done_at bigint,
    constraint story_note_article_fkey foreign key (article_id) references article (id)
);

create index story_note_article on story_note (article_id, id);
create index story_note_for on story_note (for_id, done_at, id);

-- Who is to write what by when; the story follows when it is begun.
create table assignment (
    id bigint primary key,
    brief text not null,
    lang text not null,
    staff_id bigint not null,
    by_id bigint not null,
    at bigint not null,
    due_at bigint not null,
    article_id bigint,
    done_at bigint,
    constraint assignment_article_fkey foreign key (article_id) references article (id)
);

create index assignment_due on assignment (due_at, id);
create index assignment_staff on assignment (staff_id, done_at, due_at);
create index assignment_article on assignment (article_id);

-- Links that show a story as it will look to whoever has them, for a time.
create table preview (
    id bigint primary key,
    token_sha256 text not null,
    article_id bigint not null,
    staff_id bigint not null,
    at bigint not null,
    expires_at bigint not null,
    constraint preview_token_key unique (token_sha256),
    constraint preview_article_fkey foreign key (article_id) references article (id)
);

create index preview_article on preview (article_id, at);
create index preview_expires on preview (expires_at);

-- What a translation was made from.
create table translation_basis (
    article_id bigint primary key,
    source_id bigint not null,
    words text not null,
    content text not null,
    staff_id bigint,
    at bigint not null,
    constraint translation_basis_article_fkey foreign key (article_id) references article (id),
    constraint translation_basis_source_fkey foreign key (source_id) references article (id)
);

create index translation_basis_source on translation_basis (source_id);

alter table correction add column kind text not null default 'correction';

create index correction_at on correction (at, id);

-- Front pages that are to come.
create table front_plan (
    id bigint primary key,
    lang text not null,
    at bigint not null,
    leads text not null,
    staff_id bigint not null,
    made_at bigint not null,
    constraint front_plan_at_key unique (lang, at)
);

-- The breaking line above every page of a language, until it ends.
create table banner (
    lang text primary key,
    text text not null,
    link text not null,
    ends_at bigint not null,
    staff_id bigint not null,
    at bigint not null
);
