import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import type { Day } from '../../kernel/day.ts';
import { readAmount } from '../../kernel/fen.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { accountNames } from './colleagues.ts';
import type { projectsContract } from './contract.ts';
import { openRecord, unitsOf } from './open-record.ts';
import type { RecordsPort } from './records-port.ts';
import type { PromiseSide, PromiseState } from './terms.ts';

type Promises = InferContractRouterOutputs<typeof projectsContract>['promises'];
type PromiseView = Promises['items'][number];

interface Row {
  readonly id: string;
  readonly side: PromiseSide;
  readonly text: string;
  readonly due: Day | null;
  readonly amount: string | null;
  readonly unit: string;
  readonly account: string;
  readonly at: Date;
  readonly state: PromiseState | null;
  readonly day: Day | null;
  readonly reason: string | null;
  readonly byUnit: string | null;
  readonly by: string | null;
  readonly evidence: string | null;
  readonly evidenceName: string | null;
}

/** What an agreement asks of both sides, the next that is due first; what was withdrawn is left out. @throws Refusal 'not-found' */
export async function readPromises(context: LedgerContext, id: string): Promise<Promises> {
  const { database, rights, clock } = context;
  const dossier = await openRecord(database, context, 'records:read', id);
  return { mayWrite: rights.can(actorOf(context), 'records:write', { units: unitsOf(dossier) }) && dossier.milestones['entry'] !== undefined, today: clock.today(), items: await promisesOf(database, context, id) };
}

/** The same of a record that the caller has opened. */
async function promisesOf(db: Queryable, { ledger, clock }: LedgerContext, subject: string): Promise<PromiseView[]> {
  const { pack } = ledger.mechanism;
  const today = clock.today();
  const { rows } = await db.query<Row>(
    `select p.id, p.side, p.text, p.due, p.amount::text as amount, p.unit, p.account_id as account, p.said_at as at,
       a.state, a.day, a.reason, a.unit as "byUnit", a.account_id as by, e.id as evidence, e.name as "evidenceName"
     from promise p left join lateral (select * from promise_act a where a.promise_id = p.id order by a.id desc limit 1) a on true left join evidence e on e.id = a.evidence_id
     where p.subject_id = $1 and a.state is distinct from 'withdrawn' order by p.due nulls last, p.id`,
    [subject],
  );
  const names = await accountNames(db, rows.flatMap((it) => [it.account, ...(it.by === null ? [] : [it.by])]));
  const named = (unit: string): { id: string; name: string } => ({ id: unit, name: unitName(pack, unit) });
  return rows.map((it) => {
    const state = it.state ?? 'open';
    return {
      id: it.id,
      side: it.side,
      text: it.text,
      due: it.due,
      amountFen: it.amount,
      state,
      overdue: state === 'open' && it.due !== null && it.due < today,
      last: it.state === null ? null : { day: it.day!, reason: it.reason, unit: named(it.byUnit!), who: names.get(it.by!) ?? null, evidence: it.evidence === null ? null : { id: it.evidence, name: it.evidenceName! } },
      unit: named(it.unit),
      who: names.get(it.account) ?? null,
      at: it.at.toISOString(),
    };
  });
}

/** Notes what an agreement asks of one side. @throws Refusal 'bad-amount', 'not-found', 'forbidden', 'withdrawn', 'tells-of-human' */
export async function sayPromise(context: LedgerContext, records: RecordsPort, input: { id: string; side: PromiseSide; text: string; due: Day | null; amount: string }): Promise<{ id: string }> {
  const { id, side, text, due } = input;
  const actor = actorOf(context);
  const amount = input.amount === '' ? null : readAmount(input.amount, '万元');
  if (amount === undefined || amount === 0n) throw new Refusal('bad-amount', '金额的写法不对，请写成“3000”（万元）或“1.2亿元”。');
  return write(context.database, { id: context.request, account: actor.account, body: ['promises:say', input] }, async (tx) => {
    const dossier = await records.openForChange(tx, context, 'records:write', id);
    await records.refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [text], '约定事项');
    const { rows } = await tx.query<{ id: string }>(
      'insert into promise (subject_id, side, text, due, amount, unit, account_id) values ($1, $2, $3, $4, $5, $6, $7) returning id',
      [id, side, text, due, amount === null ? null : String(amount), actor.unit, actor.account],
    );
    return { answer: { id: rows[0]!.id }, audit: [{ unit: actor.unit, action: 'promises:say', objectKind: 'dossier', objectId: id, detail: { promise: rows[0]!.id, side, due } }] };
  });
}

interface Settling {
  readonly id: string;
  readonly is: 'kept' | 'waived' | 'open' | 'withdrawn';
  readonly day?: Day | undefined;
  readonly reason: string;
  readonly evidence?: string | undefined;
}

/**
 * Says what became of a promise. Kept after its day it is kept late, which needs a reason, as all but keeping it does.
 * @throws Refusal 'not-found', 'forbidden', 'bad-day', 'missing', 'bad-evidence', 'nothing-changed', 'tells-of-human'
 */
export async function settlePromise(context: LedgerContext, records: RecordsPort, input: Settling): Promise<{ done: true }> {
  const { id, is, reason, evidence } = input;
  const actor = actorOf(context);
  const today = context.clock.today();
  const day = input.day ?? today;
  if (day > today) throw new Refusal('bad-day', '日期不能晚于今天，请填实际履行或决定的日期。');
  return write(context.database, { id: context.request, account: actor.account, body: ['promises:settle', input] }, async (tx) => {
    const { rows } = await tx.query<{ subject: string; due: Day | null }>('select subject_id as subject, due from promise where id = $1', [id]);
    if (!rows[0]) throw notFound();
    const { subject, due } = rows[0];
    const dossier = await records.openForChange(tx, context, 'records:write', subject);
    const before = (await promisesOf(tx, context, subject)).find((it) => it.id === id);
    if (!before) throw notFound();
    const state: PromiseState = is === 'kept' && due !== null && day > due ? 'late' : is;
    if (before.state === state) throw new Refusal('nothing-changed', '这一项已经是这个状态，请刷新页面。');
    if (state !== 'kept' && reason === '') throw new Refusal('missing', state === 'late' ? `约定在${due}前履行，逾期的请写明原因。` : '请写明原因或依据。');
    await records.refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [reason]);
    if (evidence !== undefined && (await tx.query('select from evidence where id = $1 and subject_id = $2', [evidence, subject])).rowCount === 0) throw new Refusal('bad-evidence', '这份佐证不在这条记录下，请先上传，再在这里选择。');
    await tx.query('insert into promise_act (promise_id, state, day, reason, evidence_id, unit, account_id) values ($1, $2, $3, $4, $5, $6, $7)', [id, state, day, reason || null, evidence ?? null, actor.unit, actor.account]);
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'promises:settle', objectKind: 'dossier', objectId: subject, detail: { promise: id, is: state, day } }] };
  });
}

function notFound(): Refusal {
  return new Refusal('not-found', '没有找到这项约定，可能已经撤回，或不在您的查看范围之内。');
}
