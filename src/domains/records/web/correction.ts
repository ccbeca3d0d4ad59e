import type { Dossier } from './shapes.ts';

/** What was typed, by id; a key is there once it was touched. */
export type Typed = Readonly<Record<string, string>>;

export interface Correction {
  fields: Record<string, string | null>;
  milestones: Record<string, string | null>;
  /** How many of them differ from what stands. */
  changed: number;
}

/** What differs from the record as it stands; emptied is null. */
export function correctionOf(dossier: Pick<Dossier, 'fields' | 'milestones'>, typedFields: Typed, typedDays: Typed): Correction {
  const fields = differing(typedFields, new Map(dossier.fields.map((it) => [it.id, it.value])));
  const milestones = differing(typedDays, new Map(dossier.milestones.map((it) => [it.id, it.day])));
  return { fields, milestones, changed: Object.keys(fields).length + Object.keys(milestones).length };
}

function differing(typed: Typed, held: ReadonlyMap<string, string | null>): Record<string, string | null> {
  const changed = Object.entries(typed).flatMap(([id, text]) => {
    const value = text.trim() || null;
    return value === (held.get(id) ?? null) ? [] : [[id, value] as const];
  });
  return Object.fromEntries(changed);
}

/** Whether a verdict stands that a correction reopens. */
export function isJudged({ state, milestones }: Pick<Dossier, 'state' | 'milestones'>): boolean {
  return [state, ...milestones.map((it) => it.state)].some((it) => it === 'verified' || it === 'certified' || it === 'certified-upstream' || it === 'not-counted');
}
