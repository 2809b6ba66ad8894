-- The one sequence of changes. A single writer makes `seq` exact.
create table change (
    seq integer primary key autoincrement,
    kind text not null,
    subject bigint not null,
    version bigint not null,
    at bigint not null
);

create table epoch (
    id bigint primary key,
    mark text not null,
    constraint epoch_id_check check (id = 1)
);
