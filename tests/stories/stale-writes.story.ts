import { expect, test } from '@playwright/test';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterAll(() => platform.stop());

test('stale writes: two people on one record see each other’s change; a double click has one effect (practice: a change reopens)', async ({ browser }) => {
  const one = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');

  await test.step('a double click enters one lead', async () => {
    await one.goto('/registers/project/new');
    await one.getByLabel('项目名称').fill('同时改的项目');
    await one.getByLabel('信息来源').selectOption('其他');
    await one.getByRole('button', { name: '保存' }).dblclick();
    await expect(one.getByRole('heading', { level: 1, name: '同时改的项目' })).toBeVisible();
    const found = await one.request.post('/api/v1/registers/project/search', { data: { q: '同时改的项目' } });
    expect(((await found.json()) as { total: number }).total).toBe(1);
  });

  const two = await one.context().newPage();
  await two.goto(one.url());
  const drawerOf = async (page: typeof one) => {
    await page.getByRole('button', { name: '更正' }).click();
    return page.getByRole('dialog');
  };
  const first = await drawerOf(one);
  await first.getByLabel('计划总投资').fill('5000');
  await first.getByLabel('建设内容').fill('一期');
  await first.getByLabel('更正原因').fill('补充');

  await test.step('the second saves first', async () => {
    const second = await drawerOf(two);
    await second.getByLabel('计划总投资').fill('8000');
    await second.getByLabel('产业链').fill('机电');
    await second.getByLabel('更正原因').fill('核对后补充');
    await second.getByRole('button', { name: '提交更正' }).click();
    await expect(two.getByText('已更正，前后对照')).toBeVisible();
  });

  await test.step('the first sees what the second did, chooses, and keeps what was typed', async () => {
    await first.getByRole('button', { name: '提交更正' }).click();
    await expect(first.getByText('他人刚改为“8,000万元”，您填的是“5000”')).toBeVisible();
    await expect(first.getByText('他人刚把“产业链”改为“机电”')).toBeVisible();
    await expect(first.getByLabel('建设内容')).toHaveValue('一期');
    await look(one, 'stale');
    await first.getByRole('button', { name: '计划总投资用他人的“8,000万元”' }).click();
    await first.getByRole('button', { name: '提交更正' }).click();
    await expect(one.getByText('已更正，前后对照')).toBeVisible();
    const fields = one.locator('#fields');
    await expect(fields).toContainText('8,000万元');
    await expect(fields).toContainText('一期');
  });

  await test.step('a milestone recorded in the other tab is not recorded twice', async () => {
    for (const page of [one, two]) await page.reload();
    for (const page of [one, two]) await page.getByLabel('佐证：商业计划书').waitFor();
    await one.getByLabel('佐证：商业计划书').setInputFiles({ name: '计划书.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
    await expect(one.getByText(/「计划书.exe」不是/)).toBeVisible();
    await one.getByLabel('佐证：商业计划书').setInputFiles({ name: '计划书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ 不是一个 PDF 文件') });
    await expect(one.getByText(/“计划书.pdf”不是可以作佐证的文件/)).toBeVisible();
    await one.getByLabel('佐证：商业计划书').setInputFiles({ name: '计划书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await expect(one.getByLabel('佐证：商业计划书')).toHaveCount(0);
    await one.getByRole('button', { name: '登记研判', exact: true }).last().click();
    await expect(one.getByText('已登记研判。')).toBeVisible();
    await two.getByRole('button', { name: '登记研判', exact: true }).last().click();
    await expect(two.getByText('这条记录刚被他人更新，已读取最新内容').or(two.getByText('研判已经登记')).or(two.getByRole('form', { name: '登记准入评审' }))).toBeVisible();
    await expect(two.getByRole('list', { name: '办理进程' })).toContainText(/研判\s*2026-10-15/);
  });
});
