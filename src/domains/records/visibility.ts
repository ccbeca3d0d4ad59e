import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import { standingUnits } from '../../ledger/units.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { unitName } from '../../mechanism/units.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { openForChange } from './change.ts';
import { refuseTelling } from './discretion.ts';
import type { DossierView } from './views.ts';

/** Who sees a record beside those to whom it belongs, and whether it is sealed. */
export async function readVisibility({ database, ledger, rights, actor }: LedgerContext, dossier: Dossier): Promise<DossierView['visibility']> {
  const [{ rows: shares }, seal] = await Promise.all([
    database.query<{ unit: string; reason: string; at: Date }>('select unit, reason, shared_at as at from record_share where subject_id = $1 and ended_at is null order by shared_at', [dossier.id]),
    standingSeal(database, dossier.id),
  ]);
  return {
    shares: shares.map(({ unit, reason, at }) => ({ unit: { id: unit, name: unitName(ledger.mechanism.pack, unit) }, reason, at: at.toISOString() })),
    seal: seal ? { reason: seal.reason, at: seal.at.toISOString() } : null,
    mayChange: rights.can(actorOf({ actor }), 'records:share', { units: ownUnits(dossier) }),
  };
}

/** Shows a record to a further unit. @throws Refusal 'not-found', 'forbidden', 'unknown-unit', 'own-unit', 'already-shared' */
export function shareRecord(context: LedgerContext, { id, unit, reason }: { id: string; unit: string; reason: string }): Promise<{ done: true }> {
  return changeVisibility(context, 'records:share', { id, unit, reason }, async (tx, dossier, account) => {
    const { pack } = context.ledger.mechanism;
    if (!(await standingUnits(tx, pack, context.clock.today())).some((it) => it.id === unit)) throw new Refusal('unknown-unit', '没有这个单位，或它已经撤并，请从单位清单中选择。');
    if (ownUnits(dossier).includes(unit)) throw new Refusal('own-unit', `${unitName(pack, unit)}本来就能看到这条记录，不需要共享。`);
    const { rowCount } = await tx.query(
      'insert into record_share (subject_id, unit, reason, shared_by) values ($1, $2, $3, $4) on conflict (subject_id, unit) where ended_at is null do nothing',
      [id, unit, reason, account],
    );
    if (rowCount === 0) throw new Refusal('already-shared', `这条记录已经共享给${unitName(pack, unit)}。`);
    return { unit };
  });
}

/** @throws Refusal 'not-found', 'forbidden', 'not-shared' */
export function endShare(context: LedgerContext, { id, unit }: { id: string; unit: string }): Promise<{ done: true }> {
  return changeVisibility(context, 'records:end-share', { id, unit }, async (tx, _, account) => {
    const { rowCount } = await tx.query('update record_share set ended_by = $3, ended_at = clock_timestamp() where subject_id = $1 and unit = $2 and ended_at is null', [id, unit, account]);
    if (rowCount === 0) throw new Refusal('not-shared', '这条记录没有共享给该单位，请刷新页面。');
    return { unit };
  });
}

/**
 * Seals a record: no unit sees it but its own, those it is shared with, and who may read sealed records.
 * @throws Refusal 'not-found', 'forbidden', 'already-sealed'; 'owns-figures' where figures everybody sees are named by it
 */
export function sealRecord(context: LedgerContext, { id, reason }: { id: string; reason: string }): Promise<{ done: true }> {
  return changeVisibility(context, 'records:seal', { id, reason }, async (tx, dossier, account) => {
    if (ownsFigures(context.ledger.mechanism, dossier.kind)) throw new Refusal('owns-figures', '任务总表按这类记录列出数字，名称是公开的，不能设为保密。');
    const { rowCount } = await tx.query('insert into record_seal (subject_id, reason, sealed_by) values ($1, $2, $3) on conflict (subject_id) where lifted_at is null do nothing', [id, reason, account]);
    if (rowCount === 0) throw new Refusal('already-sealed', '这条记录已经设为保密。');
    return {};
  });
}

/** Lifts a seal: secrecy is never lowered by the person who set it. @throws Refusal 'not-sealed', 'same-person' */
export function liftSeal(context: LedgerContext, { id, reason }: { id: string; reason: string }): Promise<{ done: true }> {
  return changeVisibility(context, 'records:lift-seal', { id, reason }, async (tx, _, account) => {
    const seal = await standingSeal(tx, id);
    if (!seal) throw new Refusal('not-sealed', '这条记录没有设为保密，请刷新页面。');
    if (seal.by === account) throw new Refusal('same-person', '设为保密的人不能自己解除，请本单位另一位同志或商务局办理。');
    await tx.query('update record_seal set lifted_by = $2, lifted_at = clock_timestamp() where subject_id = $1 and lifted_at is null', [id, account]);
    return { reason };
  });
}

/** Whether figures stand under the names of such subjects: of a platform. */
function ownsFigures({ pack, vocabulary }: Mechanism, kind: string): boolean {
  const roles = pack.measures.flatMap((it) => ('ratio' in it ? [] : it.owners.flatMap((one) => ('reference' in one ? [one.reference] : []))));
  return Object.values(vocabulary).some((it) => roles.some((role) => it.references[role]?.to === kind));
}

async function standingSeal(db: Queryable, id: string): Promise<{ reason: string; at: Date; by: string | null } | undefined> {
  return (await db.query<{ reason: string; at: Date; by: string | null }>('select reason, sealed_at as at, sealed_by as by from record_seal where subject_id = $1 and lifted_at is null', [id])).rows[0];
}

function changeVisibility(
  context: LedgerContext,
  action: string,
  input: { readonly id: string; readonly unit?: string; readonly reason?: string },
  change: (tx: Transaction, dossier: StoredDossier, account: string) => Promise<Record<string, unknown>>,
): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: [action, input] }, async (tx) => {
    const dossier = await openForChange(tx, context, 'records:share', input.id);
    await refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [input.reason]);
    const detail = await change(tx, dossier, account);
    return { answer: { done: true as const }, audit: [{ unit, action, objectKind: 'dossier', objectId: dossier.id, detail }] };
  });
}
