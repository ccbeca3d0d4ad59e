import { readPackFolder } from '../../src/app/pack-folder.ts';
import { openLedger, ROOT } from '../../src/app/platform.ts';
import { transact } from '../../src/base/transaction.ts';
import { keepNames } from '../../src/domains/persons/store.ts';
import { keepEvidence } from '../../src/domains/records/evidence.ts';
import { record } from '../../src/ledger/record.ts';
import type { Statement } from '../../src/ledger/statements.ts';
import { resolveSubjects } from '../../src/ledger/subjects.ts';
import { ENTRY } from '../../src/mechanism/vocabulary.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { type TestDatabase, type TestLedger, withDatabase } from '../database.ts';

export const TODAY = '2025-11-20';

/** 临水市 with other units. @param change of the text of `units.yaml` */
export function withCity<T>(change: (units: string) => string, work: (test: TestLedger) => Promise<T>): Promise<T> {
  return withDatabase(async (test: TestDatabase) => {
    const files = (await readPackFolder(`${ROOT}packs/linshui`)).map((it) => (it.path === 'units.yaml' ? { ...it, text: change(it.text) } : it));
    return work({ ...test, ledger: await openLedger(test.database, files) });
  });
}

/** Says something of a record, past all rights. @returns its id */
export function say({ database, ledger }: TestLedger, { kind, number, ...said }: { kind: string; number: string } & Omit<Statement, 'subject'>): Promise<string> {
  return transact(database, async (tx) => {
    const id = [...(await resolveSubjects(tx, [{ kind, number }])).values()][0]!;
    await record(tx, ledger, { unit: said.unit ?? '', account: null, request: crypto.randomUUID(), today: TODAY }, [{ ...said, subject: { id, kind, number } }]);
    return id;
  });
}

export async function person({ database }: TestLedger, name: string): Promise<string> {
  return (await keepNames(database, [name]))[0]!;
}

/** @returns the id of a file that stands beside a record from now on */
export async function evidence({ database }: TestLedger, dossier: string, unit: string): Promise<string> {
  const bytes = await writeWorkbook([{ name: '证明', rows: [[dossier]] }]);
  return transact(database, (tx) => keepEvidence(tx, { unit, account: null, request: crypto.randomUUID(), today: TODAY }, { dossier, milestone: ENTRY, kind: '证明', name: '证明.xlsx', bytes }));
}

export async function share({ database }: TestLedger, subject: string, unit: string): Promise<void> {
  await database.query("insert into record_share (subject_id, unit, reason) values ($1, $2, '共同办理')", [subject, unit]);
}

export async function seal({ database }: TestLedger, subject: string): Promise<void> {
  await database.query("insert into record_seal (subject_id, reason) values ($1, '在谈')", [subject]);
}

/** As a withdrawn record stands in the dossiers; as the owner of the tables. */
export async function withdraw({ owner }: TestLedger, subject: string): Promise<void> {
  await owner.query("update dossier set state = 'withdrawn', body = jsonb_set(body, '{milestones}', '{}') where subject_id = $1", [subject]);
}
