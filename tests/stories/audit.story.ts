import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true });
});
test.afterAll(() => platform.stop());

test('audit: the log by act, person and day, taken away as a file, and all of that seen by another', async ({ browser }) => {
  const auditor = await enterAs(browser, platform.url, 'audit-admin');
  await auditor.goto('/audit');
  const table = auditor.getByRole('table', { name: '操作日志' });
  const rows = table.locator('[data-row]');
  await expect(rows.first()).toContainText('查看操作日志');

  await test.step('by act, by person, by day; the address keeps it and names nobody', async () => {
    await auditor.getByLabel('做了什么').selectOption({ label: '期初建账' });
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText('新增行数：');
    await auditor.getByLabel('做了什么').selectOption('');
    await auditor.getByLabel(/^谁/).selectOption({ label: '演示·审计管理员（demo-audit-admin-rencaiban）' });
    await expect(table).not.toContainText('准备示范账号');
    await expect(rows.first()).toContainText('演示·审计管理员');
    expect(auditor.url()).not.toMatch(/demo|%/);
    await auditor.getByLabel('到', { exact: true }).fill('2020-01-01');
    await expect(auditor.getByText('没有这样的记录')).toBeVisible();
    await look(auditor, 'audit-none');
    await auditor.getByRole('link', { name: '清除全部条件' }).click();
    await expect(rows.first()).toContainText('查看操作日志');
    await expect(auditor.getByLabel('到', { exact: true })).toHaveValue('');
  });

  await test.step('as a file', async () => {
    const [download] = await Promise.all([auditor.waitForEvent('download'), auditor.getByRole('link', { name: '导出' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^操作日志-.*\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toContain('期初建账');
  });

  await test.step('the security administrator sees who looked; the auditor does not see that page', async () => {
    const security = await enterAs(browser, platform.url, 'security-admin');
    await security.goto('/audit-looks');
    await expect(security.locator('[data-row]').first()).toContainText('导出操作日志');
    await expect(security.getByText('演示·审计管理员').first()).toBeVisible();
    await auditor.goto('/audit-looks');
    await expect(auditor.getByText('您的岗位不办这件事')).toBeVisible();
  });
});
