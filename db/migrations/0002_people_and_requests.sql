-- The one erasable table: names and whatever else names a human. Facts, audit and answers hold its id.
create table person (
  id uuid primary key default uuidv7(),
  name text not null,
  erased_at timestamptz
);

create table account (
  id uuid primary key default uuidv7(),
  login text not null,
  -- The login as it is compared: NFKC, lower case, without blanks and zero-width characters.
  login_key text not null unique,
  person_id uuid not null references person,
  password_hash text,
  unit text not null,
  post text not null,
  role text not null,
  demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  begun_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp()
);
create index session_account on session (account_id);

create table login_failure (
  login_key text not null,
  at timestamptz not null default clock_timestamp()
);
create index login_failure_key on login_failure (login_key, at);

-- First-run set-up: the hash of the one-time code that the process printed.
create table setup_code (
  code_hash bytea primary key,
  expires_at timestamptz not null
);

-- Every write carries an id; the same id again gives the same answer and no second effect.
create table request (
  id uuid primary key,
  account_id uuid,
  body_hash text not null,
  answer jsonb,
  at timestamptz not null default clock_timestamp()
);

create table audit (
  seq bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  account_id uuid,
  unit text,
  action text not null,
  object_kind text not null,
  object_id text not null,
  request uuid not null,
  detail jsonb not null default '{}'
);
create index audit_object on audit (object_kind, object_id);

-- Files by content; the bytes stand in the data folder or in `content` where there is none.
create table file (
  sha256 text primary key,
  name text not null,
  size bigint not null,
  content bytea not null,
  expires_at timestamptz,
  stored_at timestamptz not null default clock_timestamp()
);

create table evidence (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  milestone text not null,
  sha256 text not null references file,
  name text not null,
  kind text not null,
  unit text not null,
  account uuid,
  request uuid not null,
  added_at timestamptz not null default clock_timestamp()
);
create index evidence_subject on evidence (subject_id);

-- One import: the files of one act, previewed, confirmed, carried out in one transaction.
create table import (
  id uuid primary key default uuidv7(),
  account_id uuid,
  unit text not null,
  -- Set where a past year is taken over with its verdicts: the document that says so.
  document text,
  files jsonb not null,
  state text not null,
  done integer not null default 0,
  total integer not null default 0,
  report jsonb,
  error text,
  begun_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
