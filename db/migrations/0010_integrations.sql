-- Tokens by which other systems act as an account of the role `integration`. The token itself is nowhere: only its SHA-256.
create table service_token (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  name text not null,
  token_hash bytea not null unique,
  -- Of what the role may do, so much.
  rights text[] not null check (rights <> '{}'),
  -- The last day on which it is good.
  expires_on date not null,
  made_by uuid not null references account,
  made_at timestamptz not null default clock_timestamp(),
  used_on date,
  revoked_by uuid references account,
  revoked_at timestamptz,
  check (expires_on <= made_at::date + interval '1 year')
);

-- Who is told of what, and where.
create table webhook (
  id uuid primary key default uuidv7(),
  name text not null,
  url text not null,
  topics text[] not null check (topics <> '{}'),
  -- What messages are signed with, encrypted by a key that the database does not have.
  secret bytea not null,
  made_by uuid not null references account,
  made_at timestamptz not null default clock_timestamp(),
  -- Given up after many failures, until somebody resumes it.
  paused_at timestamptz,
  -- A process that delivers has it until then.
  leased_until timestamptz,
  ended_by uuid references account,
  ended_at timestamptz
);

-- The outbox: one row for each act and webhook that wants it, written in the transaction of the act. Ids and kinds only.
create table message (
  seq bigint primary key generated always as identity,
  -- What its receiver knows it by; unlike the number it never comes again, also not after a restore.
  id uuid not null unique default uuidv7(),
  webhook_id uuid not null references webhook,
  topic text not null,
  object_kind text not null,
  object_id text not null,
  at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  last_error text,
  delivered_at timestamptz,
  skipped_at timestamptz
);
create index message_webhook on message (webhook_id, seq);
create index message_waiting on message (webhook_id, seq) where delivered_at is null and skipped_at is null;

-- The person at the city's single sign-on whose log-in is an account's: a keyed hash of issuer and subject. Ended, never changed.
create table oidc_link (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  subject_mac text not null,
  linked_by uuid not null references account,
  linked_at timestamptz not null default clock_timestamp(),
  ended_by uuid references account,
  ended_at timestamptz
);
create unique index oidc_link_account on oidc_link (account_id) where ended_at is null;
create unique index oidc_link_subject on oidc_link (subject_mac) where ended_at is null;

grant select, insert, update on service_token, webhook, oidc_link to tandem_app;
grant select, insert, update, delete on message to tandem_app;
