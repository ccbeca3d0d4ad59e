import { expect, test } from 'vitest';
import { openapiDocument } from '../../src/app/http/openapi.ts';
import { trimmed } from '../../src/kernel/text.ts';
import type { ColumnFormat, RegisterFormat } from '../../src/mechanism/format/registers.ts';
import { readSheets } from '../../src/office/read-workbook.ts';
import type { Cell } from '../../src/office/sheet.ts';
import { guarded, writeCsv } from '../../src/office/write-csv.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { type Fields, smallSheet } from '../registers/small-registers.ts';
import { structureDigest } from './digests.ts';
import { Oracle } from './oracle.ts';
import { routesOf } from './requests.ts';
import type { Answer } from './send.ts';
import { injections } from './strings.ts';
import { type Attacked, withAttacked } from './world.ts';

/** What a cell of a workbook can hold: XML has no zero characters and no half characters. */
const texts = injections.filter((it) => it.isWellFormed() && !it.includes('\0'));
/** A CSV file with other control characters than blanks in it is refused as a whole: it is no text. */
const csvTexts = texts.filter((it) => !/(?![\t\r\n])\p{Cc}/u.test(it));

interface Report {
  state: string;
  report: { accepted: Record<string, number>; rejectedCount: number; rejected: { row: number; code: string; message: string }[] };
}

/** Hands registers in over http as the talent office, and has what is good of them recorded. */
class Desk {
  readonly #attacked: Attacked;
  readonly #oracle: Oracle;
  readonly #routes: ReturnType<typeof routesOf>;

  constructor(attacked: Attacked, document: Awaited<ReturnType<typeof openapiDocument>>) {
    this.#attacked = attacked;
    this.#oracle = new Oracle(document);
    this.#routes = routesOf(document);
  }

  async handIn(name: string, bytes: Uint8Array): Promise<{ id: string; report: Report['report'] }> {
    const head = `--lines\r\ncontent-disposition: form-data; name="files"; filename="${encodeURIComponent(name)}"\r\n\r\n`;
    const sent = { method: 'POST', path: '/api/v1/imports/files', headers: { 'content-type': 'multipart/form-data; boundary=lines' }, body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--lines--\r\n')]) };
    const made = await this.#attacked.send('talent-office', sent);
    expect([made.status, made.text]).toEqual([200, expect.anything()]);
    const { id } = made.json as { id: string };
    await this.#ask('POST', '/imports/{id}/confirm', id, {});
    const { state, report } = (await this.#ask('GET', '/imports/{id}', id)).json as Report;
    expect(state).toBe('done');
    return { id, report };
  }

  refused(id: string): Promise<Answer> {
    return this.#ask('GET', '/imports/{id}/refused.xlsx', id);
  }

  async #ask(method: string, path: string, id: string, body?: unknown): Promise<Answer> {
    const answer = await this.#attacked.ask('talent-office', method, path.replace('{id}', id), body);
    const route = this.#routes.find((it) => it.method === method && it.path === path)!;
    expect(this.#oracle.complaints(route, { method, path: `/api/v1${path.replace('{id}', id)}` }, answer), answer.text.slice(0, 500)).toEqual([]);
    return answer;
  }
}

function withDesk(work: (attacked: Attacked, desk: Desk) => Promise<void>): Promise<void> {
  return withAttacked(async (attacked) => {
    const structure = await structureDigest(attacked.test);
    const desk = new Desk(attacked, await openapiDocument());
    // What good rows of other registers refer to.
    await desk.handIn('项目.xlsx', await bytesOf('项目台账', [{}]));
    await work(attacked, desk);
    expect(await structureDigest(attacked.test)).toBe(structure);
  });
}

async function bytesOf(sheet: string, rows: readonly Fields[], kind: 'xlsx' | 'csv' = 'xlsx'): Promise<Uint8Array> {
  const cells = smallSheet(sheet, rows).rows.map((it) => it.cells);
  return kind === 'csv' ? writeCsv(cells) : writeWorkbook([{ name: sheet, rows: cells }]);
}

/** Columns whose cells are kept as they are written: texts without a list, names of persons among them. */
function freeColumns({ subject, columns }: RegisterFormat, attacked: Attacked): ColumnFormat[] {
  const { vocabulary } = attacked.platform.ledger.mechanism;
  return columns.filter((it) => it.field !== undefined && !it.creditCode && ['text', 'person'].includes(vocabulary[subject!]!.fields[it.field]!.type));
}

/** What stands of records, by number: field → text; names of persons in the place of their ids. */
async function stored(attacked: Attacked, kind: string): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await attacked.test.owner.query<{ number: string; fields: Record<string, unknown> }>("select number, body -> 'fields' as fields from dossier where kind = $1", [kind]);
  const names = new Map((await attacked.test.owner.query<{ id: string; name: string }>('select id, name from person')).rows.map((it) => [it.id, it.name]));
  return new Map(rows.map((it) => [it.number, Object.fromEntries(Object.entries(it.fields).map(([field, value]) => [field, names.get(String(value)) ?? value]))]));
}

for (const kind of ['xlsx', 'csv'] as const) {
  test(`every string of attack in every free text of a register (.${kind}) is kept as it is or its row is refused with a sentence`, { timeout: 180_000 }, async () => {
    const given = kind === 'csv' ? csvTexts : texts;
    expect(given.length).toBeGreaterThanOrEqual(800);
    await withDesk(async (attacked, desk) => {
      const registers = attacked.platform.ledger.mechanism.pack.registers.filter((it) => it.subject !== undefined && freeColumns(it, attacked).length > 0);
      for (const register of kind === 'csv' ? registers.filter((it) => it.sheet === '项目台账') : registers) {
        const columns = freeColumns(register, attacked);
        const number = register.columns.find((it) => it.number)!;
        const written = given.map((_, row) => Object.fromEntries(columns.map((it, index) => [it.heading, given[(row + index * 131) % given.length]!])));
        const { report } = await desk.handIn(`${register.sheet}.${kind}`, await bytesOf(register.sheet, written.map((it, row) => ({ ...it, [number.heading]: `攻${row}` })), kind));
        const found = await stored(attacked, register.subject!);
        const wrong = written.flatMap((row, index) => {
          const fields = found.get(`攻${index}`);
          return columns.flatMap(({ heading, field }) => (fields && (fields[field!] ?? '') !== trimmed(row[heading]!) ? [`${register.sheet} ${heading}: ${JSON.stringify(row[heading])} became ${JSON.stringify(fields[field!])}`] : []));
        });
        expect(wrong).toEqual([]);
        const kept = written.filter((_, index) => found.has(`攻${index}`)).length;
        expect(kept + report.rejectedCount).toBe(given.length);
        expect(kept).toBeGreaterThan(given.length / 2);
      }
    });
  });
}

test('every string of attack in every cell, whatever the column expects: refused with a sentence, given back as it was, never a formula', { timeout: 180_000 }, async () => {
  await withDesk(async (attacked, desk) => {
    for (const { sheet, columns } of attacked.platform.ledger.mechanism.pack.registers) {
      const headings = columns.filter((it) => !it.serial).map((it) => it.heading);
      const rows = texts.map((text, row) => ({ [headings[row % headings.length]!]: text }));
      const { id, report } = await desk.handIn(`${sheet}.xlsx`, await bytesOf(sheet, rows));
      expect(report.rejectedCount, sheet).toBeGreaterThan(0);
      const { bytes } = await desk.refused(id);
      // The reader refuses a workbook with a formula in it.
      const back = new Set((await readSheets({ name: '退回.xlsx', bytes })).flatMap((it) => it.rows.flatMap((row) => row.cells)).filter((it) => typeof it === 'string'));
      const lost = report.rejected.map((it) => texts[it.row - 3]!).filter((it) => trimmed(it) !== '' && !back.has(it) && !back.has(trimmed(it)));
      expect(lost, sheet).toEqual([]);
    }
  });
});

test('no string of attack begins a cell of a CSV file as a formula would', () => {
  const risky = injections.filter((it) => /^[=+\-@＝＋－＠\t\r\n\0]/.test(it));
  expect(risky.length).toBeGreaterThan(80);
  const cells: Cell[][] = risky.map((it) => [it]);
  const lines = Buffer.from(writeCsv(cells)).toString('utf8').slice(1);
  expect(lines).toBe(risky.map((it) => `'${it}`).map((it) => (/[",\r\n]|^\s|\s$/.test(it) ? `"${it.replaceAll('"', '""')}"` : it)).map((it) => `${it}\r\n`).join(''));
  expect(risky.every((it) => guarded(it).startsWith("'"))).toBe(true);
});
