-- Audit rows are put under seal after they are committed, in the order of their transactions.

-- What a transaction's number is raised by, so that numbers go on growing where the data came from another server,
-- and the id of the key that seals (null until the first start).
create table audit_epoch (
  only_one boolean primary key default true check (only_one),
  "offset" bigint not null default 0,
  key text
);
insert into audit_epoch default values;

create function audit_xid() returns bigint language sql stable
  return pg_current_xact_id()::text::bigint + (select "offset" from audit_epoch);

-- Rows from before this migration have xid 0 and no mac.
alter table audit add column xid bigint not null default 0;
alter table audit alter column xid set default audit_xid();
alter table audit add column mac bytea;
alter table audit add constraint audit_mac check (mac is not null or xid = 0);
create index audit_xid_seq on audit (xid, seq);

-- One seal: the rows with from_xid < xid <= to_xid.
create table audit_seal (
  id bigint primary key,
  from_xid bigint not null,
  to_xid bigint not null,
  rows bigint not null,
  -- Merkle root over the rows in the order of (xid, seq).
  root bytea not null,
  -- The hash of the seal before; zeros in the first.
  prev bytea not null,
  at timestamptz not null,
  key text not null,
  signature bytea not null
);

grant select, insert on audit_seal to tandem_app;
grant select on audit_epoch to tandem_app;
-- The app gives neither number of a row.
revoke insert on audit from tandem_app;
grant insert (at, account_id, unit, action, object_kind, object_id, request, detail, mac) on audit to tandem_app;
