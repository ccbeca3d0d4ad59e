import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { ROOT } from '../../src/app/platform.ts';
import type { Role } from '../../src/domains/accounts/terms.ts';
import type { StoryPlatform } from './platform.ts';

/** What everybody in the stories types. */
export const PASSWORD = '银杏树下-Tingyu-7夜同行';

interface DemoAccount {
  id: string;
  role: string;
  unit: { id: string; name: string };
}

/** A person at a screen of their own: desktop unless said otherwise. */
export async function openAs(browser: Browser, url: string, width: 1440 | 390 = 1440): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: width === 390 ? 844 : 900 }, locale: 'zh-CN' });
  await watch(context);
  return context.newPage();
}

/** The story fails, and goes on, where any page of somebody breaks, complains on its console or meets the content security policy. */
async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (it) => console.error(`content security policy: ${it.effectiveDirective} ${it.blockedURI} ${it.sample}`));
  });
  context.on('weberror', (it) => expect.soft(it.error().stack, 'a page broke').toBeUndefined());
  context.on('console', (it) => {
    // What a page is refused, it says to its reader: the browser's own note of it is no complaint.
    if (it.type() === 'error' && !/^Failed to load resource: the server responded with a status of 4\d\d/.test(it.text())) expect.soft(it.text(), `console of ${it.location().url}`).toBe('');
  });
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

/** The two administrators whom the others need, each at a screen. */
export interface Administrators {
  readonly url: string;
  readonly system: Page;
  readonly security: Page;
}

/** Somebody to be employed. */
interface Post {
  login: string;
  name: string;
  unit: string;
  role: Role;
  also?: string[];
}

/** Sets a fresh platform up by its surface, with the code that the process printed. */
export async function setUpPlatform(browser: Browser, platform: StoryPlatform): Promise<Administrators> {
  const code = /口令 (\S+)/.exec(platform.said.join('\n'))![1]!;
  const [system, security] = [await openAs(browser, platform.url), await openAs(browser, platform.url)];
  const others = { security: { login: 'security', name: '钱守正' }, audit: { login: 'audit', name: '孙明察' } };
  const codes = await post<{ security: string }>(system, '/setup', { code, login: 'system', password: PASSWORD, name: '周知远', unit: 'rencaiban', ...others });
  await enrol(system);
  await post(security, '/session/activate', { login: 'security', code: codes.security, password: PASSWORD });
  await enrol(security);
  return { url: platform.url, system, security };
}

/** An account made by the system administrator, granted its role by the security administrator, with a password of its own. @returns its screen, signed in */
export async function employ(browser: Browser, { url, system, security }: Administrators, { login, name, unit, role, also = [] }: Post): Promise<Page> {
  const page = await openAs(browser, url);
  const { id, code } = await post<{ id: string; code: string }>(system, '/accounts', { login, name, unit });
  await post(security, `/accounts/${id}/grant`, { role, unit, also, document: '任职文件' });
  await post(page, '/session/activate', { login, code, password: PASSWORD });
  await enrol(page);
  return page;
}

/** Sets up an authenticator app for who has just given a password; signed in in full by its first code. @returns the app */
async function enrol(page: Page): Promise<TOTP> {
  const { shown } = await post<{ shown: { secret: string } }>(page, '/me/totp', {});
  const app = new TOTP({ secret: Secret.fromBase32(shown.secret) });
  await post(page, '/me/totp/confirm', { code: app.generate() });
  return app;
}

/** The same person at a phone, on a page where one is named. */
export async function onPhone(page: Page, path?: string): Promise<Page> {
  const phone = await page.context().newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  if (path !== undefined) await phone.goto(path);
  return phone;
}

/** A write by the surface; fails where it is refused. */
export async function post<Answer>(page: Page, path: string, data: unknown): Promise<Answer> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
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
