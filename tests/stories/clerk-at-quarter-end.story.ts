import { expect, type Page, test } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheets } from '../../src/office/read-workbook.ts';
import type { Cell } from '../../src/office/sheet.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { convert, hasLibreOffice } from '../libre-office.ts';
import { smallSheet } from '../registers/small-registers.ts';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PROJECTS = 200;
const NUMBERS = 'XM-2025-';
/** Of them, so many have started in the quarter’s last month: 40 are certified, two returned. */
const STARTED = 42;
const WORKS = ['机械', '电池', '化工', '新材料', '医药', '环保', '电子', '装备', '检测', '传动'];
const nameOf = (index: number): string => `${['阳光', '远景', '星辰', '月桂', '银杏', '长江', '凤栖', '延令', '济川', '羌溪', '龙河', '如泰', '曲霞', '宣堡', '根思', '滨江', '古溪', '珊瑚', '元竹', '新街'][index % 20]}${WORKS[Math.floor(index / 20)]}`;

let platform: StoryPlatform;
let folder = '';
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-02' });
  folder = await mkdtemp(join(tmpdir(), 'tandem-quarter-'));
});
test.afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

test('clerk-at-quarter-end: 200 corrections by Excel without numbers, 40 certified in one batch, two returned and appealed, freeze', async ({ browser }) => {
  test.setTimeout(600_000);
  const bureau = await enterAs(browser, platform.url, 'commerce-bureau');
  await takeOver(bureau);
  const clerk = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');

  const corrected = await test.step('the list leaves as the office keeps it; its numbers go, its cells are corrected', async () => {
    await clerk.goto('/registers/project?dated=2025');
    const fetched = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: '导出 Excel' }).click();
    const file = join(folder, '项目台账.xlsx');
    await (await fetched).saveAs(file);
    await look(clerk, 'quarter-register');
    // It is listed where it can be fetched again, beside the layouts in which it could leave.
    await clerk.goto('/exports');
    await expect(clerk.getByRole('link', { name: /^下载 项目台账/ })).toBeVisible();
    for (const [name, path] of [['quarter-exports', '/exports'], ['quarter-layouts', '/layouts'], ['quarter-layout', '/layouts?edit=taizhou-upload']] as const) {
      await clerk.goto(path);
      await look(clerk, name);
      await look(await onPhone(clerk, path), name);
    }
    return corrections(file);
  });

  await test.step('sent in without numbers, matched, the differences shown, then taken', async () => {
    await clerk.goto('/imports');
    await clerk.locator('input[type=file]').setInputFiles({ name: '三季度项目台账.xlsx', mimeType: XLSX, buffer: corrected });
    await clerk.getByRole('button', { name: '读取并预览' }).click();
    await expect(clerk.getByRole('heading', { name: '没有编号的行' })).toBeVisible();
    await expect(clerk.getByText(`已对应 ${PROJECTS - 1} 行`, { exact: false })).toBeVisible();
    await expect(clerk.getByText('还要选 1 行', { exact: false })).toBeVisible();
    // One name was written in a way that two projects could be meant by: the clerk picks.
    const select = clerk.getByLabel(/第 \d+ 行阳光机械一期对应哪条记录/);
    await select.selectOption({ label: (await select.locator('option', { hasText: '阳光机械' }).first().textContent())! });
    await look(clerk, 'quarter-matches');
    await look(await onPhone(clerk, new URL(clerk.url()).pathname), 'quarter-matches');
    await clerk.getByRole('button', { name: '按所选重新核对' }).click();
    await expect(clerk.getByText(`已对应 ${PROJECTS} 行`, { exact: false })).toBeVisible();
    await expect(clerk.getByText('2026-09-11').first()).toBeVisible();
    await clerk.getByRole('button', { name: `作为申报导入 ${PROJECTS} 行` }).click();
    await expect.poll(async () => (await imported(clerk)).state, { timeout: 60_000 }).toBe('done');
    expect((await imported(clerk)).report).toMatchObject({ fresh: 0, changed: PROJECTS, rejectedCount: 0 });
    await clerk.reload();
    await look(clerk, 'quarter-imported');
  });

  await test.step('one more comes in the chat group and is pasted', async () => {
    await clerk.goto('/imports');
    await clerk.getByLabel('表格内容').fill(`投产日期\t项目名称\n2026-9-30\t${nameOf(150)}`);
    await look(clerk, 'quarter-paste');
    await look(await onPhone(clerk, '/imports'), 'quarter-paste');
    await clerk.getByRole('button', { name: '核对这些行' }).click();
    await expect(clerk.getByText('已对应 1 行', { exact: false })).toBeVisible();
    await expect(clerk.getByText('2026-09-30')).toBeVisible();
    await clerk.getByRole('button', { name: '作为申报导入 1 行' }).click();
    await expect.poll(async () => (await imported(clerk)).state, { timeout: 60_000 }).toBe('done');
    expect((await imported(clerk)).report).toMatchObject({ fresh: 0, changed: 1, rejectedCount: 0 });
  });

  await test.step('verified by 工信局, 40 certified by 商务局 in one batch, two returned', async () => {
    const industry = await enterAs(browser, platform.url, 'office-handler', '工信局');
    await industry.goto('/desk?unit=gaoxinqu&milestone=started');
    await tickAll(industry);
    await industry.getByRole('button', { name: '批量初核' }).click();
    await industry.getByRole('dialog').getByRole('button', { name: `初核 ${STARTED} 项` }).click();
    await expect(industry.getByText(`已初核 ${STARTED} 项`)).toBeVisible({ timeout: 60_000 });
    await bureau.goto('/desk?unit=gaoxinqu&milestone=started');
    await tickAll(bureau);
    for (const it of (await bureau.getByRole('row').getByRole('checkbox').all()).slice(-2)) await it.uncheck();
    await look(bureau, 'quarter-batch');
    await bureau.getByRole('button', { name: '批量认定' }).click();
    await bureau.getByRole('dialog').getByRole('button', { name: '认定 40 项' }).click();
    await expect(bureau.getByText('已认定 40 项')).toBeVisible({ timeout: 60_000 });
    await tickAll(bureau);
    await bureau.getByRole('button', { name: '批量退回' }).click();
    await bureau.getByRole('dialog').getByLabel('退回的原因').fill('开工照片看不清，请补充现场核查记录');
    await bureau.getByRole('dialog').getByRole('button', { name: '退回 2 项' }).click();
    await expect(bureau.getByText('已退回 2 项')).toBeVisible();
  });

  await test.step('the two are appealed', async () => {
    const returned = await returnedOf(clerk);
    expect(returned.length).toBe(2);
    for (const { id, version } of returned) await post(clerk, `/dossiers/${id}/verdicts`, { version, act: 'appeal', milestones: ['started'], reason: '照片已补充，开工属实' });
    await clerk.goto(`/dossiers/${returned[0]!.id}`);
    await expect(clerk.getByText('照片已补充，开工属实').first()).toBeVisible();
  });

  await test.step('the month is frozen as it stands', async () => {
    const office = await enterAs(browser, platform.url, 'talent-office');
    await office.goto('/freezes');
    await office.getByRole('button', { name: '封账' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('封哪一期').selectOption('2026-09');
    await dialog.getByLabel('依据的文件或会议').fill('三季度工作例会纪要');
    await dialog.getByRole('button', { name: '封账' }).click();
    await expect(office.getByText('2026年9月已封账')).toBeVisible();
    await expect(office.getByRole('link', { name: '2026年9月' })).toBeVisible();
    await look(office, 'quarter-frozen');
    await look(await onPhone(office, '/freezes'), 'quarter-frozen');
  });
});

/** A year's projects of the park, certified and taken over by the office that keeps the register. */
async function takeOver(bureau: Page): Promise<void> {
  const { rows } = smallSheet('项目台账', Array.from({ length: PROJECTS }, (_, index) => ({ 项目编号: `${NUMBERS}${String(index + 1).padStart(4, '0')}`, 项目名称: `${nameOf(index)}有限公司`, 签约日期: '2025-05-20' })));
  const buffer = Buffer.from(await writeWorkbook([{ name: '项目台账', rows: rows.map((it) => [...it.cells]) }]));
  const preview = await bureau.request.post('/api/v1/imports/files', { multipart: { files: { name: '2025年项目台账.xlsx', mimeType: XLSX, buffer } } });
  const { id } = (await preview.json()) as { id: string };
  await post(bureau, `/imports/${id}/confirm`, { document: '2025 年台账移交单' });
  await expect.poll(async () => ((await (await bureau.request.get(`/api/v1/imports/${id}`)).json()) as { state: string }).state, { timeout: 60_000 }).toBe('done');
}

/** The exported list as it comes back: no numbers, the days of start and the chains filled in, saved again by LibreOffice where there is one. */
async function corrections(file: string): Promise<Buffer> {
  const [sheet] = await readSheets({ name: '项目台账.xlsx', bytes: await readFile(file) });
  const header = sheet!.rows.find((it) => it.cells.includes('项目编号'))!;
  const at = (heading: string): number => header.cells.indexOf(heading);
  const rows = sheet!.rows.filter((it) => it.number > header.number && String(it.cells[at('项目编号')]).startsWith(NUMBERS));
  expect(rows.length).toBe(PROJECTS);
  const columns = ['项目名称', '产业链', '开工日期', '投资方'];
  const lines = rows.map((row, index): Cell[] => {
    const name = String(row.cells[at('项目名称')]);
    const written = name === '阳光机械有限公司' ? '阳光机械一期' : index % 3 === 0 ? name.replace('有限公司', '') : name;
    return [written, '节能环保', index < STARTED ? { date: `2026-09-${String((index % 20) + 10)}` } : null, '江苏远景投资有限公司'];
  });
  const out = join(folder, '三季度.xlsx');
  await writeFile(out, await writeWorkbook([{ name: '项目台账', rows: [columns, ...lines] }]));
  if (!hasLibreOffice) return readFile(out);
  return readFile(join(await convert(folder, out, 'xlsx'), '三季度.xlsx'));
}

async function tickAll(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.getByRole('columnheader').getByRole('checkbox').check();
}

async function imported(page: Page): Promise<{ state: string; report: unknown }> {
  return (await (await page.request.get(`/api/v1/imports/${new URL(page.url()).pathname.split('/').at(-1)}`)).json()) as { state: string; report: unknown };
}

async function returnedOf(page: Page): Promise<{ id: string; version: number }[]> {
  const found: { id: string; version: number }[] = [];
  for (let at = 1; ; at++) {
    const { rows, total } = (await (await page.request.get(`/api/v1/registers/project?year=2026&page=${at}`)).json()) as { rows: { id: string; number: string }[]; total: number };
    for (const { id } of rows.filter((it) => it.number.startsWith(NUMBERS))) {
      const dossier = (await (await page.request.get(`/api/v1/dossiers/${id}`)).json()) as { version: number; milestones: { id: string; state: string }[] };
      if (dossier.milestones.some((it) => it.id === 'started' && it.state === 'returned')) found.push({ id, version: dossier.version });
    }
    if (at * 50 >= total) return found;
  }
}
