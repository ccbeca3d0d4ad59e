import { actorOf } from '../../base/context.ts';
import { type Day, TIME_ZONE } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { offerLabels } from '../holdings/terms.ts';
import { ROWS } from './terms.ts';
import type { Waiting } from './waiting.ts';

/** Proposed decisions that the actor, who did not propose them, may approve. */
export async function openDecisions(context: LedgerContext): Promise<Waiting[]> {
  const { database, rights, ledger: { mechanism } } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'decisions:approve')) return [];
  const { rows } = await database.query<{ id: string; parameter: string; document: string; since: Day }>(
    `select id, parameter, document, (proposed_at at time zone $2)::date as since from decision
     where seq is null and closed_as is null and proposed_by is distinct from $1 order by proposed_at limit $3`,
    [actor.account, TIME_ZONE, ROWS],
  );
  return rows.map(({ id, parameter, document, since }) => ({
    key: `decision ${id}`, kind: 'decision', title: mechanism.pack.parameters.find((it) => it.id === parameter)?.label ?? parameter, below: `依据：${document}`, due: null, since, action: '审看试算并批准', path: `/decisions/${id}`,
  }));
}

/** Of the first report what waits for an answer: explanations for who decides, offers for the unit to which they are made. What it is about is told there. */
export async function firstReports(context: LedgerContext): Promise<Waiting[]> {
  const { database, rights, ledger: { mechanism } } = context;
  const actor = actorOf(context);
  const [decides, asks] = [rights.can(actor, 'holdings:decide'), rights.can(actor, 'holdings:ask')];
  if (!decides && !asks) return [];
  const { rows } = await database.query<{ id: string; kind: 'explain' | 'transfer' | 'share'; unit: string; since: Day }>(
    `select id, kind, by_unit as unit, (made_at at time zone $1)::date as since from holding_request
     where answered_at is null and case when kind = 'explain' then $3 and not by_unit = any($2::text[]) else $4 and to_unit = any($2::text[]) end order by made_at limit $5`,
    [TIME_ZONE, actor.units, decides, asks, ROWS],
  );
  return rows.map(({ id, kind, unit, since }) => ({
    key: `request ${id}`, kind: kind === 'explain' ? 'explanation' : 'offer', title: kind === 'explain' ? `${unitName(mechanism.pack, unit)}说明是另一个项目，等裁定` : `${unitName(mechanism.pack, unit)}提议${offerLabels[kind]}，等本单位答复`,
    below: `首报首谈・自 ${since} 等待`, due: null, since, action: kind === 'explain' ? '去裁定' : '去答复', path: '/first-report',
  }));
}

/** The actor's own imports that were looked through and wait to be confirmed. */
export async function openImports(context: LedgerContext): Promise<Waiting[]> {
  const { database, rights } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'imports:make')) return [];
  const { rows } = await database.query<{ id: string; total: number; since: Day }>(
    "select id, total, (begun_at at time zone $2)::date as since from import where account_id = $1 and unit = $3 and state = 'previewed' order by begun_at limit $4",
    [actor.account, TIME_ZONE, actor.unit, ROWS],
  );
  return rows.map(({ id, total, since }) => ({ key: `import ${id}`, kind: 'import', title: `上传的台账 ${total} 行已核对，等您确认`, below: `${since} 上传`, due: null, since, action: '看结果并确认', path: `/imports/${id}` }));
}
