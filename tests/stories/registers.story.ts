import { expect, type Page, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../src/app/platform.ts';
import { readSheets } from '../../src/office/read-workbook.ts';
import type { Cell } from '../../src/office/sheet.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { makeRegisters } from '../registers/make-registers.ts';
import { naiveReading } from '../registers/naive-reading.ts';
import { employ, look, setUpPlatform } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

/** Which office keeps which registers: it hands them in, in the order in which they refer to each other. */
const OFFICES = [
  { unit: 'rencaiban', role: 'talent-office', name: '人才办', sheets: ['口径'] },
  { unit: 'kejiju', role: 'office-handler', name: '科技局', sheets: ['平台台账', '活动台账'] },
  { unit: 'rencaiban', role: 'talent-office', name: '人才办', sheets: ['人才台账'] },
  { unit: 'shangwuju', role: 'commerce-bureau', name: '商务局', sheets: ['项目台账'] },
  { unit: 'caizhengju', role: 'office-handler', name: '财政局', sheets: ['投资台账'] },
  { unit: 'rensheju', role: 'office-handler', name: '人社局', sheets: ['中介机构'] },
] as const;

const SAMPLE = join(ROOT, '../shared/data/register-sample.xlsx');

interface Book {
  year: number;
  sheets: readonly { readonly name: string; readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[] }[];
  expected: { readonly figures: readonly { measure: string; unit: string; period: string; value: number | null }[]; readonly awards: readonly { rule: string; case: string; verdict: string }[]; readonly rejected: readonly { sheet: string; row: number; code: string }[] };
}

/** Registers of our own making, and the offices' sample where it lies beside the checkout. */
async function books(): Promise<Book[]> {
  const { sheets } = makeRegisters({ seed: 2022, year: 2022, projects: 120 });
  const made: Book = { year: 2022, sheets, expected: naiveReading(sheets, 2022) };
  if (!existsSync(SAMPLE)) return [made];
  const expected = JSON.parse(await readFile(SAMPLE.replace('.xlsx', '.expected.json'), 'utf8')) as Book['expected'];
  return [made, { year: 2021, sheets: await readSheets({ name: 'register-sample.xlsx', bytes: await readFile(SAMPLE) }), expected }];
}

let platform: StoryPlatform;
test.beforeEach(async () => {
  platform = await startPlatform({ today: '2026-11-23' });
});
test.afterEach(() => platform.stop());

for (const book of await books()) {
  test(`registers of ${book.year}: the offices hand in their Excel registers and get every figure (s3.2 a9 t7.2)`, async ({ browser }) => {
    const administrators = await setUpPlatform(browser, platform);
    const desks = new Map<string, Page>();
    for (const { unit, name, role } of OFFICES) {
      if (!desks.has(unit)) desks.set(unit, await employ(browser, administrators, { login: unit, name: `${name}经办`, unit, role }));
    }
    const rejected: { sheet: string; row: number; code: string }[] = [];
    for (const office of OFFICES) {
      const page = desks.get(office.unit)!;
      const file = await workbookOf(book, office.sheets);
      rejected.push(...(await handIn(page, `${office.sheets.join('和')}.xlsx`, file, book)));
    }
    expect(sorted(rejected)).toEqual(sorted(book.expected.rejected));
    const office = desks.get('rencaiban')!;
    await readOut(office, book);
    await office.goto(`/board?year=${book.year}`);
    await expect(office.getByRole('heading', { name: '十八项任务' })).toBeVisible();
    await look(office, `registers-board-${book.year}`);
  });
}

/** Upload, preview with the mistakes marked, confirm on a document, result. */
async function handIn(page: Page, name: string, buffer: Buffer, book: Book): Promise<{ sheet: string; row: number; code: string }[]> {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByLabel('期初建账').check();
  await page.getByLabel('依据的文件').fill(`${book.year}年台账移交单`);
  if (name.startsWith('项目')) await look(page, `import-preview-${book.year}`);
  await page.getByRole('button', { name: /^期初建账 \d+ 行$/ }).click();
  await expect(page.getByRole('button', { name: /^期初建账 \d+ 行$/ })).toHaveCount(0);
  const id = page.url().split('/').at(-1)!.split('?')[0]!;
  await expect.poll(async () => ((await (await page.request.get(`/api/v1/imports/${id}`)).json()) as { state: string }).state, { timeout: 60_000 }).toBe('done');
  const { report } = (await (await page.request.get(`/api/v1/imports/${id}`)).json()) as { report: { rejected: { sheet: string; row: number; code: string }[] } };
  return report.rejected.map(({ sheet, row, code }) => ({ sheet, row, code }));
}

/** Every figure of the board's source, read by the page's own surface, equals what a correct reading gives. */
async function readOut(page: Page, book: Book): Promise<void> {
  const units = new Map(((await (await page.request.get('/api/v1/units')).json()) as { id: string; name: string }[]).map((it) => [it.name, it.id]));
  const platforms = (await (await page.request.get('/api/v1/registers/platform')).json()) as { rows: { id: string; number: string }[] };
  for (const it of platforms.rows) units.set(it.number, it.id);
  units.set('泰兴市', 'city');
  const wrong: string[] = [];
  for (const it of book.expected.figures) {
    const answer = await page.request.get(`/api/v1/figures/${it.measure}/${units.get(it.unit)}/${it.period}`);
    const { value } = (await answer.json()) as { value: number | null };
    if (value !== it.value) wrong.push(`${it.measure} ${it.unit} ${it.period}: ${value}, expected ${it.value}`);
  }
  expect(wrong).toEqual([]);
  const due = (await (await page.request.get(`/api/v1/awards?year=${book.year}`)).json()) as { id: string; cases: { case: string; outcome: string }[] }[];
  const found = due.flatMap((award) => award.cases.map((it) => `${award.id} ${it.case} ${it.outcome}`));
  expect(found).toEqual(expect.arrayContaining(book.expected.awards.map((it) => `${it.rule} ${it.case} ${it.verdict}`)));
}

/** One office's sheets as a workbook of their own; every row keeps its number. */
async function workbookOf(book: Book, names: readonly string[]): Promise<Buffer> {
  const sheets = book.sheets.filter((it) => names.includes(it.name)).map(({ name, rows }) => {
    const all: Cell[][] = Array.from({ length: rows.at(-1)?.number ?? 0 }, () => []);
    for (const row of rows) all[row.number - 1] = [...row.cells];
    return { name, rows: all };
  });
  return Buffer.from(await writeWorkbook(sheets));
}

function sorted(list: readonly { sheet: string; row: number; code: string }[]): string[] {
  return list.map((it) => `${it.sheet} ${it.row} ${it.code}`).sort();
}
