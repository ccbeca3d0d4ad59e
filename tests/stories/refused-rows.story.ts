import { expect, type Page, test } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheets } from '../../src/office/read-workbook.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { convert, hasLibreOffice } from '../libre-office.ts';
import { smallSheet } from '../registers/small-registers.ts';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORMULA_TEXT = '=HYPERLINK("http://a.cn","点我")';
/** A date that no calendar has, a unit that the city does not have, and a text that a spreadsheet would take for a formula. */
const ROWS = [
  { 项目编号: 'XM-91', 签约日期: '2026-05-06' },
  { 项目编号: 'XM-92', 项目名称: FORMULA_TEXT, 签约日期: '2026-13-05' },
  { 项目编号: 'XM-93', 责任单位: '某园区', 签约日期: '2026-05-07' },
];

let platform: StoryPlatform;
let folder = '';
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-23' });
  folder = await mkdtemp(join(tmpdir(), 'tandem-refused-'));
});
test.afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

test('refused-rows: fetched from the page, corrected in LibreOffice, sent again', async ({ browser }) => {
  test.skip(!hasLibreOffice, '没有 LibreOffice');
  const bureau = await enterAs(browser, platform.url, 'commerce-bureau', '商务局');
  const sheet = smallSheet('项目台账', ROWS);
  await preview(bureau, '项目台账.xlsx', Buffer.from(await writeWorkbook([{ name: '项目台账', rows: sheet.rows.map((it) => [...it.cells]) }])));
  await expect(bureau.getByRole('heading', { name: '退回的行', exact: true })).toBeVisible();
  await look(bureau, 'refused-rows');

  const fetched = bureau.waitForEvent('download');
  await bureau.getByRole('link', { name: '下载退回的行' }).click();
  const refused = join(folder, 'refused.xlsx');
  await (await fetched).saveAs(refused);

  // LibreOffice opens it, a person corrects the two cells, LibreOffice saves it: as its own flat file between two conversions.
  const opened = await converted(refused, 'fods');
  const text = await readFile(opened, 'utf8');
  expect(text).not.toContain('table:formula');
  expect(text).toContain('HYPERLINK(');
  await writeFile(opened, text.replace('2026-13-05', '2026-12-05').replace('某园区', '泰兴高新区'));
  const corrected = await readFile(await converted(opened, 'xlsx'));

  await preview(bureau, '退回的行-已更正.xlsx', corrected);
  await expect(bureau.getByRole('heading', { name: '退回的行', exact: true })).toHaveCount(0);
  await bureau.getByRole('button', { name: '作为申报导入 2 行' }).click();
  await expect.poll(async () => (await (await bureau.request.get(`/api/v1/imports/${idOf(bureau)}`)).json() as { state: string }).state, { timeout: 30_000 }).toBe('done');
  await bureau.goto('/registers/project?q=XM-9');
  for (const number of ['XM-92', 'XM-93']) await expect(bureau.getByText(number, { exact: true }).first()).toBeVisible();
  await expect(bureau.getByText(FORMULA_TEXT).first()).toBeVisible();
  await expect(bureau.getByText('XM-91', { exact: true })).toHaveCount(0);
  expect((await readSheets({ name: 'r.xlsx', bytes: corrected }))[0]!.rows.length).toBe(4);
});

async function preview(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer });
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
}

function idOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function converted(file: string, to: 'fods' | 'xlsx'): Promise<string> {
  return join(await convert(folder, file, to), file.split('/').at(-1)!.replace(/\.\w+$/, `.${to}`));
}
