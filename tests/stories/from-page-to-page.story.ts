import { expect, test } from '@playwright/test';
import { enterAs } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterAll(() => platform.stop());

test('from-page-to-page: the heading has the focus, the year goes along, the way back finds words and place again', async ({ browser }) => {
  const office = await enterAs(browser, platform.url, 'city-leader');
  await office.goto('/board?year=2021');
  const places = office.getByRole('navigation', { name: '主导航' });

  await test.step('a place of the navigation opens on its heading, in the same year, without loading the whole anew', async () => {
    await office.evaluate(() => ((window as { same?: boolean }).same = true));
    await places.getByRole('link', { name: '项目台账' }).click();
    await expect(office.getByRole('heading', { level: 1, name: '项目台账' })).toBeFocused();
    await expect(office).toHaveURL(/\/registers\/project\?year=2021$/);
    await expect(places.getByRole('link', { name: '项目台账' })).toHaveAttribute('aria-current', 'page');
  });

  const rows = office.locator('[data-row]');
  await test.step('words that are looked for stand nowhere in the address, and are there again on the way back and after a reload', async () => {
    await office.getByRole('searchbox', { name: /名称/ }).fill('项目');
    await expect(office.getByText('符合条件的')).toBeVisible();
    await office.setViewportSize({ width: 1440, height: 400 });
    await office.waitForLoadState('networkidle');
    // The pointer goes where it will press, so that pressing scrolls no further.
    const last = rows.last().getByRole('link').first();
    await last.hover();
    const scrolled = await office.evaluate(() => window.scrollY);
    expect(scrolled).toBeGreaterThan(100);
    await last.click();
    await expect(office).toHaveURL(/\/dossiers\/[0-9a-f-]+\?year=2021$/);
    await expect(office.getByRole('heading', { level: 1, name: '项目台账' })).toHaveCount(0);
    await expect.poll(() => office.evaluate(() => window.scrollY)).toBe(0);
    await office.goBack();
    await expect(office.getByRole('searchbox', { name: /名称/ })).toHaveValue('项目');
    await expect.poll(() => office.evaluate(() => window.scrollY)).toBe(scrolled);
    await office.reload();
    await expect(office.getByRole('searchbox', { name: /名称/ })).toHaveValue('项目');
    expect(office.url()).not.toContain('%');
  });

  await test.step('a link opens another tab where it is asked to, and an address that is none says so', async () => {
    const [tab] = await Promise.all([office.context().waitForEvent('page'), places.getByRole('link', { name: '封账' }).click({ modifiers: ['ControlOrMeta'] })]);
    await expect(tab.getByRole('heading', { level: 1, name: '封账' })).toBeVisible();
    await expect(office.getByRole('heading', { level: 1, name: '项目台账' })).toBeVisible();
    await office.goto('/nowhere/at/all');
    await expect(office.getByRole('heading', { level: 1, name: '没有找到这一页' })).toBeVisible();
  });
});
