import { type Browser, expect, type Page, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../src/app/platform.ts';
import { employ, look, onPhone, post, setUpPlatform } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

/*
 * Eleven formal agreements signed in 2026, each credited whole to one park:
 *
 *   泰兴经济开发区  XM-1 talent-led, XM-2, XM-3, XM-4          1 of 4   25 %     and XM-11, talent-led, verified only
 *   黄桥经济开发区  XM-5 talent-led, XM-6, XM-7                1 of 3   33.33 %
 *   泰兴高新区      XM-8 talent-led, XM-9, XM-10               1 of 3   33.33 %
 *   city                                                       3 of 10  30 %, exactly the minimum
 *
 * 经济开发区 lacks (1 + k) / (4 + k) ≥ 30 %: k = 0.2 / 0.7, so 1 further project; or 4 × 30 % = 1.2, so 1 among its own.
 */
const HEAD = '项目编号,项目名称,责任单位,项目类型,人才领办创办,计划总投资,协议类型,签约日期,认定状态';
const PARKS = { j: '泰兴经济开发区', h: '黄桥经济开发区', g: '泰兴高新区' } as const;
const PROJECTS: readonly [number, keyof typeof PARKS, boolean][] = [[1, 'j', true], [2, 'j', false], [3, 'j', false], [4, 'j', false], [5, 'h', true], [6, 'h', false], [7, 'h', false], [8, 'g', true], [9, 'g', false], [10, 'g', false]];
const ROWS = [
  ...PROJECTS.map(([number, park, led]) => `XM-${number},示例项目${number},${PARKS[park]},产业项目,${led ? '是' : '否'},6000,正式协议,2026-05-0${(number % 9) + 1},认定`),
  `XM-11,示例人才项目,${PARKS.j},人才创业项目,是,2000,正式协议,2026-06-18,初核`,
];

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ today: '2026-11-23' });
});
test.afterAll(() => platform.stop());

test('thirty-percent: certified, decertified, shared, moved (s3.2 a15)', async ({ browser }) => {
  const { office, commerce, science } = await people(browser);
  await importByCommand();

  await expectRatios(office, '占 30%', { [PARKS.j]: ['25%', '-5', '再签约或开工 1 个'], [PARKS.h]: ['33.33%', '3.33', '已达到'], [PARKS.g]: ['33.33%', '3.33', '已达到'] });
  await look(office, 'thirty-percent');

  await test.step('XM-11 is certified: 经济开发区 2 of 5, 40 %; city 4 of 11, 36.36 %', async () => {
    await judge(commerce, 'XM-11', '认定');
    await expectRatios(office, '占 36.36%', { [PARKS.j]: ['40%', '10', '已达到'] });
  });

  await test.step('XM-5 is returned: 黄桥 0 of 2, k / (2 + k) ≥ 30 % takes 1; city 3 of 10, 30 %', async () => {
    await judge(commerce, 'XM-5', '退回', '人才持股证明不足，请补充后重新申报。');
    await expectRatios(office, '占 30%', { [PARKS.h]: ['0%', '-30', '再签约或开工 1 个'] });
  });

  await test.step('XM-11 is shared 60/40 from the start, which reopens it; certified again: 1.6 of 4.6, 34.78 %, and 0.4 of 2.4, 16.67 %', async () => {
    await openRecord(commerce, 'XM-11');
    await commerce.getByRole('button', { name: '变更分成、移交' }).click();
    const dialog = commerce.getByRole('dialog');
    await dialog.getByLabel('自始更正').check();
    await dialog.getByLabel('第 1 个单位的分成').fill('60');
    await dialog.getByRole('button', { name: '加一个单位' }).click();
    await dialog.getByLabel('第 2 个单位', { exact: true }).selectOption({ label: PARKS.h });
    await dialog.getByLabel('第 2 个单位的分成').fill('40');
    await dialog.getByLabel('原因或依据').fill('两园区共建协议');
    await look(commerce, 'share');
    await dialog.getByRole('button', { name: '提交变更' }).click();
    await expect(commerce.getByText('计分单位已变更。')).toBeVisible();
    // Reopened: it stands as declared, so 经济开发区 is back at 1 of 4 and the city at 2 of 9.
    await expectRatios(office, '占 22.22%', { [PARKS.j]: ['25%', '-5', '再签约或开工 1 个'] });
    await judge(science, 'XM-11', '初核');
    await judge(commerce, 'XM-11', '认定');
    await expectRatios(office, '占 30%', { [PARKS.j]: ['34.78%', '4.78', '已达到'], [PARKS.h]: ['16.67%', '-13.33', '再签约或开工 1 个'] });
  });

  await test.step('XM-3 moves to 高新区 from January: 1.6 of 3.6, 44.44 %, and 1 of 4, 25 %; the city does not change', async () => {
    await openRecord(commerce, 'XM-3');
    await commerce.getByRole('button', { name: '变更分成、移交' }).click();
    const dialog = commerce.getByRole('dialog');
    await dialog.getByLabel('从哪一天起').fill('2026-01-01');
    await dialog.getByLabel('第 1 个单位', { exact: true }).selectOption({ label: PARKS.g });
    await dialog.getByLabel('原因或依据').fill('园区调整');
    await dialog.getByRole('button', { name: '提交变更' }).click();
    await expect(commerce.getByText('计分单位已变更。')).toBeVisible();
    await expectRatios(office, '占 30%', { [PARKS.j]: ['44.44%', '14.44', '已达到'], [PARKS.g]: ['25%', '-5', '再签约或开工 1 个'] });
  });
  const phone = await onPhone(office);
  await phone.goto('/thirty-percent?year=2026');
  await expect(phone.getByText('占 30%')).toBeVisible();
  await look(phone, 'thirty-percent');
});

interface People {
  office: Page;
  commerce: Page;
  science: Page;
}

async function people(browser: Browser): Promise<People> {
  const administrators = await setUpPlatform(browser, platform);
  return {
    office: await employ(browser, administrators, { login: 'office', name: '孙主任', unit: 'rencaiban', role: 'talent-office' }),
    commerce: await employ(browser, administrators, { login: 'shangwuju', name: '商务局经办', unit: 'shangwuju', role: 'commerce-bureau' }),
    science: await employ(browser, administrators, { login: 'kejiju', name: '科技局经办', unit: 'kejiju', role: 'office-handler' }),
  };
}

/** By the command, which goes through the server that has the folder open. */
async function importByCommand(): Promise<void> {
  const file = join(await mkdtemp(join(tmpdir(), 'tandem-')), '项目台账.csv');
  await writeFile(file, ['项目台账（2026年度）', HEAD, ...ROWS].join('\n'));
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'import', file, '--data', platform.dataDir]);
  expect(stdout).toContain('项目台账：接受 11 行');
}

async function expectRatios(page: Page, city: string, rows: Record<string, readonly string[]>): Promise<void> {
  await page.goto('/thirty-percent?year=2026');
  await expect(page.getByRole('region', { name: '全市' })).toContainText(city);
  for (const [park, texts] of Object.entries(rows)) {
    const row = page.getByRole('row', { name: new RegExp(park) });
    for (const text of texts) await expect(row).toContainText(text.replace('-', '−'));
  }
}

async function openRecord(page: Page, number: string): Promise<void> {
  const { rows } = await post<{ rows: { id: string; number: string }[] }>(page, '/registers/project/search', { q: number });
  await page.goto(`/dossiers/${rows.find((it) => it.number === number)!.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function judge(page: Page, number: string, act: string, reason?: string): Promise<void> {
  await openRecord(page, number);
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason) await dialog.getByLabel('原因或说明').fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(page.getByText(new RegExp(`已${act}`)).first()).toBeVisible();
}
