import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../src/app/platform.ts';

interface DemoAccount {
  id: string;
  role: string;
  unit: { id: string; name: string };
}

/** A person at a screen of their own: desktop unless said otherwise. */
export async function openAs(browser: Browser, url: string, width: 1440 | 390 = 1440): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: width === 390 ? 844 : 900 }, locale: 'zh-CN' });
  return context.newPage();
}

/** Enters a demonstration as somebody of a unit in a role. */
export async function enterAs(browser: Browser, url: string, role: string, unit?: string, width: 1440 | 390 = 1440): Promise<Page> {
  const page = await openAs(browser, url, width);
  const accounts = (await (await page.request.get('/api/v1/demo/accounts')).json()) as DemoAccount[];
  const account = accounts.find((it) => it.role === role && (unit === undefined || it.unit.name === unit));
  if (!account) throw new Error(`the demonstration has no ${role} of ${unit}`);
  expect((await page.request.post('/api/v1/demo/enter', { data: { account: account.id } })).ok()).toBe(true);
  return page;
}

/** Keeps a picture and asks axe: WCAG 2.1 AA, zero violations. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, 'build/stories');
  await mkdir(folder, { recursive: true });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}-${page.viewportSize()!.width}.png`), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}
