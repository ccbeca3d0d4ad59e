import type { Entry } from '../../ledger/statements.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { stateLabels } from '../records/terms.ts';
import { entryAfter } from './entry.ts';
import { isMaskOf } from './masked.ts';
import type { AcceptedRow } from './intake.ts';
import { creditsText, fieldText } from './value-text.ts';

/** What a row changes of one field, as people read it; '' is blank. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Names a human: shown in full only to who may. */
  readonly personal?: boolean;
}

/** What stands of a subject, with names for persons and numbers for what it refers to. */
export interface Shown {
  readonly dossier: Dossier;
  readonly entry: Entry;
  /** Fields whose person was erased: a row's name for them is not taken. */
  readonly erased: readonly string[];
}

/**
 * What a row changes of what stands, under the headings of its register. None: the row says what stands already.
 * @param takesOver whether the row's verdict would be taken over too; else a change reopens the verdict
 */
export function differencesOf(mechanism: Mechanism, { dossier, entry: before, erased }: Shown, accepted: AcceptedRow, takesOver: boolean): Difference[] {
  const { row, found } = accepted;
  const kind = mechanism.vocabulary[accepted.kind]!;
  const after = entryAfter(before, accepted, row.people, row.references);
  const differences: Difference[] = [];
  const tell = (label: string, was: string, is: string, personal = false): void => {
    if (was !== is) differences.push({ label, before: was, after: is, ...(personal && { personal }) });
  };
  for (const column of found.places.keys()) {
    if (column.field !== undefined && (erased.includes(column.field) || isMaskOf(row.people[column.field] ?? null, before.fields[column.field] as string | undefined))) continue;
    if (column.field !== undefined) {
      const field = kind.fields[column.field]!;
      tell(column.heading, fieldText(field, column.field, before), fieldText(field, column.field, after), field.personal === 'identity' || field.personal === 'contact');
    } else if (column.reference !== undefined) tell(column.heading, before.references[column.reference] ?? '', after.references[column.reference] ?? '');
    else if (column.milestone !== undefined) tell(column.heading, dossier.milestones[column.milestone]?.day ?? '', row.milestones[column.milestone] ?? '');
    else if (column.unit) tell(headings(accepted, (it) => it.unit ?? it.partners ?? it.hosts), creditsText(mechanism.pack, before.credits), creditsText(mechanism.pack, after.credits));
  }
  return [...differences, ...verdictDifference(mechanism, dossier, accepted, takesOver, differences.length > 0)];
}

function headings({ found }: AcceptedRow, which: (column: ColumnFormat) => unknown): string {
  return [...found.places.keys()].filter(which).map((it) => it.heading).join('、');
}

function verdictDifference(mechanism: Mechanism, dossier: Dossier, accepted: AcceptedRow, takesOver: boolean, changes: boolean): Difference[] {
  const label = headings(accepted, (it) => it.state) || '认定状态';
  const state = dossier.milestones[ENTRY]?.state ?? 'declared';
  const word = accepted.row.stateWord ?? accepted.found.register.state;
  if (takesOver && word !== undefined) {
    const wanted = mechanism.pack.stateWords[word]!;
    const alike = Object.values(dossier.milestones).every((it) => it.state === wanted);
    return alike ? [] : [{ label, before: stateLabels[state], after: word }];
  }
  return changes && state !== 'declared' ? [{ label, before: stateLabels[state], after: '申报（有变更，须重新认定）' }] : [];
}
