-- Lists that leave as files, layouts that offices keep, and what was picked for rows that came without a number.

-- For rows without a number: place in the files → the number of a record, `new` or `out`. Places and numbers only.
alter table import add column picks jsonb not null default '{}';
-- The layouts that its sheets were found by, beside the pack's: it is carried out as it was shown, whatever becomes of them.
alter table import add column layouts jsonb not null default '[]';

-- A layout that a unit keeps for itself; a new version takes the place of the former, and one that is ended is offered no more.
create table layout (
  id uuid primary key default uuidv7(),
  unit text not null,
  register text not null,
  label text not null check (length(label) between 1 and 60),
  title text not null,
  columns jsonb not null,
  made_by uuid not null references account,
  made_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  ended_at timestamptz
);
create unique index layout_label on layout (unit, register, label) where ended_at is null;

-- A list on its way out, for who asked for it alone.
create table export (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  -- In whose name it was asked for: what the list shows follows from it.
  unit text not null,
  units text[] not null,
  role text not null,
  kind text not null,
  -- The register as it is laid out.
  form jsonb not null,
  label text not null,
  -- Filters and words: they may be a name, so they stand sealed, and are gone when the list is written.
  query bytea,
  name text not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null,
  file text,
  error text,
  begun_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
create index export_account on export (account_id, begun_at);
create index export_running on export (begun_at) where state = 'running';

grant select, insert, update on layout, export to tandem_app;
