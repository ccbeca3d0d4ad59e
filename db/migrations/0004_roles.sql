-- Who may do what, from when to when and by whom; the account keeps only log-in and the unit that the person works at.
-- A grant is never changed but to be ended, once.
create table role_grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  role text not null,
  unit text not null,
  -- Further units whose records the grant reaches: 分管单位.
  also text[] not null default '{}',
  document text not null default '',
  granted_by uuid references account,
  granted_at timestamptz not null default clock_timestamp(),
  ended_by uuid references account,
  ended_at timestamptz,
  check (granted_by <> account_id),
  check (ended_at >= granted_at)
);
-- One standing grant an account: so nobody holds two of the administrators' roles, or one of them beside business.
create unique index role_grant_standing on role_grant (account_id) where ended_at is null;
create index role_grant_account on role_grant (account_id, granted_at);

create function role_grant_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null or new.ended_at is null
    or (new.id, new.account_id, new.role, new.unit, new.also, new.document, new.granted_by, new.granted_at)
      is distinct from (old.id, old.account_id, old.role, old.unit, old.also, old.document, old.granted_by, old.granted_at) then
    raise exception 'a grant can only be ended, once';
  end if;
  return new;
end $$;
create trigger role_grant_kept before update or delete on role_grant for each row execute function role_grant_kept();

-- A unit officer of the first cut may be of a park or a township; both reach as far, and a new grant says which.
insert into role_grant (account_id, role, unit, granted_at)
select id, case role when 'unit-officer' then 'park-officer' else role end, unit, created_at from account where disabled_at is null;
alter table account drop column role;

-- What each role may do, as each version of the program had it: “who had which right on that day”.
create table rights_version (
  id integer primary key generated always as identity,
  rows jsonb not null,
  since timestamptz not null default clock_timestamp()
);

-- A record shown to a further unit.
create table record_share (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  unit text not null,
  reason text not null,
  shared_by uuid,
  shared_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_at timestamptz
);
create unique index record_share_standing on record_share (subject_id, unit) where ended_at is null;
create index record_share_unit on record_share (unit, subject_id) where ended_at is null;

-- A record under negotiation that only its own units and those with a right to sealed records see.
create table record_seal (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  reason text not null,
  sealed_by uuid,
  sealed_at timestamptz not null default clock_timestamp(),
  lifted_by uuid,
  lifted_at timestamptz
);
create unique index record_seal_standing on record_seal (subject_id) where lifted_at is null;

grant select, insert on rights_version to tandem_app;
grant select, insert, update on role_grant, record_share, record_seal to tandem_app;

-- A one-time code by which a person sets the password of an account that somebody else made or reset.
create table activation_code (
  account_id uuid primary key references account,
  code_hash bytea not null,
  expires_at timestamptz not null,
  made_by uuid references account
);
grant select, insert, update, delete on activation_code to tandem_app;
