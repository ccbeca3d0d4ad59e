import { formatDecimal } from '../kernel/decimal.ts';
import { parseWindow } from '../kernel/window.ts';
import type { Dossier, Posting, Standing } from './dossier.ts';
import { figureOf } from './figure.ts';
import { parametersOf } from './fixture.ts';
import { derive, type Mechanism } from './mechanism.ts';
import type { Decision } from './parameters.ts';
import { neighbourhoodOf } from './run-cases.ts';

export function postingsOf(mechanism: Mechanism, dossiers: readonly Dossier[], decisions: readonly Omit<Decision, 'document'>[] = []): Posting[] {
  const around = neighbourhoodOf(dossiers);
  return dossiers.flatMap((it) => derive(mechanism, it, around, parametersOf(mechanism, decisions)).postings);
}

/** `3`, `0.6`, `2 ?1` with what is in doubt, `–` where there is nothing to divide by. */
export function figure(mechanism: Mechanism, postings: readonly Posting[], measure: string, owner: string, window: string, standing: Standing = 'certified'): string {
  const span = parseWindow(window)!;
  const { value, doubt } = figureOf(mechanism.measures.get(measure)!, span, (id, from) => {
    const chosen = postings.filter((it) => it.measure === id && it.owner === owner && it.standing === standing && it.day <= span.to && (from === null || it.day >= from));
    return { quantity: chosen.reduce((sum, it) => sum + it.quantity, 0n), doubt: chosen.reduce((sum, it) => sum + it.doubt, 0) };
  });
  return (value === null ? '–' : formatDecimal(value)) + (doubt === 0 ? '' : ` ?${doubt}`);
}
