import { actorOf } from '../../base/context.ts';
import { sqlState } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import type { Day } from '../../kernel/day.ts';
import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { creditTo } from './credit.ts';
import { leadName } from './lead-name.ts';
import { lockHolding, refuseTelling, refuseUnknown } from './release.ts';
import { keepStep, type StoredHolding } from './store.ts';
import { offerLabels } from './terms.ts';
import type { AnswerInput, OfferInput, OfferView } from './views.ts';

const UNIQUE = '23505';

/**
 * A unit offers what it holds to another: to go on with it, or to go on together, for so many percent of the credit.
 * @throws Refusal 'not-held', 'unknown-unit', 'same-unit', 'bad-share', 'already-offered', 'tells-of-human'
 */
export async function offerHolding(context: LedgerContext, input: OfferInput): Promise<{ done: true }> {
  const { account, unit, units } = actorOf(context);
  const { id, kind, to, percent, from, reason } = input;
  refuseTelling([reason]);
  if ((kind === 'transfer') !== (percent === 100)) throw new Refusal('bad-share', kind === 'transfer' ? '移交是全部移交，不写分成。' : '共同推进时对方的分成要在 0 和 100% 之间。');
  try {
    return await write(context.database, { id: context.request, account, body: ['holdings:offer', input] }, async (tx) => {
      const { unit: holder } = await lockHolding(tx, id, units);
      await refuseUnknown(tx, context, to, holder);
      await tx.query(
        'insert into holding_request (kind, subject_id, by_unit, to_unit, percent, from_day, reason, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [kind, id, holder, to, percent, from, reason, account],
      );
      return { answer: { done: true as const }, audit: [{ unit, action: 'holdings:offer', objectKind: 'dossier', objectId: id, detail: { kind, to, percent, from, reason } }] };
    });
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw new Refusal('already-offered', '这个项目已有一份移交或共同推进的提议在等答复，请先等对方答复。');
    throw error;
  }
}

interface StoredOffer {
  readonly kind: 'transfer' | 'share';
  readonly subject_id: string;
  readonly by_unit: string;
  readonly to_unit: string;
  readonly percent: string;
  readonly from_day: Day | null;
  readonly reason: string;
}

/** The other unit accepts, and the credit is divided so from then on; or it does not. Who offered may take it back likewise. @throws Refusal 'not-found', 'not-held', 'forbidden' */
export function answerOffer(context: LedgerContext, input: AnswerInput): Promise<{ done: true }> {
  const { account, unit, units } = actorOf(context);
  const { id, accept, reason } = input;
  refuseTelling([reason]);
  return write(context.database, { id: context.request, account, body: ['holdings:answer', input] }, async (tx) => {
    const { rows } = await tx.query<StoredOffer>(
      "select kind, subject_id, by_unit, to_unit, percent, from_day, reason from holding_request where id = $1 and kind <> 'explain' and answered_at is null and (to_unit = any($2::text[]) or by_unit = any($2::text[])) for update",
      [id, units],
    );
    const offer = rows[0];
    if (!offer) throw new Refusal('not-found', '没有找到这份提议，或已经答复，请刷新页面。');
    if (accept && !units.includes(offer.to_unit)) throw new Refusal('forbidden', '提议要由对方单位接受，本单位只能收回。');
    await tx.query('update holding_request set answered_by = $2, answered_at = clock_timestamp(), accepted = $3, answer = $4 where id = $1', [id, account, accept, reason]);
    if (accept) {
      await lockHolding(tx, offer.subject_id, [offer.by_unit]);
      const act = offer.kind === 'transfer' ? 'transferred' : 'shared';
      await keepStep(tx, { subject: offer.subject_id, act, unit: offer.to_unit, account, request: context.request, reason: offer.reason });
      await creditTo(tx, context, offer.subject_id, { from: offer.from_day, parts: partsOf(offer), reason: offer.reason });
    }
    return { answer: { done: true as const }, audit: [{ unit, action: accept ? 'holdings:accept' : 'holdings:decline', objectKind: 'dossier', objectId: offer.subject_id, detail: { kind: offer.kind, by: offer.by_unit, to: offer.to_unit, percent: offer.percent, reason } }] };
  });
}

/** Both units' percentages, which add up to 100; of a hand-over only the other's. */
function partsOf({ by_unit, to_unit, percent }: StoredOffer): { unit: string; percent: number }[] {
  const rest = decimal(100) - decimal(percent);
  return [...(rest === 0n ? [] : [{ unit: by_unit, percent: Number(formatDecimal(rest)) }]), { unit: to_unit, percent: Number(percent) }];
}

/** What waits for the actor's units, or was offered by them. */
export async function readOffers({ database, ledger, actor }: LedgerContext): Promise<OfferView[]> {
  const { units } = actorOf({ actor });
  const { rows } = await database.query<StoredOffer & Pick<StoredHolding, 'number' | 'fields'> & { id: string; subject_kind: string; at: Date }>(
    `select r.id, r.kind, r.subject_id, r.by_unit, r.to_unit, r.percent, r.from_day, r.reason, r.made_at as at, d.kind as subject_kind, d.number, d.body -> 'fields' as fields
     from holding_request r join dossier d on d.subject_id = r.subject_id
     where r.kind <> 'explain' and r.answered_at is null and (r.to_unit = any($1::text[]) or r.by_unit = any($1::text[])) order by r.made_at`,
    [units],
  );
  const named = (id: string): { id: string; name: string } => ({ id, name: unitName(ledger.mechanism.pack, id) });
  return rows.map((it) => ({
    id: it.id,
    kind: it.kind,
    label: offerLabels[it.kind],
    subject: { id: it.subject_id, number: it.number, name: leadName({ ...it, kind: it.subject_kind }, units.includes(it.by_unit)), kindLabel: ledger.mechanism.vocabulary[it.subject_kind]!.label },
    by: named(it.by_unit),
    to: named(it.to_unit),
    percent: Number(it.percent),
    from: it.from_day,
    reason: it.reason,
    at: it.at.toISOString(),
    mine: units.includes(it.to_unit),
  }));
}
