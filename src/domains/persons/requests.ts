import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { scopeSql } from '../../base/rights.ts';
import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { personsContract } from './contract.ts';

type View = InferContractRouterOutputs<typeof personsContract>['requests'][number];

/** A request of a person, as it is made. */
export interface NewRequest {
  readonly kind: 'hand-over' | 'erasure';
  readonly subject: string;
  readonly field: string;
  readonly reason: string;
  readonly document: string;
  readonly by: string;
}

/** A request that waits to be dealt with. */
export interface WaitingRequest {
  readonly id: string;
  readonly subject: string;
  readonly field: string;
  readonly proposed_by: string;
}

/** @returns its id. @throws Refusal 'already-proposed' where the same erasure waits */
export async function storeRequest(tx: Transaction, { kind, subject, field, reason, document, by }: NewRequest): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into person_request (kind, subject_id, field, reason, document, proposed_by, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, case when $1 = 'hand-over' then $6::uuid end, case when $1 = 'hand-over' then clock_timestamp() end)
     on conflict (subject_id, field) where kind = 'erasure' and decided_at is null do nothing returning id`,
    [kind, subject, field, reason, document, by],
  );
  if (!rows[0]) throw new Refusal('already-proposed', '这个人的删除已经提出，正等另一位同志办理，请到“个人信息”页查看。');
  return rows[0].id;
}

/** A request that waits, held until the transaction ends, for whoever may decide it. @throws Refusal 'not-found', 'same-person' */
export async function holdRequest(tx: Transaction, id: string, by: string): Promise<WaitingRequest> {
  const { rows } = await tx.query<WaitingRequest>("select id, subject_id as subject, field, proposed_by from person_request where id = $1 and kind = 'erasure' and decided_at is null for update", [id]);
  if (!rows[0]) throw new Refusal('not-found', '没有这项待办的申请，可能已由他人办理，请刷新页面。');
  if (rows[0].proposed_by === by) throw new Refusal('same-person', '删除由您提出，须由另一位同志核对后办理。');
  return rows[0];
}

/** @param refusedBecause null where it was carried out */
export async function closeRequest(tx: Transaction, id: string, by: string, refusedBecause: string | null): Promise<void> {
  await tx.query('update person_request set decided_by = $2, decided_at = clock_timestamp(), refused_because = $3 where id = $1', [id, by, refusedBecause]);
}

interface Row {
  id: string;
  kind: View['kind'];
  subject: string;
  subject_kind: string;
  number: string;
  field: string;
  reason: string;
  document: string;
  proposed_by: string;
  proposer: string | null;
  proposed_at: Date;
  decider: string | null;
  decided_at: Date | null;
  refused_because: string | null;
}

/** Requests of persons whose records the actor may see: what waits first, then the newest; the last 200. */
export async function listRequests({ database, ledger, rights, actor }: LedgerContext): Promise<View[]> {
  const { vocabulary } = ledger.mechanism;
  const { account } = actorOf({ actor });
  const values: unknown[] = [];
  const { rows } = await database.query<Row>(
    `select r.id, r.kind, r.subject_id as subject, s.kind as subject_kind, s.number, r.field, r.reason, r.document, r.proposed_by, p.name as proposer, r.proposed_at, d.name as decider, r.decided_at, r.refused_because
     from person_request r join subject s on s.id = r.subject_id join dossier x on x.subject_id = r.subject_id and ${scopeSql(rights.scope(actorOf({ actor }), 'persons:erase'), 'x', values)}
     left join account pa on pa.id = r.proposed_by left join person p on p.id = pa.person_id and p.erased_at is null
     left join account da on da.id = r.decided_by left join person d on d.id = da.person_id and d.erased_at is null
     order by r.decided_at is not null, r.proposed_at desc limit 200`,
    values,
  );
  return rows.map((it) => ({
    id: it.id,
    kind: it.kind,
    subject: { id: it.subject, kindLabel: vocabulary[it.subject_kind]?.label ?? it.subject_kind, number: it.number },
    field: { id: it.field, name: vocabulary[it.subject_kind]?.fields[it.field]?.label ?? it.field },
    reason: it.reason,
    document: it.document,
    proposedBy: it.proposer,
    proposedAt: it.proposed_at.toISOString(),
    state: it.decided_at === null ? 'waiting' : it.refused_because === null ? 'done' : 'refused',
    decidedBy: it.decider,
    decidedAt: it.decided_at?.toISOString() ?? null,
    refusedBecause: it.refused_because,
    own: it.proposed_by === account,
  }));
}
