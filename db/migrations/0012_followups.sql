-- What officers say of a record beside its facts; no rule reads any of it. Said once, never written over.
create table follow_up (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  -- A word of the pack's list `followUpForms`; null: a note.
  form text,
  day date not null,
  text text not null check (text <> ''),
  next_step text,
  next_day date,
  unit text not null,
  account_id uuid not null,
  said_at timestamptz not null default clock_timestamp(),
  check ((next_step is null) = (next_day is null))
);
create index follow_up_subject on follow_up (subject_id, day desc);

-- What its author took back: it is shown no more, its row stays.
create table follow_up_taken_back (
  follow_up_id uuid primary key references follow_up,
  reason text not null,
  account_id uuid not null,
  taken_back_at timestamptz not null default clock_timestamp()
);

-- A photo without anything that tells where and when it was taken; its content stands in `file`.
create table follow_up_photo (
  id uuid primary key default uuidv7(),
  follow_up_id uuid not null references follow_up,
  sha256 text not null references file
);
create index follow_up_photo_of on follow_up_photo (follow_up_id);

-- A colleague who was asked to look; it waits until seen.
create table mention (
  id uuid primary key default uuidv7(),
  follow_up_id uuid not null references follow_up,
  account_id uuid not null references account,
  mentioned_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz,
  unique (follow_up_id, account_id)
);
create index mention_waiting on mention (account_id) where seen_at is null;

-- What an agreement asks of the city or of the investor. Its state is what was said of it last; nothing said: it is open.
create table promise (
  id uuid primary key default uuidv7(),
  subject_id uuid not null references subject,
  side text not null check (side in ('city', 'investor')),
  text text not null check (text <> ''),
  due date,
  -- In fen of 人民币.
  amount bigint check (amount > 0),
  unit text not null,
  account_id uuid not null,
  said_at timestamptz not null default clock_timestamp()
);
create index promise_subject on promise (subject_id);
create table promise_act (
  id uuid primary key default uuidv7(),
  promise_id uuid not null references promise,
  state text not null check (state in ('open', 'kept', 'late', 'waived', 'withdrawn')),
  day date not null,
  reason text,
  evidence_id uuid references evidence,
  unit text not null,
  account_id uuid not null,
  said_at timestamptz not null default clock_timestamp()
);
create index promise_act_of on promise_act (promise_id, id desc);

-- What somebody has typed and not sent, sealed by a key that the database does not have. Their own, for thirty days.
create table draft (
  account_id uuid not null,
  key text not null,
  body bytea not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (account_id, key)
);

grant select, insert on follow_up, follow_up_taken_back, follow_up_photo, promise, promise_act to tandem_app;
grant select, insert, update on mention to tandem_app;
grant select, insert, update, delete on draft to tandem_app;
