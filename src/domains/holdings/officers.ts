import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { scopeSql } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { leadName } from './lead-name.ts';
import { UNDER_WAY } from './match.ts';
import type { HandOverInput, OfficersView } from './views.ts';

/** A lead under way with who is responsible for it: who was told last, else who entered it first. */
interface Kept {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, string | boolean>>;
  readonly officer: string | null;
}

/** The officers of the actor's units with the leads that each is responsible for, and whom leads can be handed to. */
export async function readOfficers(context: LedgerContext): Promise<OfficersView> {
  const { database, ledger } = context;
  const leads = await readKept(database, context);
  const receivers = await receiversOf(database, context);
  const names = await namesOfAccounts(database, [...leads.flatMap((it) => it.officer ?? []), ...receivers]);
  const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '已离开的同志' });
  const officers = [...new Set(leads.map((it) => it.officer))].map((officer) => ({
    officer: officer === null ? null : named(officer),
    leads: leads.filter((it) => it.officer === officer).map((it) => ({ id: it.id, number: it.number, name: leadName(it, true), kindLabel: ledger.mechanism.vocabulary[it.kind]!.label })),
  }));
  return { officers: officers.sort((a, b) => b.leads.length - a.leads.length), receivers: receivers.map(named) };
}

/**
 * Hands leads of one officer to another of the same unit, from now on; what was entered stays who entered it.
 * @throws Refusal 'unknown-officer', 'stale' where one of them is another's by now
 */
export function handOver(context: LedgerContext, input: HandOverInput): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  const { from, to, leads } = input;
  return write(context.database, { id: context.request, account, body: ['holdings:hand-over', input] }, async (tx) => {
    if (from === to || !(await receiversOf(tx, context)).includes(to)) throw new Refusal('unknown-officer', '接手的同志不在本单位，或没有录入岗位，请另选。');
    await tx.query('select from subject where id = any($1::uuid[]) order by id for update', [leads]);
    const kept = new Map((await readKept(tx, context, leads)).map((it) => [it.id, it.officer]));
    if (leads.some((it) => !kept.has(it) || kept.get(it) !== from)) throw new Refusal('stale', '其中有的已经不由这位同志经办，请刷新后再交接。');
    await tx.query('insert into lead_officer (subject_id, account_id, set_by, request) select s, $2, $3, $4 from unnest($1::uuid[]) as s', [leads, to, account, context.request]);
    return { answer: { done: true as const }, audit: leads.map((id) => ({ unit, action: 'holdings:hand-over', objectKind: 'dossier', objectId: id, detail: { from, to } })) };
  });
}

async function readKept(db: Queryable, context: LedgerContext, ids?: readonly string[]): Promise<Kept[]> {
  const actor = actorOf(context);
  const values: unknown[] = [actor.units, ids ?? null];
  const { rows } = await db.query<Kept>(
    `select d.subject_id as id, d.kind, d.number, d.body -> 'fields' as fields,
       coalesce((select o.account_id from lead_officer o where o.subject_id = d.subject_id order by o.seq desc limit 1),
         (select f.account from fact f where f.subject_id = d.subject_id and f.kind = 'entry' order by f.seq limit 1)) as officer
     from dossier d where d.kind in ('project', 'talent') and ${UNDER_WAY} and d.unit = any($1::text[]) and ($2::uuid[] is null or d.subject_id = any($2))
       and ${scopeSql(context.rights.scope(actor, 'holdings:hand-over'), 'd', values)} order by d.number`,
    values,
  );
  return rows;
}

/** Accounts of the actor's units whose role enters records. */
async function receiversOf(db: Queryable, { actor, rights, demo }: LedgerContext): Promise<string[]> {
  const { rows } = await db.query<{ id: string; role: string }>(
    'select a.id, g.role from role_grant g join account a on a.id = g.account_id where g.ended_at is null and a.disabled_at is null and (not a.demo or $2) and g.unit = any($1::text[]) order by a.login',
    [actorOf({ actor }).units, demo],
  );
  return rows.filter(({ role }) => rights.reach({ role }, 'records:write') !== 'none').map((it) => it.id);
}

async function namesOfAccounts(db: Queryable, accounts: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; name: string }>('select a.id, p.name from account a join person p on p.id = a.person_id where a.id = any($1::uuid[]) and p.erased_at is null', [[...new Set(accounts)]]);
  return new Map(rows.map((it) => [it.id, it.name]));
}
