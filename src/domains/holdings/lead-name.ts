import type { StoredHolding } from './store.ts';

/** What a lead is called: a sealed one by its code name to everybody but its own units; a talent by the number alone. */
export function leadName({ kind, number, fields, sealed }: Pick<StoredHolding, 'kind' | 'number' | 'fields' | 'sealed'>, own: boolean): string {
  if (kind !== 'project') return number;
  const { name, codeName } = fields;
  const shown = sealed && !own ? (codeName ?? number) : (name ?? codeName ?? number);
  return String(shown);
}
