import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, look } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

/** Mid-October: 2026-09 and the first half-year are frozen. */
const TODAY = '2026-10-15';
const LABEL = '计入路演对接的活动类型';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: TODAY });
});
test.afterAll(() => platform.stop());

test('decisions: proposed by one, previewed, approved by another, and figures follow (a9)', async ({ browser }) => {
  const office = await enterAs(browser, platform.url, 'talent-office');
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const before = await sessions(office);

  await test.step('open questions first, with what hangs on them', async () => {
    await office.goto('/decisions');
    await expect(office.getByRole('heading', { level: 1, name: '口径决定' })).toBeVisible();
    await expect(office.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText('影响考核和奖励，还没有决定');
    await look(office, 'decisions');
    const park = await enterAs(browser, platform.url, 'park-officer');
    await park.goto('/decisions');
    await expect(park.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
    await expect(park.getByRole('button', { name: /提出决定/ })).toHaveCount(0);
  });

  await test.step('the form says what is missing and what a value must look like', async () => {
    await office.getByRole('button', { name: /提出决定.*亿元项目规模（人民币）/ }).click();
    const form = office.getByRole('dialog');
    await form.getByRole('button', { name: '提出并试算' }).click();
    await expect(form.getByRole('alert')).toContainText('有 3 处需要修改');
    await form.getByLabel('亿元项目规模（人民币）（万元）').fill('很多');
    await form.getByLabel('从哪一天起算').fill('2026-01-01');
    await form.getByLabel('作出决定的文件或会议').fill('市联席会议 2026 年第 3 次会议纪要');
    await form.getByRole('button', { name: '提出并试算' }).click();
    await expect(form.getByRole('alert')).toContainText('不是一个人民币金额，请按万元填数字');
    await look(office, 'decision-form');
    await form.getByRole('button', { name: '取消' }).click();
  });

  await test.step('proposed: what would change is worked out, and nothing has moved', async () => {
    await office.getByRole('button', { name: new RegExp(`提出决定.*${LABEL}`) }).click();
    const form = office.getByRole('dialog');
    for (const word of ['项目路演', '人才资本对接', '产学研对接']) await form.getByLabel(word, { exact: true }).check();
    await form.getByLabel('从哪一天起算').fill('2026-01-01');
    await form.getByLabel('作出决定的文件或会议').fill('市联席会议 2026 年第 3 次会议纪要');
    await form.getByRole('button', { name: '提出并试算' }).click();
    await expect(office.getByRole('heading', { level: 1 })).toContainText(`${LABEL}：项目路演、人才资本对接、产学研对接`);
    await expect(office.getByText('批准后会改动什么')).toBeVisible();
    await expect(office.getByText(/件记录：/)).toBeVisible();
    await expect(office.getByText(/已封（2026年上半年）/).first()).toBeVisible();
    await expect(office.getByText('提出决定的人不能自己批准，请另一位同志批准')).toBeVisible();
    await look(office, 'decision');
    expect(await sessions(office)).toBe(before);
  });

  await test.step('another person approves what was foretold', async () => {
    await commerce.goto('/decisions');
    await expect(commerce.getByRole('heading', { name: '等待批准 1 项' })).toBeVisible();
    await look(commerce, 'decisions-waiting');
    await commerce.getByRole('link', { name: LABEL }).click();
    const row = commerce.getByRole('table', { name: '项目路演和人才资本对接，批准前后' }).getByRole('row', { name: /泰兴市.*2026年/ }).first();
    await expect(row).toContainText('→');
    const after = Number(/变为(\d+)/.exec((await row.textContent())!)![1]);
    expect(after).toBeGreaterThan(before);
    await commerce.getByRole('button', { name: '批准', exact: true }).click();
    const dialog = commerce.getByRole('dialog');
    await expect(dialog).toContainText('批准后不能撤销');
    await look(commerce, 'decision-approve');
    await dialog.getByRole('button', { name: '批准', exact: true }).click();
    await expect(commerce.getByText('已批准，相关的数正在按新的口径重算。')).toBeVisible();
    await expect(commerce.getByText('已批准的决定不能撤销')).toBeVisible();
    await expect(commerce.getByRole('button', { name: '以新决定替代' })).toBeVisible();
    await expect.poll(() => sessions(commerce)).toBe(after);
  });

  await test.step('rejected with a reason, and withdrawn', async () => {
    await rejected(office, commerce);
  });

  await phone(browser);
});

/** The city's sessions of the year, as they are certified. */
async function sessions(page: Page): Promise<number> {
  const answer = await page.request.get('/api/v1/figures/a9.sessions/city/2026');
  return ((await answer.json()) as { value: number }).value;
}

async function propose(page: Page, parameter: string, value: string): Promise<string> {
  const answer = await page.request.post('/api/v1/decisions', { data: { parameter, value, from: '2026-01-01', document: '会议纪要' } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

async function rejected(office: Page, commerce: Page): Promise<void> {
  const id = await propose(office, 'grant.max', '300');
  await commerce.goto(`/decisions/${id}`);
  await expect(commerce.getByText(/件记录：/)).toBeVisible();
  await look(commerce, 'decision-awards');
  await commerce.getByRole('button', { name: '驳回', exact: true }).click();
  const dialog = commerce.getByRole('dialog');
  await dialog.getByRole('button', { name: '驳回', exact: true }).click();
  await expect(dialog.getByText('请写明驳回的理由')).toBeVisible();
  await dialog.getByLabel('驳回的理由').fill('文号有误，请核对后重新提出。');
  await dialog.getByRole('button', { name: '驳回', exact: true }).click();
  await expect(commerce.getByText('已驳回，什么都没有改动。')).toBeVisible();
  await expect(commerce.getByText('文号有误，请核对后重新提出。')).toBeVisible();
  const mine = await propose(office, 'grant.max', '400');
  await office.goto(`/decisions/${mine}`);
  await office.getByRole('button', { name: '撤回' }).click();
  await expect(office.getByText('已撤回，什么都没有改动。')).toBeVisible();
}

async function phone(browser: Browser): Promise<void> {
  const page = await enterAs(browser, platform.url, 'city-leader', undefined, 390);
  await page.goto('/decisions');
  await expect(page.getByRole('main').getByRole('heading', { level: 3 }).first()).toBeVisible();
  await look(page, 'decisions');
  await page.getByRole('link', { name: '项目路演、人才资本对接、产学研对接' }).click();
  await expect(page.getByText('当时的试算')).toBeVisible();
  await look(page, 'decision');
}
