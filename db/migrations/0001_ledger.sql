-- The ledger: what happened, append-only, and what follows from it.
-- One sequence numbers facts, verdicts, decisions, mergers and postings, so that "as of number n" means one state.

create sequence ledger_seq;

create table subject (
  id uuid primary key default uuidv7(),
  kind text not null,
  number text not null,
  unique (kind, number)
);

-- One statement about one subject. kind: entry (content: fields, references, credits), a milestone (day), or transfer (day, credits).
create table fact (
  seq bigint primary key default nextval('ledger_seq'),
  id uuid not null unique default uuidv7(),
  subject_id uuid not null references subject,
  kind text not null,
  day date,
  content jsonb not null default '{}',
  withdrawn boolean not null default false,
  supersedes uuid unique references fact (id),
  origin jsonb,
  reason text,
  unit text not null,
  account uuid,
  request uuid not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index fact_subject on fact (subject_id, seq);

create table verdict (
  seq bigint primary key default nextval('ledger_seq'),
  id uuid not null unique default uuidv7(),
  subject_id uuid not null references subject,
  milestone text not null,
  act text not null,
  day date not null,
  reason text,
  document text,
  -- Taken over with a past year's register, marked for ever.
  taken_over boolean not null default false,
  unit text not null,
  account uuid,
  request uuid not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index verdict_subject on verdict (subject_id, seq);

-- The fold of a subject's standing facts and verdicts; version counts its changes.
create table dossier (
  subject_id uuid primary key references subject,
  kind text not null,
  number text not null,
  unit text not null,
  state text not null,
  body jsonb not null,
  version integer not null default 1,
  seq bigint not null
);
create index dossier_kind on dossier (kind, number);

create table reference (
  from_id uuid not null references subject,
  from_kind text not null,
  role text not null,
  to_id uuid not null references subject,
  primary key (from_id, role)
);
create index reference_back on reference (to_id, from_kind, role);

-- The units that a subject is credited to on any day: for lists and rights.
create table credited (
  subject_id uuid not null references subject,
  unit text not null,
  primary key (subject_id, unit)
);
create index credited_unit on credited (unit, subject_id);

-- A pack's content, and the state of decisions, that postings were derived under.
create table pack_version (
  hash text primary key,
  city text not null,
  files jsonb not null,
  stored_at timestamptz not null default clock_timestamp()
);

create table revision (
  id integer primary key generated always as identity,
  pack_hash text not null references pack_version,
  cause text not null,
  begun_at timestamptz not null default clock_timestamp(),
  -- Derived again: how many subjects in all, how many so far, and the last of them.
  total integer not null default 0,
  done integer not null default 0,
  last_subject uuid,
  finished_at timestamptz
);

-- Signed differences. Figures are sums over them.
create table posting (
  seq bigint primary key default nextval('ledger_seq'),
  measure text not null,
  owner text not null,
  standing text not null,
  day date not null,
  quantity numeric not null,
  doubt integer not null,
  clause text not null,
  subject_id uuid not null references subject,
  facts uuid[] not null,
  revision integer not null references revision,
  request uuid not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index posting_figure on posting (measure, owner, standing, day) include (quantity, doubt, seq);
create index posting_subject on posting (subject_id);
create index posting_day on posting (day);

create table award_case (
  award text not null,
  case_key text not null,
  year integer not null,
  day date not null,
  subject_id uuid not null references subject,
  outcome text not null,
  min_fen numeric,
  max_fen numeric,
  working jsonb not null,
  missing text[] not null,
  revision integer not null references revision,
  primary key (award, case_key, year)
);
create index award_case_subject on award_case (subject_id);
create index award_case_year on award_case (year, award);

-- What the source leaves open, decided on a document by one person and approved by another.
create table decision (
  id uuid primary key default uuidv7(),
  parameter text not null,
  value jsonb not null,
  from_day date,
  document text not null,
  taken_over boolean not null default false,
  proposed_by uuid,
  proposed_at timestamptz not null default clock_timestamp(),
  approved_by uuid,
  approved_at timestamptz,
  -- Its place in the ledger, from its approval on.
  seq bigint unique
);
create index decision_parameter on decision (parameter, seq);

create table unit_merger (
  seq bigint primary key default nextval('ledger_seq'),
  unit text not null unique,
  merged_into text not null,
  day date not null,
  document text not null,
  account uuid,
  request uuid not null
);

create table period_freeze (
  id uuid primary key default uuidv7(),
  window_name text not null unique,
  from_day date not null,
  to_day date not null,
  last_seq bigint not null,
  document text,
  account uuid,
  frozen_at timestamptz not null default clock_timestamp()
);

create table frozen_figure (
  freeze_id uuid not null references period_freeze,
  measure text not null,
  owner text not null,
  window_name text not null,
  standing text not null,
  value numeric,
  doubt integer not null,
  numerator numeric,
  denominator numeric,
  -- The parameters that it hung on: {parameter: {written, decided, source}}.
  decisions jsonb not null,
  primary key (freeze_id, measure, owner, window_name, standing)
);
