-- A proposed decision is approved, withdrawn by who proposed it, or rejected by another; what it would change is worked out before.
alter table decision
  add column closed_as text check (closed_as in ('withdrawn', 'rejected')),
  add column closed_by uuid,
  add column closed_at timestamptz,
  add column closed_reason text,
  add column preview_state text not null default 'waiting' check (preview_state in ('waiting', 'running', 'done', 'failed')),
  add column preview_done integer not null default 0,
  add column preview_total integer not null default 0,
  add column preview_error text,
  -- Figures and award cases before and after, and the state of the ledger that they were worked out on.
  add column preview jsonb,
  add column previewed_at timestamptz,
  add constraint decision_ends_once check (seq is null or closed_as is null);
create index decision_waiting on decision (proposed_at) where seq is null and closed_as is null;

-- What was approved, withdrawn or rejected stands; an approved decision is undone only by a new one.
create function decision_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a decision that has ended is never changed';
end $$;
create trigger decision_stands before update on decision
  for each row when (old.seq is not null or old.closed_as is not null) execute function decision_stands();
