import { expect, test } from '@playwright/test';
import { hash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { unzipped } from '../../src/domains/desk/test-unzip.ts';
import { readSheets } from '../../src/office/read-workbook.ts';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-27' });
});
test.afterAll(() => platform.stop());

test('auditor: from the city’s 30% to the working papers of one project, and the reports (s3.3)', async ({ browser }) => {
  const auditor = await enterAs(browser, platform.url, 'audit-observer');

  const project = await test.step('from the city’s 30% to its figure, and from there to a project', async () => {
    await auditor.goto('/thirty-percent');
    await expect(auditor.getByRole('heading', { level: 1, name: '人才项目占比' })).toBeVisible();
    await auditor.getByRole('link', { name: /%/ }).first().click();
    await expect(auditor.getByRole('link', { name: '工作底稿' })).toBeVisible();
    const row = auditor.getByRole('row').filter({ hasText: 'XM-' }).first();
    await expect(row).toBeVisible();
    return (await row.textContent())!.match(/XM-\d{4}-\d{4}/)![0];
  });

  await test.step('its working papers are made in the background and hold together', async () => {
    await auditor.getByRole('link', { name: '工作底稿' }).click();
    await auditor.getByRole('button', { name: '制作工作底稿' }).click();
    const taken = auditor.getByRole('link', { name: /下载（/ }).first();
    await expect(taken).toBeVisible({ timeout: 30_000 });
    await look(auditor, 'papers');
    await look(await onPhone(auditor, '/papers'), 'papers');
    const download = auditor.waitForEvent('download');
    await taken.click();
    const bytes = await (await download).createReadStream().then(async (stream) => Buffer.concat(await stream.toArray() as Buffer[]));
    await expect(auditor.getByText(hash('sha256', bytes))).toBeVisible();
    const pack = await unzipped(bytes);
    const rows = (path: string): string[][] => parse(pack.get(path)!, { bom: true }) as string[][];
    expect(rows('3-事实.csv').some((it) => it[2] === project)).toBe(true);
    expect([...pack.keys()].some((it) => it.startsWith(`5-佐证/${project}/`))).toBe(true);
    for (const [path, , sha256] of rows('校验清单.csv').slice(1)) expect(hash('sha256', pack.get(path!)!)).toBe(sha256);
    const [, figure] = rows('1-数.csv');
    const sums = Map.groupBy(rows('2-计数.csv').slice(1), (it) => it[1]!);
    expect([...sums.values()].map((it) => it.reduce((sum, one) => sum + Number(one[5]), 0)).sort((a, b) => a - b)).toEqual([Number(figure![5]), Number(figure![6])].sort((a, b) => a - b));
  });

  await test.step('what is certified at the end of a month shows in its report, opens its record and leaves as a file', async () => {
    const office = await enterAs(browser, platform.url, 'office-handler', '科技局');
    const park = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
    const { id } = await post<{ id: string }>(park, '/registers/activity/records', { kind: 'activity', fields: { name: '月底的路演', type: '项目路演' } });
    await post(office, `/dossiers/${id}/verdicts`, { version: 1, act: 'certify', milestones: ['entry'] });
    await auditor.goto('/reports?window=2026-11');
    await expect(auditor.getByRole('heading', { level: 1, name: '审计报表' })).toBeVisible();
    await expect(auditor.getByRole('row').filter({ hasText: '月底的路演' })).toContainText('2026-11-27');
    await look(auditor, 'reports');
    await look(await onPhone(auditor, '/reports?window=2026-11'), 'reports');
    const file = await auditor.request.get('/api/v1/reports/last-days/report.xlsx?window=2026-11');
    const [sheet] = await readSheets({ name: 'report.xlsx', bytes: await file.body() });
    expect(sheet!.rows.some((it) => it.cells[0] === '月底的路演')).toBe(true);
    await auditor.getByRole('row').filter({ hasText: '月底的路演' }).getByRole('link').click();
    await expect(auditor.getByRole('heading', { level: 1, name: '月底的路演' })).toBeVisible();
  });

  for (const [kind, label] of [['backdated', '倒填日期'], ['after-freeze', '封账后变动'], ['near-threshold', '刚过标准'], ['incomplete', '材料不全的认定'], ['no-document', '没有依据文件']] as const) {
    await test.step(`the report ${kind}`, async () => {
      await auditor.goto('/reports');
      await auditor.getByRole('link', { name: label }).click();
      await expect(auditor.getByRole('table', { name: label })).toBeVisible();
      await look(auditor, `report-${kind}`);
    });
  }

  await test.step('the activity that was returned after its month was frozen stands among what changed after a freeze', async () => {
    await auditor.goto('/reports?kind=after-freeze');
    await expect(auditor.getByRole('row').filter({ hasText: '-1' }).first()).toBeVisible();
  });

  await test.step('who judges has no auditor’s reports', async () => {
    const office = await enterAs(browser, platform.url, 'office-handler', '科技局');
    expect((await office.request.get('/api/v1/reports/last-days?window=2026')).status()).toBe(403);
    expect((await office.request.post('/api/v1/working-papers', { data: { measure: 'a9.sessions', owner: 'city', window: '2026', standing: 'certified' } })).status()).toBe(403);
  });
});
