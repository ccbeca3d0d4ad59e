import { type Act, type Credit, type Fields, nameOf, stateAfter } from './acts.ts';

/** One subject as it stands after some acts. */
export interface Standing {
  readonly kind: string;
  readonly number: string;
  readonly unit: string;
  fields: Fields;
  references: Readonly<Record<string, string>>;
  /** Milestones, each with the unit that said it last. */
  readonly marks: Map<string, { day: string | null; state: string; unit: string }>;
  /** From the start, then by their days. */
  credits: { from: string; parts: readonly Credit[] }[];
}

/** Everything that stands, told again from the beginning. */
export function retell(acts: readonly Act[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const act of acts) {
    const name = nameOf(act.of);
    const held = found.get(name);
    if (act.say === 'entry') {
      const kept = held ?? { ...act.of, unit: act.unit, fields: {}, references: {}, marks: new Map(), credits: [] };
      kept.fields = act.fields;
      kept.references = act.references;
      kept.marks.set('entry', { day: null, state: 'declared', unit: act.unit });
      kept.credits = [{ from: '', parts: act.credits }, ...kept.credits.filter((it) => it.from !== '')];
      found.set(name, kept);
    } else if (!held) {
      throw new Error(`${name} was never entered`);
    } else if (act.say === 'day') {
      held.marks.delete(act.milestone);
      if (act.day !== null) held.marks.set(act.milestone, { day: act.day, state: 'declared', unit: act.unit });
    } else if (act.say === 'withdraw') {
      held.marks.delete('entry');
    } else if (act.say === 'transfer') {
      held.credits = [...held.credits.filter((it) => it.from !== act.from), { from: act.from, parts: act.credits }];
      held.credits.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    } else {
      const mark = held.marks.get(act.milestone);
      if (mark) mark.state = stateAfter[act.act]!;
    }
  }
  return found;
}

/** A subject in plain words, to be compared. */
export interface Told {
  readonly unit: string;
  readonly fields: Fields;
  readonly references: Readonly<Record<string, string>>;
  /** Milestone → `day state unit`. */
  readonly marks: Readonly<Record<string, string>>;
  readonly credits: readonly { readonly from: string; readonly parts: readonly Credit[] }[];
}

/** All subjects in plain words. */
export function inWords(all: ReadonlyMap<string, Standing>): Map<string, Told> {
  return new Map([...all].map(([name, { unit, fields, references, marks, credits }]) => [
    name,
    { unit, fields, references, credits, marks: Object.fromEntries([...marks].map(([milestone, it]) => [milestone, `${it.day} ${it.state} ${it.unit}`])) },
  ]));
}

export type Trust = 'declared' | 'certified';
export const trusts: readonly Trust[] = ['declared', 'certified'];

/** What one who trusts the declared or only the certified sees of all that stands. */
export class View {
  readonly #all: ReadonlyMap<string, Standing>;
  readonly trust: Trust;

  constructor(all: ReadonlyMap<string, Standing>, trust: Trust) {
    this.#all = all;
    this.trust = trust;
  }

  of(kind: string): Standing[] {
    return [...this.#all.values()].filter((it) => it.kind === kind && this.#sees(it)).sort((a, b) => (a.number < b.number ? -1 : 1));
  }

  /** What a reference names, where it is seen. */
  at(subject: Standing, role: string): Standing | undefined {
    const found = this.#all.get(subject.references[role] ?? '');
    return found && this.#sees(found) ? found : undefined;
  }

  /** Those of a kind that refer to the subject. */
  referring(subject: Standing, kind: string, role: string): Standing[] {
    return this.of(kind).filter((it) => it.references[role] === nameOf(subject));
  }

  day(subject: Standing, milestone: string): string | undefined {
    const mark = subject.marks.get(milestone);
    return mark && this.#believes(mark.state) ? (mark.day ?? undefined) : undefined;
  }

  #sees(subject: Standing): boolean {
    const entry = subject.marks.get('entry');
    return entry !== undefined && this.#believes(entry.state);
  }

  #believes(state: string): boolean {
    if (this.trust === 'certified') return state === 'certified' || state === 'certified-upstream';
    return state !== 'returned' && state !== 'not-counted';
  }
}

/** Who is credited for something that happened on a day. */
export function creditedOn(subject: Standing, day: string): readonly Credit[] {
  return subject.credits.filter((it) => it.from <= day).at(-1)?.parts ?? [];
}
