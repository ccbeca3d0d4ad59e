-- Which rules passwords and sessions follow: the last row is in force, none means dengbao-3.
create table security_profile (
  id integer primary key generated always as identity,
  profile text not null check (profile in ('dengbao-3', 'asvs')),
  reason text not null,
  chosen_by uuid not null references account,
  chosen_at timestamptz not null default clock_timestamp()
);
grant select, insert on security_profile to tandem_app;

-- When the password was set, and when somebody last signed in: what ages is changed, what is unused is closed.
alter table account add column password_at timestamptz;
alter table account add column used_at timestamptz not null default clock_timestamp();
update account set password_at = clock_timestamp() where password_hash is not null;

-- The last passwords of an account, the present one among them: none of them is set again.
create table former_password (
  account_id uuid not null references account,
  password_hash text not null,
  set_at timestamptz not null default clock_timestamp()
);
create index former_password_account on former_password (account_id, set_at desc);
insert into former_password (account_id, password_hash) select id, password_hash from account where password_hash is not null;
grant select, insert, delete on former_password to tandem_app;

-- When a second factor was last shown in a session; null: not yet.
alter table session add column proved_at timestamptz;

-- Where a wrong log-in came from, hashed: whoever tries many names is slowed down too.
alter table login_failure add column source text;
create index login_failure_source on login_failure (source, at);

-- The seed of an authenticator app, encrypted by a key that the database does not have; `pending` until a code of it was shown.
create table totp (
  account_id uuid primary key references account,
  seed bytea,
  pending bytea,
  confirmed_at timestamptz
);
-- A code is good once.
create table totp_used (
  account_id uuid not null references account,
  step bigint not null,
  primary key (account_id, step)
);

-- Public keys of passkeys.
create table passkey (
  id text primary key,
  account_id uuid not null references account,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- Challenges that were answered: each is good once.
create table used_challenge (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);
-- `for update skip locked` over what is swept needs an update right.
grant select, insert, update, delete on totp, passkey, used_challenge to tandem_app;
grant select, insert, delete on totp_used to tandem_app;
