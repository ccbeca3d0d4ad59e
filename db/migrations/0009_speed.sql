-- Postings are written by one function only, under locks on their subjects, and the self-audit finds any that names no subject or revision.
-- Checking each row again took half of an insert, and every writer would lock the one row of the newest revision.
alter table posting drop constraint posting_subject_id_fkey, drop constraint posting_revision_fkey;
alter table award_case drop constraint award_case_revision_fkey;

-- The same holds of what else is made from facts and can be made again: the self-audit compares it with them, subject by subject,
-- and finds what names no subject. No subject can be deleted under it: the app's role may not. Facts and verdicts keep their keys.
alter table award_case drop constraint award_case_subject_id_fkey;
alter table dossier drop constraint dossier_subject_id_fkey;
alter table reference drop constraint reference_from_id_fkey, drop constraint reference_to_id_fkey;
alter table credited drop constraint credited_subject_id_fkey;

-- Most facts supersede none: what is unique is asked of those that do.
alter table fact drop constraint fact_supersedes_key;
create unique index fact_supersedes on fact (supersedes) where supersedes is not null;

-- What postings come to by month, up to a number of the ledger: a cache, made again from them at any time.
create table month_total (
  measure text not null,
  owner text not null,
  standing text not null,
  month date not null,
  quantity numeric not null,
  doubt bigint not null,
  primary key (measure, owner, standing, month)
);
-- Up to which number the totals go: the highest that stands here.
create table total_fold (
  up_to bigint primary key,
  folded_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on month_total to tandem_app;
grant select, insert on total_fold to tandem_app;
