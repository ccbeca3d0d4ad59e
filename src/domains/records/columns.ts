import type { Dossier } from '../../mechanism/dossier.ts';
import type { ColumnFormat, RegisterFormat } from '../../mechanism/format/registers.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { shownField, type Sight } from './shown.ts';

/** How many columns a list has beside number, name, unit and state. */
const HANDFUL = 6;

/** The columns of a register that its list shows: what must be filled, then choices, days, amounts and the rest, in the register's order. */
export function columnsOf(kind: SubjectKind, register: RegisterFormat): ColumnFormat[] {
  const currencies = new Set(Object.values(kind.fields).map((it) => it.currency));
  const shown = register.columns.filter((it) => {
    if (it.field !== undefined) return it.field !== kind.nameField && !it.creditCode && !currencies.has(it.field);
    return it.milestone !== undefined || it.reference !== undefined;
  });
  const chosen = [...shown].sort((a, b) => rank(kind, a) - rank(kind, b)).slice(0, HANDFUL);
  return shown.filter((it) => chosen.includes(it));
}

function rank(kind: SubjectKind, column: ColumnFormat): number {
  if (column.required) return 0;
  if (column.milestone !== undefined) return 2;
  if (column.reference !== undefined) return 6;
  const order = ['choice', 'day', 'money', 'number', 'yes-no', 'text', 'person'];
  return [1, 2, 3, 3, 4, 5, 7][order.indexOf(kind.fields[column.field!]!.type)]!;
}

/** The heading without the unit of its amounts, which stands in every cell. */
export function labelOf(column: ColumnFormat): string {
  return column.heading.replace(/（[^（）]*元）$/u, '');
}

export function isNumeric(kind: SubjectKind, column: ColumnFormat): boolean {
  const type = column.field === undefined ? undefined : kind.fields[column.field]!.type;
  return type === 'money' || type === 'number';
}

/** A cell as people read it; '' where it is blank. @param numberOf numbers of what is referred to, by id */
export function cellOf(kind: SubjectKind, column: ColumnFormat, dossier: Dossier, sight: Sight, numberOf: (id: string) => string): string {
  if (column.milestone !== undefined) return dossier.milestones[column.milestone]?.day ?? '';
  if (column.reference !== undefined) {
    const id = dossier.references[column.reference];
    return id === undefined ? '' : numberOf(id);
  }
  return shownField(kind, dossier.fields, column.field!, sight) ?? '';
}
