import { expect, type Page, test } from '@playwright/test';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const TODAY = '2026-10-15';
const CODE_NAME = '银杏一号';
/** What must not be told: the project, its investor, the investor's code and people. */
const SECRETS = ['氯化聚乙烯新材料', '恒瑞氯化', '91320000703738512Q', '陈建国', '王经理', '保密协议'];

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: TODAY });
});
test.afterAll(() => platform.stop());

test('sealed-lead: what a neighbour park, a leader, a search, an export, a message and a guessed address show', async ({ browser }) => {
  const own = await enterAs(browser, platform.url, 'park-officer', '泰兴经济开发区');
  const neighbour = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
  const department = await enterAs(browser, platform.url, 'office-handler');
  const leader = await enterAs(browser, platform.url, 'city-leader');

  const { id, number } = await post<{ id: string; number: string }>(own, '/registers/project/records', {
    kind: 'project',
    fields: { name: '氯化聚乙烯新材料项目', codeName: CODE_NAME, investor: '江苏恒瑞氯化有限公司', creditCode: '91320000703738512Q', contact: '王经理', controller: '陈建国', type: '产业项目', source: '自行接洽', planned: '12000万元' },
    milestones: { lead: TODAY },
  });
  const evidence = await proof(own, id);
  await post(own, `/dossiers/${id}/seal`, { reason: '在谈，投资方要求保密' });

  await test.step('its own park sees all of it', async () => {
    await own.goto(`/dossiers/${id}`);
    await expect(own.getByRole('heading', { level: 1, name: '氯化聚乙烯新材料项目' })).toBeVisible();
    await expect(own.getByText('江苏恒瑞氯化有限公司').first()).toBeVisible();
    await look(own, 'sealed-lead-own');
  });

  for (const [who, page] of [['a neighbour park', neighbour], ['a department', department]] as const) {
    await test.step(`${who}: neither list, search, export nor a guessed address knows of it`, async () => {
      for (const q of ['氯化聚乙烯', '恒瑞', CODE_NAME, number]) expect(await search(page, q), q).toEqual([]);
      for (const path of [`/api/v1/dossiers/${id}`, `/api/v1/dossiers/${id}/trace`, `/api/v1/evidence/${evidence}`, `/api/v1/dossiers/${id}/follow-ups`]) expect((await page.request.get(path)).status(), path).toBe(404);
      const list = await exported(page);
      expect([...SECRETS, CODE_NAME, number].filter((it) => list.includes(it))).toEqual([]);
      await page.goto(`/dossiers/${id}`);
      await expect(page.getByText('没有找到这条记录').first()).toBeVisible();
      const text = await page.locator('body').textContent();
      expect([...SECRETS, CODE_NAME, number].filter((it) => text!.includes(it))).toEqual([]);
    });
  }
  await look(neighbour, 'sealed-lead-neighbour');
  await look(await onPhone(neighbour, `/dossiers/${id}`), 'sealed-lead-neighbour');

  await test.step('a leader knows it by its code name: on its page, in the list, in a search; in an export not at all', async () => {
    await leader.goto(`/dossiers/${id}`);
    await expect(leader.getByRole('heading', { level: 1, name: CODE_NAME })).toBeVisible();
    const text = await leader.locator('body').textContent();
    expect(SECRETS.filter((it) => text!.includes(it))).toEqual([]);
    expect(await leader.title()).toContain(CODE_NAME);
    await look(leader, 'sealed-lead-leader');
    await look(await onPhone(leader, `/dossiers/${id}`), 'sealed-lead-leader');
    for (const q of ['氯化聚乙烯', '恒瑞', '91320000703738512Q']) expect(await search(leader, q), q).toEqual([]);
    expect(await search(leader, '银杏')).toEqual([CODE_NAME]);
    await leader.goto('/registers/project?q=银杏');
    await expect(leader.getByRole('link', { name: CODE_NAME })).toBeVisible();
    await look(leader, 'sealed-lead-list');
    expect((await leader.request.get(`/api/v1/evidence/${evidence}`)).status()).toBe(404);
    const list = await exported(leader);
    expect([list.includes('XM-2026'), [...SECRETS, CODE_NAME, number].filter((it) => list.includes(it))]).toEqual([true, []]);
  });

  await test.step('what is kept and sent of it tells ids and kinds alone', async () => {
    const audit = await enterAs(browser, platform.url, 'audit-admin');
    const log = await (await audit.request.get('/api/v1/audit')).text();
    expect(log).toContain('records:seal');
    expect([...SECRETS, CODE_NAME].filter((it) => log.includes(it))).toEqual([]);
  });
});

/** @returns the id of the paper */
async function proof(page: Page, lead: string): Promise<string> {
  const answer = await page.request.post(`/api/v1/dossiers/${lead}/evidence`, { multipart: { kind: '洽谈纪要', file: { name: '保密协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') } } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** Names of the projects that a search finds. */
async function search(page: Page, q: string): Promise<string[]> {
  const answer = await page.request.post('/api/v1/registers/project/search', { data: { kind: 'project', q } });
  return ((await answer.json()) as { rows: { name: string }[] }).rows.map((it) => it.name);
}

/** The list that leaves as a file, as bytes of its texts. */
async function exported(page: Page): Promise<string> {
  const { id } = await post<{ id: string }>(page, '/exports', { kind: 'project' });
  const file = await page.request.get(`/api/v1/exports/${id}/list.xlsx`);
  expect(file.ok(), await file.text()).toBe(true);
  const { readSheets } = await import('../../src/office/read-workbook.ts');
  return JSON.stringify(await readSheets({ name: 'list.xlsx', bytes: await file.body() }));
}
