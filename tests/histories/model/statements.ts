import { type Act, type Credit, type Fields, nameOf, stateAfter, type Subject } from './acts.ts';
import { retell, type Standing } from './records.ts';

/** What a history says of one subject at once. References name subjects. */
export interface Spec extends Subject {
  /** Who says it. */
  readonly unit: string;
  readonly entry?: { readonly fields: Fields; readonly references: Readonly<Record<string, string>>; readonly credits: readonly Credit[] };
  /** Null takes a milestone back. */
  readonly days?: Readonly<Record<string, string | null>>;
  readonly transfer?: { readonly from: string; readonly credits: readonly Credit[] };
  readonly verdict?: { readonly act: string; readonly milestones: 'all' | readonly string[] };
  /** Last of all, the record is taken back. */
  readonly withdrawn?: true;
}

/** What saying it comes to: further acts, or the code of the refusal; and of which subjects anything changed. */
export interface Said {
  readonly acts: readonly Act[];
  readonly changed: readonly boolean[];
  readonly refused?: string;
}

/** Says it to an imagined ledger that holds some acts. What stands so already is not said again. */
export function say(before: readonly Act[], specs: readonly Spec[]): Said {
  const acts = [...before];
  const changed: boolean[] = [];
  for (const spec of specs) {
    const count = acts.length;
    const refused = sayOne(acts, spec);
    if (refused !== undefined) return { acts: before, changed: [], refused };
    changed.push(acts.length > count);
  }
  return { acts, changed };
}

/** Without statements on subjects that were never entered, and verdicts on milestones that are not there. */
export function sensible(before: readonly Act[], specs: readonly Spec[]): Spec[] {
  return specs.flatMap((spec) => {
    const marks = retell(before).get(nameOf(spec))?.marks;
    if (!marks?.has('entry') && !spec.entry) return [];
    const { verdict, ...rest } = spec;
    if (!verdict || verdict.milestones === 'all') return [spec];
    const there = verdict.milestones.filter((it) => it === 'entry' || (spec.days?.[it] === undefined ? marks?.has(it) : spec.days[it] !== null));
    return [there.length > 0 ? { ...rest, verdict: { ...verdict, milestones: there } } : rest];
  });
}

function sayOne(acts: Act[], spec: Spec): string | undefined {
  const of = { kind: spec.kind, number: spec.number };
  const now = (): Standing | undefined => retell(acts).get(nameOf(of));
  const { unit, entry, transfer, verdict } = spec;
  if (entry && !standsSo(now(), entry)) {
    if (!addsUp(entry.credits)) return 'bad-credits';
    acts.push({ say: 'entry', of, unit, ...entry });
  }
  if (!now()?.marks.has('entry')) return 'nothing-recorded';
  for (const [milestone, day] of Object.entries(spec.days ?? {})) {
    if ((now()!.marks.get(milestone)?.day ?? null) !== day) acts.push({ say: 'day', of, unit, milestone, day });
  }
  if (transfer && !sameCredits(now()!.credits.find((it) => it.from === transfer.from)?.parts, transfer.credits)) {
    if (!addsUp(transfer.credits)) return 'bad-credits';
    acts.push({ say: 'transfer', of, ...transfer });
  }
  const marks = now()!.marks;
  for (const milestone of !verdict ? [] : verdict.milestones === 'all' ? marks.keys() : verdict.milestones) {
    const mark = marks.get(milestone);
    if (!mark) return 'nothing-recorded';
    if (mark.state !== stateAfter[verdict!.act]) acts.push({ say: 'verdict', of, milestone, act: verdict!.act });
  }
  if (spec.withdrawn) acts.push({ say: 'withdraw', of });
  return undefined;
}

function standsSo(held: Standing | undefined, entry: NonNullable<Spec['entry']>): boolean {
  return held !== undefined && held.marks.has('entry') && sorted(held.fields) === sorted(entry.fields) && sorted(held.references) === sorted(entry.references) && sameCredits(held.credits[0]!.parts, entry.credits);
}

function sorted(values: object): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameCredits(a: readonly Credit[] | undefined, b: readonly Credit[]): boolean {
  return a !== undefined && a.length === b.length && a.every((it, index) => it.unit === b[index]!.unit && it.millionths === b[index]!.millionths);
}

/** A divided credit adds up to the whole; an undivided one is whole for each. */
function addsUp(credits: readonly Credit[]): boolean {
  return credits.every((it) => it.millionths === 1_000_000) || credits.reduce((sum, it) => sum + it.millionths, 0) === 1_000_000;
}
