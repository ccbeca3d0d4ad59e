import { call } from '@orpc/server';
import { contextOf } from '../../../tests/context.ts';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { type Fields, smallSheet } from '../../../tests/registers/small-registers.ts';
import { clock } from '../../base/clock.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { findSubjects, subjectKey } from '../../ledger/subjects.ts';
import { loadDossiers, type StoredDossier } from '../../ledger/dossiers.ts';
import type { Cell } from '../../office/sheet.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import type { Role } from '../accounts/terms.ts';
import { recordsRights } from '../records/rights.ts';
import { importFiles, type Imported } from './command.ts';
import { importsHandlers } from './handlers.ts';
import type { HandedIn } from './intake-files.ts';
import type { ImportDeps } from './run-import.ts';
import { importsRights } from './rights.ts';
import { previewUpload } from './upload.ts';

const rights = joinRights([importsRights, recordsRights]);

/** A city with its ledger, and people who import registers. */
export class World {
  readonly deps: ImportDeps;
  /** How often the worker was asked for. */
  woken = 0;
  readonly #test: TestLedger;

  constructor(test: TestLedger) {
    this.#test = test;
    this.deps = { database: test.database, ledger: test.ledger, clock: clock('2022-03-01') };
  }

  as(unit: string, role: Role): LedgerContext {
    return { ...contextOf(this.deps, this.deps.clock.today(), rights, { unit, role }), wakeWorker: () => void this.woken++ };
  }

  /** As the owner of the tables. */
  async sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#test.owner.query<Row>(text, values)).rows;
  }

  takeOver(...files: HandedIn[]): Promise<Imported> {
    return importFiles(this.deps, files, { document: '2021 年度台账' });
  }

  upload(context: LedgerContext, ...files: HandedIn[]): Promise<{ id: string }> {
    return previewUpload({ ...context, request: crypto.randomUUID() }, files);
  }

  confirm(context: LedgerContext, id: string, document?: string): Promise<unknown> {
    return call(importsHandlers.confirm, { id, ...(document !== undefined && { document }) }, { context: { ...context, request: crypto.randomUUID() } });
  }

  /** An import as the page shows it. */
  read(context: LedgerContext, id: string) {
    return call(importsHandlers.one, { id }, { context });
  }

  async dossier(kind: string, number: string): Promise<StoredDossier | undefined> {
    const { database } = this.deps;
    const id = (await findSubjects(database, [{ kind, number }])).get(subjectKey({ kind, number }));
    return id === undefined ? undefined : (await loadDossiers(database, [id])).get(id);
  }

  /** How many rows the tables have that are never changed. */
  async counts(): Promise<Record<'subject' | 'fact' | 'verdict' | 'posting' | 'decision' | 'person' | 'audit', number>> {
    const tables = ['subject', 'fact', 'verdict', 'posting', 'decision', 'person', 'audit'];
    const [row] = await this.sql<Record<string, number>>(`select ${tables.map((it) => `(select count(*)::int from ${it}) as ${it}`).join(', ')}`);
    return row as never;
  }
}

export function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  return withLedger('taixing', (test) => work(new World(test)));
}

/** A workbook of small registers: a title, one header row, rows from 3. */
export async function workbook(registers: Record<string, readonly Fields[]>, name = '台账.xlsx'): Promise<HandedIn> {
  const sheets = Object.entries(registers).map(([sheet, rows]) => smallSheet(sheet, rows));
  return { name, bytes: await writeWorkbook(sheets.map((it) => ({ name: it.name, rows: it.rows.map((row) => row.cells) }))) };
}

/** A file's sheet with some cells changed: `{ 3: { 项目编号: 'X' } }`, by row and heading of the last header row. */
export async function corrected(bytes: Uint8Array, sheet: string, changes: Record<number, Record<string, Cell>>, header = 2): Promise<HandedIn> {
  const sheets = await readSheets({ name: '退回.xlsx', bytes });
  const changed = sheets.map((one) => ({
    name: one.name,
    merges: one.merges,
    rows: Array.from({ length: one.rows.at(-1)!.number }, (_, index) => {
      const cells = [...(one.rows.find((it) => it.number === index + 1)?.cells ?? [])];
      const headings = one.rows.find((it) => it.number === header)!.cells;
      for (const [heading, cell] of Object.entries((one.name === sheet && changes[index + 1]) || {})) {
        const at = headings.indexOf(heading);
        while (cells.length <= at) cells.push(null);
        cells[at] = cell;
      }
      return cells;
    }),
  }));
  return { name: '更正.xlsx', bytes: await writeWorkbook(changed) };
}
