-- Append-only is a privilege: the app works under a role that can only add to what must never change.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tandem_app') then
    create role tandem_app nologin;
  end if;
end $$;
grant tandem_app to current_user;
grant usage on schema public to tandem_app;
grant usage on sequence ledger_seq to tandem_app;
grant select, insert on subject, fact, verdict, posting, audit, pack_version, unit_merger, period_freeze, frozen_figure, evidence to tandem_app;
grant select, insert, update on decision, revision, account, request, import to tandem_app;
grant select, insert, update, delete on dossier, reference, credited, award_case, person, session, login_failure, setup_code, file to tandem_app;
-- `for share` and `for update` on subjects need an update right; no column of a subject is ever written again.
grant update (kind) on subject to tandem_app;
