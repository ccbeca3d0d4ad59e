import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/app/platform.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { enterAs, look, openAs, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

/** Roles that no demonstration offers: another system's, and those that no office of this city has. */
const ELSEWHERE: readonly Role[] = ['integration', 'office-leader'];

/** Something of each kind that a page can be about: what the talent office sees, and what the one at the screen sees. */
interface Found {
  readonly dossiers: readonly string[];
  readonly imports: readonly string[];
  readonly freezes: readonly string[];
  readonly decisions: readonly string[];
}

/** Registers differ by their kind; the long round looks at all. */
const kindsLookedAt = process.env['EVERY_ROLE'] ? ['project', 'talent', 'activity', 'platform', 'investment', 'agency'] : ['project', 'talent'];

/** An address that is no page's. */
const NOWHERE = 'nowhere';

/** Where each page of the web platform is looked at. */
const VISITS: Readonly<Record<string, (found: Found, role: Role) => readonly string[]>> = {
  '/': () => ['/'],
  '/login': () => ['/login'],
  '/activate': () => ['/activate'],
  '/setup': () => ['/setup'],
  '/today': () => ['/today'],
  '/board': () => ['/board'],
  '/board/$task': () => ['/board/a9'],
  '/figures/$measure/$owner/$window': () => ['/figures/a9.sessions/city/2026'],
  '/thirty-percent': () => ['/thirty-percent'],
  '/awards': () => ['/awards'],
  // One page: its other kinds are looked at by one of the roles.
  '/registers/$kind': (_, role) => (role === 'talent-office' ? kindsLookedAt : ['project']).map((it) => `/registers/${it}`).concat(role === 'talent-office' || role === 'park-officer' ? ['/registers/project?view=board'] : []),
  '/registers/$kind/new': (_, role) => (role === 'talent-office' ? kindsLookedAt : ['project']).map((it) => `/registers/${it}/new`),
  '/dossiers/$id': (found) => found.dossiers.map((it) => `/dossiers/${it}`),
  '/dossiers/$id/trace': (found) => found.dossiers.map((it) => `/dossiers/${it}/trace`),
  '/desk': () => ['/desk'],
  '/reports': () => ['last-days', 'near-threshold'].map((it) => `/reports?kind=${it}`),
  '/papers': () => ['/papers'],
  '/desk/$id': (found) => found.dossiers.map((it) => `/desk/${it}`),
  '/first-report': () => ['/first-report'],
  // A receipt that is nobody's: the page says so.
  '/first-report/$id': () => ['/first-report/0199a000-0000-7000-8000-000000000000'],
  '/lead-officers': () => ['/lead-officers'],
  '/dossiers/$id/follow-up': (found) => found.dossiers.map((it) => `/dossiers/${it}/follow-up`),
  '/imports': () => ['/imports'],
  '/imports/$id': (found) => found.imports.map((it) => `/imports/${it}`),
  '/layouts': () => ['/layouts', '/layouts?edit=taizhou-upload'],
  '/exports': () => ['/exports'],
  '/freezes': () => ['/freezes'],
  '/freezes/$id': (found) => found.freezes.map((it) => `/freezes/${it}`),
  '/decisions': () => ['/decisions'],
  '/decisions/$id': (found) => found.decisions.map((it) => `/decisions/${it}`),
  '/accounts': () => ['/accounts'],
  '/grants': () => ['/grants', '/grants?show=history', '/grants?show=day'],
  '/audit': () => ['/audit'],
  '/audit-looks': () => ['/audit-looks'],
  '/me': () => ['/me'],
  '/persons': () => ['/persons'],
  '/personal-register': () => ['/personal-register'],
  '/integrations': () => ['/integrations'],
  '/security-profile': () => ['/security-profile'],
  [NOWHERE]: () => ['/no-such-page'],
};

let platform: StoryPlatform;
let office: Found;
test.beforeAll(async ({ browser }) => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
  const page = await enterAs(browser, platform.url, 'talent-office');
  await post(page, '/decisions', { parameter: 'grant.max', value: '300', from: '2026-01-01', document: '会议纪要' });
  office = await findSome(page);
  expect(Object.values(office).map((it: string[]) => it.length)).toEqual([2, 1, 1, 1]);
});
test.afterAll(() => platform.stop());

test('every page: each is visited', () => {
  const source = readFileSync(join(ROOT, 'src/web/pages.ts'), 'utf8');
  const patterns = [...source.matchAll(/^ {2}'(\/[^']*)': page\(/gm)].map((it) => it[1]!);
  expect([...patterns, NOWHERE].sort()).toEqual(Object.keys(VISITS).sort());
});

/** What was seen of pages, by width: what is the same again needs no second look by axe. */
const seen = new Set<string>();
/** Ids that stood in addresses: pictures are named by their place here. */
const ids: string[] = [];

/** Who between them open every page: all routes, or those that are worked on or theirs alone. `npm run pages` walks all as each role there is. */
const ENOUGH: Partial<Record<Role, readonly string[]>> = {
  'talent-office': Object.keys(VISITS),
  'park-officer': ['/', '/registers/$kind', '/registers/$kind/new', '/dossiers/$id', '/first-report', '/imports'],
  'system-admin': ['/', '/accounts'],
  'security-admin': ['/', '/grants', '/integrations', '/security-profile', '/audit-looks'],
  'audit-admin': ['/', '/audit'],
};

for (const role of roles.filter((it) => (process.env['EVERY_ROLE'] ? !ELSEWHERE.includes(it) : ENOUGH[it]))) {
  test(`every page as ${role}: a heading, no complaint, axe clean, nothing beside a phone`, async ({ browser }) => {
    test.setTimeout(900_000);
    const page = await enterAs(browser, platform.url, role);
    const own = await findSome(page);
    const found = { dossiers: both(own.dossiers, office.dossiers), imports: both(own.imports, office.imports), freezes: both(own.freezes, office.freezes), decisions: both(own.decisions, office.decisions) };
    const routes = process.env['EVERY_ROLE'] ? Object.keys(VISITS) : ENOUGH[role]!;
    for (const path of routes.flatMap((it) => VISITS[it]!(found, role))) await visit(page, role, path);
  });
}

test('every page before the log-in', async ({ browser }) => {
  const page = await openAs(browser, platform.url);
  for (const path of ['/login', '/activate', '/setup', '/board']) await visit(page, 'nobody', path);
});

async function visit(page: Page, role: string, path: string): Promise<void> {
  await test.step(path, async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    await page.waitForLoadState('networkidle');
    await lookOnce(page, role, path);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(beside, `${path} scrolls sideways on a phone`).toBe(0);
    await lookOnce(page, role, path);
  });
}

/** Keeps a picture and asks axe, where nobody has seen this page yet. */
async function lookOnce(page: Page, role: string, path: string): Promise<void> {
  const text = await page.getByRole('main').first().innerHTML();
  const key = `${page.viewportSize()!.width} ${text}`;
  if (seen.has(key)) return;
  seen.add(key);
  const name = path.replace(/^\//, '').replace(/[/?=]/g, '-').replace(/[0-9a-f]{8}-[0-9a-f-]{27}$/, (id) => String(ids.includes(id) ? ids.indexOf(id) + 1 : ids.push(id))) || 'start';
  await test.step(`look: ${name}`, () => look(page, `every-page/${name}-${role}`));
}

const both = (own: readonly string[], others: readonly string[]): string[] => [...new Set([...own, ...others])];

/** The first of each kind that somebody sees, if any; of records a project and a talent. */
async function findSome(page: Page): Promise<Found> {
  const first = async <Answer>(path: string, idOf: (answer: Answer) => string | undefined): Promise<string[]> => {
    const answer = await page.request.get(`/api/v1${path}`);
    const id = answer.ok() ? idOf((await answer.json()) as Answer) : undefined;
    return id === undefined ? [] : [id];
  };
  const register = (kind: string): Promise<string[]> => first<{ rows: { id: string }[] }>(`/registers/${kind}`, (it) => it.rows[0]?.id);
  return {
    dossiers: [...(await register('project')), ...(await register('talent'))],
    imports: await first<{ id: string }[]>('/imports', (it) => it[0]?.id),
    freezes: await first<{ id: string }[]>('/freezes', (it) => it[0]?.id),
    decisions: await first<{ decisions: { id: string; state: string }[] }[]>('/decisions', (it) => it.flatMap((question) => question.decisions).find((one) => one.state === 'proposed')?.id),
  };
}
