import type { Dossier } from './shapes.ts';

export type Course = NonNullable<Dossier['course']>;
export type Gate = Course['gates'][number];
export type Asked = Gate['asked'][number];

/** Gates under the stage that boards show them under, in the order in which stages are first met. */
export function gatesByStage(gates: readonly Gate[]): { stage: string; gates: Gate[] }[] {
  const stages = new Map<string, Gate[]>();
  for (const it of gates) stages.set(it.stage, [...(stages.get(it.stage) ?? []), it]);
  return [...stages].map(([stage, list]) => ({ stage, gates: list }));
}

/** Not recorded, and everything that must stand before it does. */
export function isOpen(gate: Gate): boolean {
  return gate.day === null && gate.asked.every((it) => it.what !== 'milestone' || it.outcome === 'yes');
}

/** What comes next: the first open gate that every such record passes; else none. */
export function nextGate(gates: readonly Gate[]): Gate | undefined {
  return gates.find((it) => isOpen(it) && !it.optional);
}

/** The fields that a gate's form shows: what is blank; where a condition fails, all that it asks for, for it may hang on one of them. */
export function fieldsToFill({ asked, asks }: Gate): string[] {
  if (asked.some((it) => it.what === 'condition' && it.outcome !== 'yes')) return asks;
  return asked.flatMap((it) => (it.what === 'field' && it.outcome !== 'yes' ? [it.id] : []));
}
