import type { StoredHolding } from './store.ts';

/** What a lead is called: by its code name, where it has one, to everybody but its own units; a talent by the number alone. */
export function leadName({ kind, number, fields: { name, codeName } }: Pick<StoredHolding, 'kind' | 'number' | 'fields'>, own: boolean): string {
  if (kind !== 'project') return number;
  return String((own ? name : (codeName ?? name)) ?? number);
}
