import { expect, type Locator, test } from '@playwright/test';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

// A picture of one pixel.
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let platform: StoryPlatform;
test.beforeEach(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterEach(() => platform.stop());

test('phone visit: from the list of projects a follow-up with a note and a photo in at most eight taps, at 390 px (t6.3)', async ({ browser }) => {
  const page = await enterAs(browser, platform.url, 'park-officer', undefined, 390);
  let taps = 0;
  const tap = async (it: Locator): Promise<void> => {
    taps++;
    await it.click();
  };
  await page.goto('/registers/project');
  await tap(page.getByRole('main').locator('a[href^="/dossiers/"]').first());
  await tap(page.getByRole('link', { name: '写跟进' }).first());
  await expect(page.getByRole('heading', { level: 1, name: '写跟进' })).toBeVisible();
  await look(page, 'phone-visit-form');
  await tap(page.getByText('现场', { exact: true }));
  await tap(page.getByLabel('情况'));
  await page.keyboard.type('看了二期厂房，设备下月到');
  const chosen = page.waitForEvent('filechooser');
  await tap(page.getByText('选择文件', { exact: true }));
  // Taking the picture is a tap of its own.
  taps++;
  await (await chosen).setFiles({ name: '张三家门口.png', mimeType: 'image/png', buffer: PHOTO });
  await tap(page.getByRole('button', { name: '保存' }));
  const said = page.getByRole('list', { name: '跟进', exact: true });
  await expect(said.getByText('看了二期厂房，设备下月到')).toBeVisible();
  await expect(said.getByRole('img')).toHaveCount(1);
  expect(await said.getByRole('img').evaluate((it: HTMLImageElement) => it.decode().then(() => it.naturalWidth))).toBe(1);
  expect(taps).toBeLessThanOrEqual(8);
  expect(await page.content()).not.toContain('张三');
  await look(page, 'phone-visit-said');

  // Typed and not sent: the tab is closed, and it stands there again; nothing of it in the browser's storage.
  await page.getByRole('link', { name: '写跟进' }).first().click();
  await page.getByLabel('情况').fill('还没有写完');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('还没有');
  const address = page.url();
  const again = await page.context().newPage();
  await page.close();
  await again.setViewportSize({ width: 390, height: 844 });
  await again.goto(address);
  await expect(again.getByLabel('情况')).toHaveValue('还没有写完');
  await look(again, 'phone-visit-draft');

  // Taken back with a reason.
  await again.getByRole('link', { name: '返回记录' }).click();
  await again.getByRole('button', { name: /^撤回\s*2026-10-15的跟进$/ }).click();
  await again.getByLabel('原因').fill('写错了项目');
  await again.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
  await expect(again.getByText('已撤回：写错了项目')).toBeVisible();
  await expect(again.getByText('看了二期厂房')).toHaveCount(0);
});
