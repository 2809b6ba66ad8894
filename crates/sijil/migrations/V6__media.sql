-- What the desk says of a picture: who handed it in and under which name, its words for stories to
-- begin with, and the point that a crop keeps, in hundredths of width and height. `words` is what is
-- searched, folded.
alter table picture add column staff_id bigint;
alter table picture add column name text not null default '';
alter table picture add column alt_ar text not null default '';
alter table picture add column alt_en text not null default '';
alter table picture add column caption_ar text not null default '';
alter table picture add column caption_en text not null default '';
alter table picture add column credit_ar text not null default '';
alter table picture add column credit_en text not null default '';
alter table picture add column focus_x bigint not null default 50;
alter table picture add column focus_y bigint not null default 50;
alter table picture add column words text not null default '';

create index picture_newest on picture (at, id);
create index picture_staff on picture (staff_id, at, id);

-- Papers that readers may download: never shown by us.
create table document (
    id bigint primary key,
    sha256 text not null,
    kind text not null,
    bytes bigint not null,
    name text not null,
    title_ar text not null,
    title_en text not null,
    words text not null,
    staff_id bigint,
    at bigint not null,
    constraint document_sha256_key unique (sha256),
    constraint document_kind_check
        check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'))
);

create index document_newest on document (at, id);

-- Which stories use a picture or a document: in their working copy, or ever in print.
create table media_use (
    sha256 text not null,
    article_id bigint not null,
    is_printed bigint not null,
    constraint media_use_pkey primary key (sha256, article_id),
    constraint media_use_article_fkey foreign key (article_id) references article (id)
);

create index media_use_article on media_use (article_id);

insert into media_use (sha256, article_id, is_printed)
select p.sha256, a.id, 1
from article a
join picture p on p.id = a.picture_id;

-- A file that is being handed in. How much of it has come is the length of its file on disk.
create table upload (
    id bigint primary key,
    batch bigint not null,
    staff_id bigint not null,
    name text not null,
    bytes bigint not null,
    state text not null,
    refusal text not null,
    sha256 text not null,
    at bigint not null,
    constraint upload_state_check check (state in ('open', 'new', 'known', 'refused'))
);

create index upload_batch on upload (batch, id);
create index upload_staff on upload (staff_id, state);
create index upload_at on upload (at);
