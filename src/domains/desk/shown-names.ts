import type { LedgerContext } from '../../ledger/context.ts';
import type { Value } from '../../mechanism/dossier.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { namesOf } from '../persons/store.ts';
import { ERASED, maskOf } from '../persons/terms.ts';

interface Nameable {
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** What names a record to people who never own it: a person's name is masked. */
export async function shownNames(context: LedgerContext, rows: readonly Nameable[]): Promise<(row: Nameable) => string> {
  const { vocabulary } = context.ledger.mechanism;
  const valueOf = ({ kind, fields }: Nameable): { value: string | undefined; field: SubjectKind['fields'][string] | undefined } => {
    const id = vocabulary[kind]?.nameField;
    const value = id === undefined ? undefined : fields[id];
    return { value: typeof value === 'string' && value !== '' ? value : undefined, field: id === undefined ? undefined : vocabulary[kind]!.fields[id] };
  };
  const people = rows.flatMap((it) => {
    const { value, field } = valueOf(it);
    return field?.type === 'person' && value !== undefined ? [value] : [];
  });
  const names = await namesOf(context.database, people);
  return (row) => {
    const { value, field } = valueOf(row);
    if (value === undefined) return row.number;
    if (field!.type !== 'person') return value;
    const name = names.get(value);
    return name === undefined ? ERASED : maskOf('name', name);
  };
}
