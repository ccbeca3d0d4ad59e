import type { Value } from './conflicts.ts';
import type { Dossier } from './shapes.ts';

/** What was typed, by `field-…`, `reference-…` or `day-…`; a key is there once it was touched. */
export type Typed = Readonly<Record<string, string>>;

export interface Correction {
  fields: Record<string, string | null>;
  references: Record<string, string | null>;
  milestones: Record<string, string | null>;
  /** How many of them differ from what stands. */
  changed: number;
}

type Standing = Pick<Dossier, 'fields' | 'milestones'> & Partial<Pick<Dossier, 'references'>>;

/** Everything of a record that can be corrected, as it stands. References are the numbers of what they lead to. */
export function valuesOf({ fields, milestones, references = [] }: Standing, roles: readonly { role: string; label: string }[] = []): Value[] {
  return [
    ...fields.map((it) => ({ id: `field-${it.id}`, label: it.label, value: it.value })),
    ...roles.map(({ role, label }) => ({ id: `reference-${role}`, label, value: references.find((it) => it.role === role)?.subject.number ?? null })),
    ...milestones.map((it) => ({ id: `day-${it.id}`, label: `${it.label}日期`, value: it.day })),
  ];
}

/** What differs from the record as it stands; emptied is null. */
export function correctionOf(dossier: Standing, typed: Typed, roles: readonly { role: string; label: string }[] = []): Correction {
  const held = new Map(valuesOf(dossier, roles).map((it) => [it.id, it.value]));
  const changed = Object.entries(typed).flatMap(([id, text]) => {
    const value = text.trim() || null;
    return value === (held.get(id) ?? null) ? [] : [[id, value] as const];
  });
  const of = (prefix: string) => Object.fromEntries(changed.flatMap(([id, value]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), value]] : [])));
  return { fields: of('field-'), references: of('reference-'), milestones: of('day-'), changed: changed.length };
}

/** Whether a verdict stands that a correction reopens. */
export function isJudged({ state, milestones }: Pick<Dossier, 'state' | 'milestones'>): boolean {
  return [state, ...milestones.map((it) => it.state)].some((it) => it === 'verified' || it === 'certified' || it === 'certified-upstream' || it === 'not-counted');
}
