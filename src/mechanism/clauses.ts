import type { Pack } from './format/pack.ts';

/** Clauses by id, as pages show them. */
export function clauseRefs(pack: Pack, ids: readonly string[]): { id: string; title: string; place: string }[] {
  return ids.flatMap((id) => {
    const clause = pack.clauses.find((it) => it.id === id);
    return clause ? [{ id, title: clause.title, place: clause.place }] : [];
  });
}
