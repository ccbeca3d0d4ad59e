import { type Browser, expect, type Page, test } from '@playwright/test';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { scripts } from '../attacks/scripts.ts';
import { smallSheet } from '../registers/small-registers.ts';
import { enterAs, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const TODAY = '2026-10-15';
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const script = (index: number): string => scripts[index % scripts.length]!;

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: TODAY });
});
test.afterAll(() => platform.stop());

test(`no script runs: ${scripts.length} script strings in every text that pages show back`, async ({ browser }) => {
  test.setTimeout(600_000);
  expect(scripts.length).toBeGreaterThanOrEqual(300);
  await test.step('the watch sees markup that slipped in', async () => {
    const control = new Watch();
    // A screen of its own: what it meets is meant to be met.
    const page = await control.over(await (await browser.newContext({ baseURL: platform.url })).newPage());
    await control.look(page, '/login');
    expect(control.wrong).toEqual([]);
    await page.route('**/activate', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('</body>', '<img src="x" onerror="window.__ran=1"></body>') });
    });
    await control.look(page, '/activate');
    expect(control.wrong).toEqual([expect.stringMatching(/script ran|script-src-attr inline/), expect.stringContaining('onerror')]);
  });
  const watch = new Watch();
  const office = await watch.over(await enterAs(browser, platform.url, 'talent-office'));
  const park = await watch.over(await enterAs(browser, platform.url, 'park-officer', '泰兴高新区'));
  const imported = await handIn(office);
  const dossiers = await dossiersOf(office);
  expect(dossiers).toHaveLength(scripts.length);
  const paths = [...(await writeTexts(browser, office, park, dossiers)), `/imports/${imported}`];

  await test.step('registers, with what is searched for in the address', async () => {
    for (let page = 1; page <= Math.ceil(scripts.length / 50); page++) await watch.look(office, `/registers/project?q=攻&page=${page}`);
    for (let at = 0; at < scripts.length; at += 50) await watch.look(office, `/registers/project?q=${encodeURIComponent(script(at))}&unit=${encodeURIComponent(script(at + 1))}`);
  });
  await test.step('records with their history', async () => {
    for (const id of dossiers.slice(0, 15)) await watch.look(office, `/dossiers/${id}`);
  });
  await test.step('every other page', async () => {
    for (const path of ['/board', '/board?year=2026', '/thirty-percent', '/awards', '/imports', '/decisions', '/freezes', ...paths]) await watch.look(office, path);
    for (const [role, path] of [['system-admin', '/accounts'], ['security-admin', '/grants']] as const) await watch.look(await watch.over(await enterAs(browser, platform.url, role)), path);
  });
  await test.step('addresses that are scripts', async () => {
    for (const text of scripts.filter((_, index) => index % 50 === 0)) {
      const place = encodeURIComponent(text);
      for (const path of [`/login?from=${place}`, `/activate?login=${place}`, `/figures/${place}/city/2026`, `/board/${place}`, `/${place}`]) await watch.look(office, path);
    }
  });
  expect(watch.wrong).toEqual([]);
  expect(scripts.filter((it) => !watch.shown.has(it)), 'strings that no page showed').toEqual([]);
});

/** Looks whether anything ran, or would have run but for the content security policy, on any page; and which strings were shown. */
class Watch {
  readonly wrong: string[] = [];
  readonly shown = new Set<string>();

  async over(page: Page): Promise<Page> {
    page.on('dialog', (dialog) => {
      this.wrong.push(`${page.url()} opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.addInitScript(() => {
      const refused: string[] = [];
      Object.assign(window, { __refused: refused });
      document.addEventListener('securitypolicyviolation', (it) => refused.push(`${it.effectiveDirective} ${it.blockedURI} ${it.sample}`));
    });
    return page;
  }

  async look(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await this.inspect(page, path);
  }

  async inspect(page: Page, path: string): Promise<void> {
    const found = await page.evaluate(() => {
      const { __ran: ran, __refused: refused } = window as unknown as { __ran?: unknown; __refused: string[] };
      const odd = [...document.querySelectorAll('*')].filter((it) =>
        [...it.attributes].some(({ name, value }) => name.startsWith('on') || (['href', 'src', 'action', 'data', 'xlink:href'].includes(name) && /^\s*(javascript|vbscript|data:text)/i.test(value)))
        || /^(iframe|object|embed|marquee|base)$/i.test(it.tagName) || (it.tagName === 'SCRIPT' && it.getAttribute('src') === null));
      const fields = [...document.querySelectorAll('input, textarea, select')].map((it) => (it as HTMLInputElement).value);
      return { ran, refused: refused.filter((it) => /^(script|require-trusted|trusted)/.test(it)), odd: odd.map((it) => it.outerHTML.slice(0, 200)), text: [document.body.textContent ?? '', ...fields].join('\n') };
    });
    if (found.ran !== undefined) this.wrong.push(`${path}: a script ran`);
    for (const it of [...found.refused, ...found.odd]) this.wrong.push(`${path}: ${it}`);
    const text = squeezed(found.text);
    for (const it of scripts) if (text.includes(squeezed(it))) this.shown.add(it);
  }
}

/** A register of projects whose names and investors are scripts, and some rows that are refused for one. @returns the import's id */
async function handIn(office: Page): Promise<string> {
  const good = scripts.map((name, index) => ({ 项目编号: `攻${index}`, 项目名称: name, 投资方: script(index + 100), 责任单位: '泰兴高新区', 签约日期: '2026-05-20', 认定状态: '申报' }));
  const bad = scripts.slice(0, 40).map((text, index) => ({ 项目编号: `坏${index}`, 项目类型: text }));
  const { name, rows } = smallSheet('项目台账', [...good, ...bad]);
  const buffer = Buffer.from(await writeWorkbook([{ name, rows: rows.map((it) => it.cells) }]));
  const answer = await office.request.post('/api/v1/imports/files', { multipart: { files: { name: '<img src=x onerror=alert(1)>.xlsx', mimeType: 'application/octet-stream', buffer } } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { id } = (await answer.json()) as { id: string };
  await write(office, `/imports/${id}/confirm`, {});
  await expect.poll(async () => ((await (await office.request.get(`/api/v1/imports/${id}`)).json()) as { state: string }).state, { timeout: 60_000 }).toBe('done');
  return id;
}

async function dossiersOf(office: Page): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= Math.ceil(scripts.length / 50); page++) {
    const { rows } = await post<{ rows: { id: string }[] }>(office, '/registers/project/search', { q: '攻', page });
    ids.push(...rows.map((it) => it.id));
  }
  return ids;
}

/** Reasons, documents, kinds and names by the surface, of which each is a script. @returns pages that show them */
async function writeTexts(browser: Browser, office: Page, park: Page, dossiers: readonly string[]): Promise<string[]> {
  const proof = Buffer.from(await writeWorkbook([{ name: '证明', rows: [['证明']] }]));
  for (const [index, id] of dossiers.slice(0, 15).entries()) {
    const { version } = (await (await park.request.get(`/api/v1/dossiers/${id}`)).json()) as { version: number };
    await write(park, `/dossiers/${id}/corrections`, { version, fields: { investor: script(index * 3) }, reason: script(index * 3 + 1) });
    const file = { name: `onerror=alert(${index}) javascript&colon;alert(1).xlsx`, mimeType: 'application/octet-stream', buffer: proof };
    const kept = await park.request.post(`/api/v1/dossiers/${id}/evidence`, { multipart: { kind: script(index * 3 + 2).slice(0, 50), file } });
    expect(kept.ok(), await kept.text()).toBe(true);
  }
  const freeze = await write<{ id: string }>(office, '/freezes', { window: '2026-03', document: script(3) });
  const [open] = (await (await office.request.get('/api/v1/decisions')).json()) as { parameter: string; type: string }[];
  const system = await enterAs(browser, platform.url, 'system-admin');
  const security = await enterAs(browser, platform.url, 'security-admin');
  for (let index = 0; index < 10; index++) {
    const { id } = await write<{ id: string }>(system, '/accounts', { login: `攻${index}${script(index)}`.slice(0, 60), name: script(index + 40).slice(0, 60), unit: 'gaoxinqu', post: script(index + 80).slice(0, 60) });
    await write(security, `/accounts/${id}/grant`, { role: 'park-officer', unit: 'gaoxinqu', also: [], document: script(index + 120).slice(0, 60) });
  }
  return [`/freezes/${freeze.id}`, `/decisions/${open!.parameter}`, '/figures/a9.sessions/city/2026'];
}

/** A write by the surface; fails where it is refused. */
async function write<Answer>(page: Page, path: string, data: unknown): Promise<Answer> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), `${path} ${JSON.stringify(data)}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}
