-- What is held of a human beside the name is encrypted by a key that the database does not have; `kept_at` is when any of it was last said.
alter table person
  add column phone bytea,
  add column id_number bytea,
  add column email bytea,
  add column kept_at timestamptz not null default clock_timestamp();

-- Whose content was deleted with a person: its row and its hash stay, so what rested on it still says so.
alter table file add column erased_at timestamptz;

-- What a person asked for: a copy of everything held (done at once), or erasure (proposed by one, carried out or refused by another).
create table person_request (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('hand-over', 'erasure')),
  subject_id uuid not null references subject,
  -- The field of the record that names the human.
  field text not null,
  reason text not null,
  document text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default clock_timestamp(),
  decided_by uuid,
  decided_at timestamptz,
  refused_because text,
  check (kind = 'hand-over' or decided_by <> proposed_by),
  check ((decided_by is null) = (decided_at is null))
);
create unique index person_request_waiting on person_request (subject_id, field) where kind = 'erasure' and decided_at is null;

create function person_request_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a request that was dealt with is never changed';
end $$;
create trigger person_request_stands before update on person_request
  for each row when (old.decided_at is not null) execute function person_request_stands();
grant select, insert, update on person_request to tandem_app;
