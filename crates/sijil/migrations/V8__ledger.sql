-- In which of somebody's sessions an act was done; the command line has none. Each row has a number
-- and the SHA-256 over what it says and over the row before it. Rows that are older than this have
-- neither, and are counted here once and for all.
alter table ledger add column session_id bigint;
alter table ledger add column seq bigint;
alter table ledger add column sha256 text;

create unique index ledger_seq on ledger (seq);

create table ledger_head (
    id bigint primary key,
    seq bigint not null,
    sha256 text not null,
    older bigint not null,
    constraint ledger_head_id_check check (id = 1)
);

insert into ledger_head (id, seq, sha256, older)
select 1, 0, '', count(*)
from ledger;
