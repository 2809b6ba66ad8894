-- In which of somebody's sessions an act was done; the command line has none.
alter table ledger add column session_id bigint;
