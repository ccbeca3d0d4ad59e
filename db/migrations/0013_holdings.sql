-- 首报首谈. Nothing that rules read: who found an investor first, and who asked.

-- By what a lead is recognised: keyed hashes of its investor's names and numbers, made by a key that the database does not have.
create table holding_lead (
  subject_id uuid primary key references subject,
  -- The statement that the keys were made of; null: they are to be made anew.
  entry uuid,
  -- The humans whom a key tells of.
  people uuid[] not null default '{}'
);
create index holding_lead_stale on holding_lead (subject_id) where entry is null;
create index holding_lead_people on holding_lead using gin (people);

create table holding_key (
  mac text not null,
  kind text not null check (kind in ('code', 'name', 'phone', 'controller', 'person')),
  subject_id uuid not null references holding_lead,
  -- The human of whom it tells: it goes with them.
  person_id uuid,
  primary key (mac, kind, subject_id)
);
create index holding_key_subject on holding_key (subject_id);
create index holding_key_person on holding_key (person_id) where person_id is not null;

-- What was said newly of a human, or was erased, holds for the keys too.
create function holding_follows_person() returns trigger language plpgsql as $$
begin
  delete from holding_key where person_id = new.id;
  update holding_lead set entry = null where people @> array[new.id];
  return null;
end $$;
create trigger holding_follows_person after update on person for each row
  when (old.phone is distinct from new.phone or old.id_number is distinct from new.id_number or old.erased_at is distinct from new.erased_at)
  execute function holding_follows_person();

-- Who holds a lead, step by step; never changed. The last of held, transferred and released says who holds it now.
create table holding_event (
  seq bigint primary key generated always as identity,
  subject_id uuid not null references subject,
  act text not null check (act in ('contacted', 'held', 'explained', 'released', 'transferred', 'shared')),
  -- Whose contact, who holds it now, who is let in beside, from whom it was released, with whom it is shared.
  unit text not null,
  account_id uuid references account,
  request uuid not null,
  at timestamptz not null default clock_timestamp(),
  reason text not null default '',
  document text not null default '',
  check (act not in ('released', 'explained') or (reason <> '' and document <> ''))
);
create index holding_event_subject on holding_event (subject_id, seq desc);

-- A receipt of one question. Its words are nowhere; `matched` is never told to who asked.
create table first_report_check (
  id uuid primary key default uuidv7(),
  number bigint not null unique generated always as identity,
  at timestamptz not null default clock_timestamp(),
  account_id uuid not null references account,
  unit text not null,
  post text not null,
  held boolean not null,
  -- Keyed hash of all that was asked.
  asked text not null,
  matched uuid[] not null default '{}'
);
create index first_report_check_account on first_report_check (account_id, at desc);
create index first_report_check_matched on first_report_check using gin (matched);

-- What one party asks of another: that its project is another one (of the commerce bureau), a hand-over or a sharing of a lead (of another unit).
create table holding_request (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('explain', 'transfer', 'share')),
  subject_id uuid references subject,
  check_id uuid references first_report_check,
  by_unit text not null,
  to_unit text not null,
  -- What `to_unit` gets, in percent; the rest stays with `by_unit`.
  percent numeric(9, 6) check (percent > 0 and percent <= 100),
  -- From when later events count so; null: from the start.
  from_day date,
  reason text not null check (reason <> ''),
  made_by uuid not null references account,
  made_at timestamptz not null default clock_timestamp(),
  answered_by uuid references account,
  answered_at timestamptz,
  accepted boolean,
  answer text not null default '',
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (accepted is null)),
  check ((kind = 'explain') = (check_id is not null) and (kind = 'explain') = (subject_id is null) and (kind = 'explain') = (percent is null))
);
create unique index holding_request_explains on holding_request (check_id) where answered_at is null;
create unique index holding_request_offers on holding_request (subject_id) where answered_at is null and subject_id is not null;
create index holding_request_waiting on holding_request (to_unit) where answered_at is null;

create function holding_request_stands() returns trigger language plpgsql as $$
begin
  raise exception 'what was answered is never changed';
end $$;
create trigger holding_request_stands before update on holding_request
  for each row when (old.answered_at is not null) execute function holding_request_stands();

-- Who is responsible for a record within its unit, since when; the last row holds. Who entered it is, where there is none.
create table lead_officer (
  seq bigint primary key generated always as identity,
  subject_id uuid not null references subject,
  account_id uuid not null references account,
  at timestamptz not null default clock_timestamp(),
  set_by uuid not null references account,
  request uuid not null
);
create index lead_officer_subject on lead_officer (subject_id, seq desc);
create index lead_officer_account on lead_officer (account_id);

grant select, insert, update, delete on holding_lead, holding_key to tandem_app;
grant select, insert on holding_event, first_report_check, lead_officer to tandem_app;
grant select, insert, update on holding_request to tandem_app;
