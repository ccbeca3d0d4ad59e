import { actorOf } from '../../base/context.ts';
import { decimal } from '../../kernel/decimal.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Credit, Dossier } from '../../mechanism/dossier.ts';
import { creditsOn } from '../../mechanism/measure.ts';
import { unitName } from '../../mechanism/units.ts';
import { changeDossier } from './change.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { creditsOf } from './shares.ts';
import type { TransferInput } from './views.ts';

/** Credits a dossier otherwise: later events only from a day on, or, from null, everything from the start. */
export async function transferCredits(context: LedgerContext, input: TransferInput): Promise<{ done: true }> {
  const { pack } = context.ledger.mechanism;
  const { from, reason } = input;
  const change = { right: 'records:transfer', action: 'records:transfer', input, detail: { from, parts: input.parts } } as const;
  return changeDossier(context, change, async (_tx, dossier) => {
    const why = transferObjection(context, dossier);
    if (why !== null) throw new Refusal('forbidden', why);
    const parts = creditsOf(pack, input.parts, pack.registers.some((it) => it.subject === dossier.kind && it.columns.some((column) => column.hosts)));
    const before = from === null ? (dossier.credits.find((it) => it.from === null)?.parts ?? []) : creditsOn(dossier, from);
    refuseGain(context, before, parts);
    if (from !== null) {
      if (sameCredits(before, parts)) throw new Refusal('nothing-changed', '这一天起的计分单位本来就是这样，没有需要更改的。');
      return { transfer: { from, parts }, reason };
    }
    // Dividing the credit is no declaration: the entry stays said by who declared it.
    return { unit: dossier.unit, entry: { fields: dossier.fields, references: dossier.references, credits: parts }, reason };
  });
}

/** Why the actor may not transfer the credits of a dossier; null where it may. Those do who keep its register. */
export function transferObjection(context: LedgerContext, dossier: Dossier): string | null {
  const actor = actorOf(context);
  const { pack } = context.ledger.mechanism;
  if (!context.rights.can(actor, 'records:transfer', { units: ownUnits(dossier) })) return '计分的划转由管理台账的部门办理，请与其联系。';
  const keepers = new Set(pack.registers.flatMap((it) => (it.subject === dossier.kind ? [it.keeper] : [])));
  if (keepers.has(actor.unit) || ['talent-office', 'commerce-bureau'].includes(actor.role)) return null;
  return `计分的划转由${[...keepers].map((it) => unitName(pack, it)).join('、')}办理，请与其联系。`;
}

/** Nobody credits its own unit with more than it had. */
function refuseGain(context: LedgerContext, before: readonly Credit[], after: readonly Credit[]): void {
  const { unit } = actorOf(context);
  const share = (parts: readonly Credit[]): bigint => decimal(parts.find((it) => it.unit === unit)?.share ?? 0);
  if (share(after) > share(before)) throw new Refusal('own-record', '不能把计分划给本单位，请由人才办或另一个部门办理。');
}

function sameCredits(a: readonly Credit[], b: readonly Credit[]): boolean {
  const written = (parts: readonly Credit[]): string => parts.map((it) => `${it.unit} ${it.share}`).sort().join();
  return written(a) === written(b);
}
