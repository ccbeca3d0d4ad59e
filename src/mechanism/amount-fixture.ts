import type { z } from 'zod';
import type { Range } from './amount.ts';
import { compileAmount } from './compile-amount.ts';
import { mechanismOf, parametersOf, subjects } from './fixture.ts';
import { type Amount, amount } from './format/awards.ts';
import type { packCase } from './format/cases.ts';
import type { Mechanism } from './mechanism.ts';
import type { Outcome } from './outcome.ts';
import { neighbourhoodOf } from './run-cases.ts';

type Fields = z.input<typeof packCase>['subjects'][string]['fields'];

/** An item of a grouping award: its amount, blank where undefined, and whether it surely counts. */
export interface Item {
  readonly amount?: bigint | undefined;
  readonly outcome?: Outcome;
}

const PARAMETERS = `
parameters:
  - { id: cap, label: 封顶, type: money, clause: k1, question: 封顶多少 }
  - { id: part, label: 比例, type: rate, clause: k1, question: 比例多少 }
`;

const amountMechanism: Mechanism = mechanismOf(PARAMETERS);

/** What an amount comes to for a project with these fields, written as in cases. */
export function pay(written: Amount, fields: Fields = {}, items: readonly Item[] = [], decided: Record<string, string> = {}): { range: Range | undefined; missing: string[]; sentence: string } {
  const format = amount.parse(written);
  const compiled = compileAmount(
    {
      vocabulary: amountMechanism.vocabulary, parameters: new Map(amountMechanism.pack.parameters.map((it) => [it.id, it])), lists: amountMechanism.pack.lists, named: new Map(),
      kinds: ['project'], chain: [], hops: [], itemKind: 'investment', usedParameters: new Set(),
      problem: (message) => {
        throw new Error(message);
      },
    },
    format,
  );
  const dossiers = subjects(amountMechanism, { p: { kind: 'project', fields } });
  const missing: string[] = [];
  const counted = items.filter((it) => it.outcome !== 'no');
  const sure = counted.filter((it) => (it.outcome ?? 'yes') === 'yes');
  const total = (list: readonly Item[]): bigint => list.reduce((sum, it) => sum + (it.amount ?? 0n), 0n);
  const range = compiled.evaluate(
    {
      scope: { subject: dossiers[0]! },
      sight: { standing: 'certified', around: neighbourhoodOf(dossiers), parameters: parametersOf(amountMechanism, Object.entries(decided).map(([parameter, value]) => ({ parameter, value, from: null }))), day: '2021-06-30' },
      sum: () => (counted.some((it) => it.amount === undefined) ? undefined : { min: total(sure), max: total(counted) }),
      items: () => ({ min: BigInt(sure.length), max: BigInt(counted.length) }),
    },
    missing,
  );
  return { range, missing, sentence: compiled.sentence };
}

/** The amount in fen where it is exact. */
export function fen(written: Amount, fields: Fields = {}, items: readonly Item[] = []): bigint {
  const { range } = pay(written, fields, items);
  if (!range || range.min !== range.max) throw new Error(`not exact: ${range?.min} to ${range?.max}`);
  return range.min;
}
