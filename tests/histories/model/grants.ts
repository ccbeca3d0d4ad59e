import { and, type Answer, isOneOf, plain } from './answers.ts';
import { nameOf } from './acts.ts';
import type { Standing, View } from './records.ts';
import { type Decided, decidedOn, fenOf, type Rules } from './rules.ts';

/** An award case; amounts in fen, absent where there is none or it cannot be said. */
export interface Grant {
  readonly award: string;
  readonly case: string;
  readonly year: number;
  readonly day: string;
  readonly subject: string;
  readonly outcome: Answer;
  readonly min?: bigint;
  readonly max?: bigint;
}

/** Every award case, seen by one who trusts only the certified. */
export function grantAll(view: View, rules: Rules, decided: readonly Decided[]): Grant[] {
  if (!rules.awards) return [];
  return [...view.of('project').flatMap((it) => investmentGrants(view, it, decided)), ...view.of('talent').flatMap((it) => introductionGrants(view, it, decided))];
}

function investmentGrants(view: View, project: Standing, decided: readonly Decided[]): Grant[] {
  if (project.fields['type'] !== '人才创业项目') return [];
  const groups = new Map<string, { name: string; year: string; day: string; items: { amount: string | undefined; answer: Answer }[] }>();
  for (const it of view.referring(project, 'investment', 'project')) {
    const day = view.day(it, 'arrived');
    const investor = it.fields['investor'] as string | undefined;
    const answer = and(isOneOf(it.fields['investmentLed'], [true], 'no'), isOneOf(it.fields['nature'], ['社会资本']));
    if (!day || investor === undefined || answer === 'no') continue;
    const key = `${day.slice(0, 4)} ${investor}`;
    const group = groups.get(key) ?? { name: investor, year: day.slice(0, 4), day, items: [] };
    group.items.push({ amount: it.fields['amount'] as string | undefined, answer });
    if (day > group.day) group.day = day;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, year, day, items }) => {
    const base = { award: 'invest', case: `${project.number}|${name}`, year: Number(year), day, subject: nameOf(project) };
    const outcome = items.some((it) => it.answer === 'yes') ? 'yes' : 'unknown';
    const cap = fenOf((decidedOn(decided, 'cap', day) as string | undefined) ?? '2万元');
    // What cannot be summed is still no more than the cap.
    if (items.some((it) => it.amount === undefined)) return { ...base, outcome, min: 0n, max: cap };
    const total = (list: typeof items): bigint => list.reduce((sum, it) => sum + BigInt(it.amount!), 0n);
    const pay = (amount: bigint): bigint => {
      const [top, bottom] = rateOf((decidedOn(decided, 'rate', day) as string | undefined) ?? '5‰');
      const paid = (amount * top * 2n + bottom) / (bottom * 2n);
      return paid > cap ? cap : paid;
    };
    return { ...base, outcome, min: pay(total(items.filter((it) => it.answer === 'yes'))), max: pay(total(items)) };
  });
}

function introductionGrants(view: View, talent: Standing, decided: readonly Decided[]): Grant[] {
  const day = view.day(talent, 'selected');
  if (!day || talent.fields['introducer'] === undefined) return [];
  const introduced = view.day(talent, 'introduced');
  const landed = view.day(talent, 'landed');
  const levels = (decidedOn(decided, 'levels', day) as readonly string[] | undefined) ?? (day >= '2022-01-01' ? ['国家级', '省级'] : ['国家级']);
  const outcome = and(
    plain(introduced !== undefined && landed !== undefined && introduced <= landed),
    isOneOf(talent.fields['planLevel'], levels),
    plain(view.referring(talent, 'project', 'talent').some((it) => view.day(it, 'signed') !== undefined)),
  );
  const base = { award: 'intro', case: talent.number, year: Number(day.slice(0, 4)), day, subject: nameOf(talent) };
  const max = (decidedOn(decided, 'intro.max', day) as string | undefined) ?? (day >= '2022-01-01' ? '20万元' : undefined);
  if (outcome === 'no') return [{ ...base, outcome }];
  if (max === undefined) return [{ ...base, outcome: 'unknown' }];
  return [{ ...base, outcome, min: fenOf('1万元'), max: fenOf(max) }];
}

/** `8‰` or `1%` as a fraction. */
function rateOf(text: string): [bigint, bigint] {
  return [BigInt(text.slice(0, -1)), text.endsWith('‰') ? 1000n : 100n];
}
