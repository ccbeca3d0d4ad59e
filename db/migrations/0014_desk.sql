-- What waits for whom: each milestone that is declared, verified or appealed, once for each unit whose turn it is. Made from the
-- dossiers in the transaction that changes them, under the pack's matrix; made again at any time, and compared by the self-audit.
create table waiting (
  subject_id uuid not null,
  milestone text not null,
  -- '' where the matrix leaves nobody.
  unit text not null,
  part text not null check (part in ('verify', 'certify')),
  state text not null,
  kind text not null,
  day date,
  -- The act since which it waits, and its day.
  seq bigint not null,
  since date not null,
  -- What its gate asks for and is not there, beside evidence; and the evidence that it asks for: of each, the words that will do.
  lacks text[] not null,
  evidence jsonb not null,
  primary key (subject_id, milestone, unit)
);
create index waiting_unit on waiting (unit, seq);
grant select, insert, update, delete on waiting to tandem_app;

-- A ledger that stands already is derived again, which fills the worklist. Nothing here is of the moment, so that an upgrade that was
-- broken off and taken up again ends as any other.
insert into revision (id, pack_hash, cause, begun_at, total, finished_at) overriding system value
select id + 1, pack_hash, '建立待办清单', begun_at, (select count(*)::int from dossier), case when not exists (select from dossier) then begun_at end
from revision order by id desc limit 1;
select setval(pg_get_serial_sequence('revision', 'id'), max(id)) from revision having max(id) is not null;

-- How evidence was come by, as whoever added it said; and how it was verified, by whom and when. Said again, never changed.
alter table evidence add column origin text;
create table evidence_check (
  id uuid primary key default uuidv7(),
  evidence_id uuid not null references evidence,
  how text not null,
  -- False: it was found wanting.
  good boolean not null,
  unit text not null,
  account uuid,
  request uuid not null,
  checked_at timestamptz not null default clock_timestamp()
);
create index evidence_check_evidence on evidence_check (evidence_id);
grant select, insert on evidence_check to tandem_app;

-- A check on the spot by two persons. Confirmed by the second, it stands as evidence of its own.
create table site_check (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  milestone text not null,
  day date not null,
  findings text not null,
  good boolean not null,
  unit text not null,
  account uuid not null,
  request uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  confirmed_unit text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  evidence_id uuid references evidence,
  check (confirmed_by is null or confirmed_by <> account)
);
create index site_check_subject on site_check (subject_id);
grant select, insert, update on site_check to tandem_app;

-- Packs of working papers: a figure with all that it stands on, made in the background into one file.
create table working_paper (
  id uuid primary key default uuidv7(),
  measure text not null,
  owner text not null,
  window_name text not null,
  standing text not null,
  -- The numbers of a freeze, where they are meant.
  freeze_id uuid references period_freeze,
  unit text not null,
  account uuid not null,
  role text not null,
  units text[] not null,
  request uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  total integer not null default 0,
  done integer not null default 0,
  -- The file is kept for some days.
  sha256 text,
  failed text,
  finished_at timestamptz
);
create index working_paper_account on working_paper (account, asked_at);
grant select, insert, update on working_paper to tandem_app;
