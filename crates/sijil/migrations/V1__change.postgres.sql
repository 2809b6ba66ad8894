-- The one sequence of changes. Numbers are handed out before the commit, so readers order by the
-- transaction first and stay below the oldest one that still runs.
create table change (
    seq bigserial primary key,
    xid xid8 not null default pg_current_xact_id(),
    kind text not null,
    subject bigint not null,
    version bigint not null,
    at bigint not null
);

create index change_order on change (xid, seq);

create table epoch (
    id bigint primary key,
    mark text not null,
    constraint epoch_id_check check (id = 1)
);
