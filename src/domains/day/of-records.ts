import { actorOf } from '../../base/context.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Day } from '../../kernel/day.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { VerdictState } from '../../mechanism/dossier.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { waitLabels, waitsOf } from '../desk/terms.ts';
import { ENTRY_LABEL } from '../records/terms.ts';
import { ROWS } from './terms.ts';
import type { Waiting } from './waiting.ts';

/** The pack's word for after how many working days a verdict is late; a city without it has no deadline. */
const RED = 'desk.red-days';

/** What waits for the actor's office to verify, certify or hear again: a row for each kind and milestone, due with its oldest. */
export async function deskWaiting(context: LedgerContext): Promise<Waiting[]> {
  const { database, rights, clock, ledger: { mechanism } } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'verdicts:give')) return [];
  const values: unknown[] = [actor.unit];
  const [{ rows }, parameters] = await Promise.all([
    database.query<{ kind: string; milestone: string; state: VerdictState; part: 'verify' | 'certify'; count: number; since: Day }>(
      `select w.kind, w.milestone, case when w.state = 'appealed' then 'appealed' else 'declared' end as state, w.part, count(*)::int as count, min(w.since) as since
       from waiting w join dossier d using (subject_id) where w.unit = $1 and ${scopeSql(rights.scope(actor, 'records:read'), 'd', values)} group by 1, 2, 3, 4`,
      values,
    ),
    parametersInForce(database, mechanism),
  ]);
  const red = parameters.at(RED, clock.today())?.value;
  const dueAfter = typeof red === 'object' && 'decimal' in red ? Number(formatDecimal(red.decimal)) : null;
  return rows.map(({ kind, milestone, state, part, count, since }) => {
    const waits = waitsOf(state, part);
    const word = milestone === ENTRY ? ENTRY_LABEL : (mechanism.vocabulary[kind]?.milestones[milestone]?.label ?? milestone);
    return {
      key: `desk ${kind} ${milestone} ${waits} ${part}`, kind: 'desk', title: `${mechanism.vocabulary[kind]?.label ?? kind}・${word}：${count} 项${waitLabels[waits]}`, below: `最早自 ${since} 等待`,
      due: null, dueAfter, since, action: { verify: '去初核', certify: '去认定', appeal: '去复核' }[waits], path: '/desk', search: { kind, milestone, waits },
    };
  });
}

/** Whether a record is declared by one of the units or credited to it. */
export function ownSql(units: readonly string[], values: unknown[]): string {
  const own = `any($${values.push(units)}::text[])`;
  return `(d.unit = ${own} or exists (select from credited o where o.subject_id = d.subject_id and o.unit = ${own}))`;
}

/** What was returned to the actor's units: to be mended and declared again, or appealed. */
export async function returnedRecords(context: LedgerContext, scope: Scope): Promise<Waiting[]> {
  const { database, ledger: { mechanism } } = context;
  const values: unknown[] = [ROWS];
  const { rows } = await database.query<{ id: string; kind: string; number: string; milestones: string[]; since: Day | null; reason: string | null }>(
    `select d.subject_id as id, d.kind, d.number, array_agg(m.key order by m.key) as milestones, max(v.day) as since, (array_agg(v.reason order by v.seq desc nulls last))[1] as reason
     from dossier d cross join lateral jsonb_each(d.body -> 'milestones') m
       left join lateral (select v.seq, v.day, v.reason from verdict v where v.subject_id = d.subject_id and v.milestone = m.key and v.act = 'return' order by v.seq desc limit 1) v on true
     where d.state <> 'withdrawn' and m.value ->> 'state' = 'returned' and ${ownSql(scope.units, values)} and ${scopeSql(scope, 'd', values)}
     group by d.subject_id, d.kind, d.number order by 5 nulls last, d.number limit $1`,
    values,
  );
  return rows.map(({ id, kind, number, milestones, since, reason }) => {
    const words = milestones.map((it) => (it === ENTRY ? ENTRY_LABEL : (mechanism.vocabulary[kind]?.milestones[it]?.label ?? it)));
    return { key: `returned ${id}`, kind: 'returned', subject: id, title: `${words.join('、')}被退回`, below: `${number}${reason ? `・退回原因：${reason}` : ''}`, due: null, since, action: '补正或申诉', path: `/dossiers/${id}` };
  });
}
