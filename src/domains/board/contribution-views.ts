import type { LedgerContext } from '../../ledger/context.ts';
import { type Actor, scopeSql } from '../../base/rights.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { Contribution } from '../../ledger/figures.ts';
import { unitName } from '../../mechanism/units.ts';
import { stateLabels } from '../records/terms.ts';
import type { FigureDetail } from './views.ts';

type Views = Pick<FigureDetail, 'contributions' | 'hidden'>;

/** Contributions that the actor may read, one by one; the others only in sum. */
export async function readContributionViews({ database, ledger, rights }: LedgerContext, actor: Actor, contributions: readonly Contribution[]): Promise<Views> {
  const { mechanism } = ledger;
  const values: unknown[] = [contributions.map((it) => it.subject)];
  const { rows } = await database.query<{ id: string; unit: string; state: string; name: string | null }>(
    `select d.subject_id as id, d.unit, d.state, d.body -> 'fields' ->> 'name' as name
     from dossier d where d.subject_id = any($1::uuid[]) and ${scopeSql(rights.scope(actor, 'records:read'), 'd', values)}`,
    values,
  );
  const seen = new Map(rows.map((it) => [it.id, it]));
  // Of the city's and a platform's figures: who declared it; of a unit's, the unit, which may be a predecessor.
  const unitOf = (id: string): { id: string; name: string } => ({ id, name: unitName(mechanism.pack, id) });
  const hidden = contributions.filter((it) => !seen.has(it.subject));
  return {
    contributions: contributions.flatMap((it) => {
      const dossier = seen.get(it.subject);
      const kind = mechanism.vocabulary[it.kind]!;
      // A person's name stands in the erasable table, so its dossier is named by its number here.
      const named = kind.nameField !== undefined && kind.fields[kind.nameField]?.type !== 'person';
      return dossier
        ? [{
            subject: it.subject,
            kind: it.kind,
            kindLabel: kind.label,
            number: it.number,
            name: (named && dossier.name) || it.number,
            day: it.day,
            quantity: Number(it.quantity),
            doubt: it.doubt,
            unit: unitOf(mechanism.pack.units.some((one) => one.id === it.unit) ? it.unit : dossier.unit),
            state: dossier.state,
            stateLabel: stateLabels[dossier.state as keyof typeof stateLabels] ?? dossier.state,
          }]
        : [];
    }),
    hidden: { count: new Set(hidden.map((it) => it.subject)).size, quantity: Number(formatDecimal(hidden.reduce((sum, it) => sum + decimal(it.quantity), 0n))) },
  };
}
