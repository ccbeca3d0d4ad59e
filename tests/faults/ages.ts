import { compileCondition } from '../../src/mechanism/condition.ts';
import { mechanismOf, parametersOf, subjects } from '../../src/mechanism/fixture.ts';
import { condition } from '../../src/mechanism/format/conditions.ts';
import { neighbourhoodOf } from '../../src/mechanism/run-cases.ts';
import { calendar, type Civil, civil } from './calendar.ts';

const AGES = [35, 40, 45];
/** Days on which an age is asked: a year's ends, and round 29 February in years with and without it. */
const CUT_OFFS = ['2020-02-28', '2020-02-29', '2020-03-01', '2021-02-28', '2021-03-01', '2024-02-28', '2024-02-29', '2025-02-28', '2026-01-01', '2030-12-31', '2033-07-01'];

/** One birth at one cut-off, as the rule says and as plain counting says. */
export interface AgeAsked {
  readonly what: string;
  readonly found: unknown;
  readonly expected: unknown;
}

/**
 * A pack says “under 45 on a day” by the last day of birth that is too early: `{ field: born, after: 1979-02-28 }`.
 * Asks it of births round that day, and of 29 February.
 */
export function askAges(): AgeAsked[] {
  const mechanism = mechanismOf();
  return AGES.flatMap((age) => CUT_OFFS.flatMap((text) => {
    const cutOff = calendar.find((it) => it.text === text)!;
    const last = calendar.findLast((it) => ageOn(it, cutOff) >= age)!;
    const births = [-2, -1, 0, 1, 2, 365, -365].map((days) => civil(last.number + days));
    const leapDay = calendar.find((it) => it.year >= last.year - 3 && it.month === 2 && it.date === 29)!;
    return [...births, leapDay].map((birth) => ({
      what: `born ${birth.text}, ${age} on ${text}`,
      found: [ask(mechanism, birth, { after: last.text }), ask(mechanism, birth, { onOrBefore: last.text })],
      expected: ageOn(birth, cutOff) < age ? ['yes', 'no'] : ['no', 'yes'],
    }));
  }));
}

/** Birthdays had, the one on the day itself included; who was born on 29 February has it on 1 March where there is none. */
function ageOn(birth: Civil, day: Civil): number {
  const had = day.month > birth.month || (day.month === birth.month && day.date >= birth.date);
  return day.year - birth.year - (had ? 0 : 1);
}

function ask(mechanism: ReturnType<typeof mechanismOf>, birth: Civil, comparison: Record<string, string>): string {
  const dossiers = subjects(mechanism, { p: { kind: 'project', fields: { due: birth.text } } });
  const { vocabulary, pack } = mechanism;
  const context = { vocabulary, parameters: new Map(), lists: pack.lists, named: new Map(), kinds: ['project'], chain: [], hops: [], usedParameters: new Set<string>(), problem: (message: string) => { throw new Error(message); } };
  return compileCondition(context, condition.parse({ field: 'due', ...comparison })).explain({ subject: dossiers[0]! }, { standing: 'certified', around: neighbourhoodOf(dossiers), parameters: parametersOf(mechanism), day: '2021-06-30' }).outcome;
}
