import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

/** Mid-October: 2026-09 and the first half-year are frozen, the demonstration's sessions of September are in. */
const TODAY = '2026-10-15';
const SESSION = '高新区路演日第5期·生物发酵';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: TODAY });
});
test.afterAll(() => platform.stop());

test('open-a-figure: from the 24 sessions to one session, and back when it is returned (t5.4 a9)', async ({ browser }) => {
  const leader = await enterAs(browser, platform.url, 'city-leader');
  const before = { city: await valueOf(leader, 'city', '2026'), unit: await valueOf(leader, 'gaoxinqu', '2026B5') };
  expect(before.unit).toBe(1);

  await test.step('three steps: the board, the figure, the session', async () => {
    await leader.goto('/board?year=2026');
    await look(leader, 'board');
    await leader.getByRole('link', { name: '路演和资本对接' }).click();
    await leader.getByRole('link', { name: /期 项目路演和人才资本对接，打开明细/ }).click();
    await expect(leader.getByRole('heading', { level: 1, name: '项目路演和人才资本对接' })).toBeVisible();
    await expect(leader.getByText('按举办日期计入')).toBeVisible();
    await expect(leader.getByText('附件第9项').first()).toBeVisible();
    await look(leader, 'figure-city');
    await leader.getByRole('link', { name: /9—10月.*目标1期/ }).click();
    await expect(leader.getByText(SESSION)).toBeVisible();
    await look(leader, 'figure-unit');
    await leader.getByRole('link', { name: SESSION }).click();
    await expect(leader.getByRole('heading', { name: SESSION })).toBeVisible();
  });

  await test.step('the session shows its evidence, verdicts, clause and rule in words', async () => {
    await expect(leader.getByRole('link', { name: /签到表\.xlsx/ })).toBeVisible();
    await expect(leader.getByText('期初建账').first()).toBeVisible();
    await expect(leader.getByText('项目路演和人才资本对接').first()).toBeVisible();
    await look(leader, 'session');
    const evidence = await leader.request.get((await leader.getByRole('link', { name: /签到表\.xlsx/ }).getAttribute('href'))!);
    expect(evidence.ok()).toBe(true);
    expect((await evidence.body()).subarray(0, 2).toString()).toBe('PK');
  });

  const dossier = leader.url();
  await test.step('the park itself cannot judge it; its certifier returns it', async () => {
    const park = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
    await park.goto(dossier);
    await expect(park.getByRole('heading', { name: SESSION })).toBeVisible();
    await expect(park.getByRole('button', { name: '退回', exact: true })).toHaveCount(0);
    await returnIt(browser, dossier);
  });

  await test.step('window, unit and city at once', async () => {
    expect(await valueOf(leader, 'gaoxinqu', '2026B5')).toBe(before.unit - 1);
    expect(await valueOf(leader, 'city', '2026')).toBe(before.city - 1);
    await leader.goto('/figures/a9.sessions/gaoxinqu/2026B5');
    await expect(leader.getByText(SESSION)).toHaveCount(0);
  });

  await test.step('the frozen board of September keeps its figures, and the adjustment shows', async () => {
    await leader.goto('/freezes');
    await leader.getByRole('link', { name: '2026年9月' }).first().click();
    const row = leader.getByRole('table', { name: '项目路演和人才资本对接' }).getByRole('row', { name: /泰兴高新区/ });
    await expect(row).toContainText('台账现为 0');
    await expect(row.getByRole('link', { name: '1', exact: true }).last()).toBeVisible();
    await expect(leader.getByRole('row', { name: /项目路演和人才资本对接.*泰兴高新区.*1/ })).toBeVisible();
    await look(leader, 'frozen-board');
    await leader.goto('/board?year=2026');
    await expect(leader.getByRole('row', { name: /2026年9月.*项目路演和人才资本对接.*泰兴高新区/ })).toBeVisible();
  });
});

test('open-a-figure on a phone: the same three steps at 390 px', async ({ browser }) => {
  const leader = await enterAs(browser, platform.url, 'city-leader', undefined, 390);
  await leader.goto('/board?year=2026');
  await look(leader, 'board');
  await leader.getByRole('link', { name: '路演和资本对接' }).click();
  await look(leader, 'task');
  await leader.getByRole('link', { name: /期 项目路演和人才资本对接，打开明细/ }).click();
  await look(leader, 'figure-city');
  await leader.getByRole('link', { name: /人才资本对接会/ }).first().click();
  await expect(leader.getByRole('heading', { name: '经过' })).toBeVisible();
  await look(leader, 'session');
  await leader.goto('/registers/project');
  await look(leader, 'register');
});

async function valueOf(page: Page, owner: string, window: string): Promise<number> {
  return ((await (await page.request.get(`/api/v1/figures/a9.sessions/${owner}/${window}`)).json()) as { value: number }).value;
}

/** A park's activities are certified by the science bureau. */
async function returnIt(browser: Browser, dossier: string): Promise<void> {
  const bureau = await enterAs(browser, platform.url, 'office-handler', '科技局');
  await bureau.goto(dossier);
  await bureau.getByRole('button', { name: '退回', exact: true }).click();
  await bureau.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await expect(bureau.getByText('请写明退回的原因')).toBeVisible();
  await bureau.getByLabel('原因或说明').fill('签到表与照片日期不符，请核对后重新申报。');
  await look(bureau, 'return');
  await bureau.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await expect(bureau.getByText(`已退回：${SESSION}。`)).toBeVisible();
}
