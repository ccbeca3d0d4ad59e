import { expect, type Page, test } from '@playwright/test';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const TODAY = '2026-10-15';
const FIRM = '江苏恒瑞氯化新材料有限公司';
const PROJECT = '氯化聚乙烯新材料项目';
const TERMS: Readonly<Record<string, boolean | string | readonly string[]>> = { 'first-report.on': true, 'first-report.minimum': '3000', 'first-report.contacts': ['拜访', '来访'], 'first-report.days': '60' };

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: TODAY });
});
test.afterAll(() => platform.stop());

test('first-report: off; on by two persons; one holds, the second learns no more; released; the second takes it; credit follows', async ({ browser }) => {
  test.setTimeout(240_000);
  const office = await enterAs(browser, platform.url, 'talent-office');
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const first = await enterAs(browser, platform.url, 'park-officer', '泰兴经济开发区');
  const second = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');

  await test.step('off: nobody is held up, and the page says what is open and to whom to turn', async () => {
    await second.goto('/first-report');
    await expect(second.getByText('首报首谈还没有实行')).toBeVisible();
    await expect(second.getByRole('row', { name: /首报项目最低规模/ })).toBeVisible();
    await expect(second.getByText('人才办、商务局联系')).toBeVisible();
    await expect(second.getByRole('button', { name: '核对' })).toHaveCount(0);
    await look(second, 'first-report-off');
    await look(await onPhone(second, '/first-report'), 'first-report-off');
    const answer = await second.request.post('/api/v1/first-report/checks', { data: { name: FIRM } });
    expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([422, 'first-report-off']);
  });

  await test.step('decided: one proposes, another approves, each of the four', async () => {
    await switchOn(office, commerce);
    await second.goto('/first-report');
    await expect(second.getByRole('heading', { name: '有没有单位在谈' })).toBeVisible();
    await expect(second.getByText('60 天没有进展的由商务局核实')).toBeVisible();
  });

  const lead = await test.step('the first park reports and meets the investor', async () => {
    const { id } = await post<{ id: string }>(first, '/registers/project/records', { kind: 'project', fields: { name: PROJECT, investor: FIRM, type: '产业项目', source: '自行接洽', planned: '12000万元' }, milestones: { lead: TODAY } });
    expect(await ask(second, FIRM)).toContain('没有其他单位在谈');
    await followUp(first, id);
    return id;
  });

  await test.step('the second asks, however it writes the name: held, whom to ask, and nothing else', async () => {
    await second.goto('/first-report');
    const said = await ask(second, '恒瑞氯化新材料（集团）');
    expect(said).toContain('已有单位在谈，请与商务局联系');
    const page = (await second.getByRole('main').textContent())!;
    for (const it of [PROJECT, '经济开发区', 'XM-2026', '来访']) expect(page.split('我最近的核对')[0]!.replace(/^.*有没有单位在谈/su, ''), it).not.toContain(it);
    await look(second, 'first-report-held');
    await second.getByRole('link', { name: '打印回执' }).click();
    await expect(second.getByRole('heading', { level: 1, name: '首报核对回执' })).toBeVisible();
    await expect(second.getByText('已有单位在谈，请与商务局联系')).toBeVisible();
    await look(second, 'first-report-receipt');
    await second.emulateMedia({ media: 'print' });
    await expect(second.getByRole('button', { name: '打印' })).toBeHidden();
    await look(second, 'first-report-receipt-print');
    await second.emulateMedia({ media: null });
    const refused = await second.request.post('/api/v1/registers/project/records', { data: { kind: 'project', fields: { name: '另一个名字', investor: FIRM, source: '自行接洽' }, milestones: { lead: TODAY } } });
    expect([refused.status(), ((await refused.json()) as { message: string }).message]).toEqual([422, '已有单位在谈，请与商务局联系。']);
    const seen = await second.request.get(`/api/v1/dossiers/${lead}`);
    expect(seen.status()).toBe(404);
  });

  await test.step('at a phone: asked in one screen', async () => {
    const phone = await onPhone(second, '/first-report');
    expect(await ask(phone, FIRM)).toContain('已有单位在谈');
    await look(phone, 'first-report-held');
    await phone.close();
  });

  await test.step('the commerce bureau sees who holds and who asked, and releases it on a document to the second', async () => {
    await first.goto('/first-report');
    await expect(first.getByRole('table', { name: '本单位优先洽谈的' }).getByRole('row', { name: new RegExp(PROJECT) })).toBeVisible();
    await look(first, 'first-report-holder');
    await commerce.goto('/first-report');
    const row = commerce.getByRole('table', { name: '全市优先洽谈的' }).getByRole('row', { name: new RegExp(PROJECT) });
    await expect(row).toContainText('泰兴高新区');
    await look(commerce, 'first-report-office');
    await look(await onPhone(commerce, '/first-report'), 'first-report-office');
    await row.getByRole('button', { name: /释放/ }).click();
    const dialog = commerce.getByRole('dialog');
    await dialog.getByRole('button', { name: '释放', exact: true }).click();
    await expect(dialog.getByText('请写明依据的文件或会议').first()).toBeVisible();
    await dialog.getByLabel('由谁接手').selectOption({ label: '泰兴高新区（问过）' });
    await dialog.getByLabel('理由').fill('首报单位用地不足，双方同意由高新区承接');
    await dialog.getByLabel('依据的文件或会议').fill('招商工作专题会议纪要〔2026〕8 号');
    await look(commerce, 'first-report-release');
    await dialog.getByRole('button', { name: '释放', exact: true }).click();
    await expect(commerce.getByText('今天起的计分归其所有')).toBeVisible();
  });

  await test.step('the second takes it, and what it signs is credited to it', async () => {
    await second.goto('/first-report');
    await second.getByRole('link', { name: PROJECT }).click();
    await expect(second.getByRole('heading', { level: 1, name: PROJECT })).toBeVisible();
    const before = [await declared(office, 'jingkaiqu'), await declared(office, 'gaoxinqu')];
    await sign(second, lead);
    expect([await declared(office, 'jingkaiqu'), await declared(office, 'gaoxinqu')]).toEqual([before[0], before[1]! + 1]);
    expect(await ask(first, FIRM)).toContain('没有其他单位在谈');
  });
});

test('first-report: explained as another project, shared by agreement, handed to a colleague', async ({ browser }) => {
  test.setTimeout(240_000);
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const first = await enterAs(browser, platform.url, 'park-officer', '泰兴经济开发区');
  const second = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
  await switchOn(await enterAs(browser, platform.url, 'talent-office'), commerce);
  const { id: lead } = await post<{ id: string }>(first, '/registers/project/records', { kind: 'project', fields: { name: '功能膜项目', investor: '上海东湾功能膜股份有限公司', type: '产业项目', source: '自行接洽', planned: '8000万元' }, milestones: { lead: TODAY } });
  await followUp(first, lead);

  await test.step('the second explains, the commerce bureau lets it in', async () => {
    await ask(second, '上海东湾功能膜（集团）');
    await second.getByRole('status').filter({ hasText: '回执' }).getByRole('button', { name: '说明是另一个项目' }).click();
    const dialog = second.getByRole('dialog');
    await dialog.getByRole('button', { name: '提交商务局' }).click();
    await expect(dialog.getByText('请写明理由')).toBeVisible();
    await dialog.getByLabel('为什么不是同一个项目').fill('投资方在本区办的是研发中心，与在谈的生产项目无关');
    await look(second, 'first-report-explain');
    await dialog.getByRole('button', { name: '提交商务局' }).click();
    await expect(second.getByText('说明待答复')).toBeVisible();
    await commerce.goto('/first-report');
    await expect(commerce.getByRole('row', { name: /研发中心/ })).toContainText('功能膜项目（泰兴经济开发区）');
    await look(commerce, 'first-report-explained');
    await look(await onPhone(commerce, '/first-report'), 'first-report-explained');
    await commerce.getByRole('button', { name: /裁定/ }).click();
    const ruling = commerce.getByRole('dialog');
    await ruling.getByLabel('理由').fill('研发中心与生产项目主体不同');
    await ruling.getByLabel('依据的文件或会议').fill('专题会议纪要〔2026〕9 号');
    await look(commerce, 'first-report-ruling');
    await ruling.getByRole('button', { name: '是另一个项目' }).click();
    await expect(commerce.getByText('泰兴高新区可以登记')).toBeVisible();
    await post(second, '/registers/project/records', { kind: 'project', fields: { name: '东湾研发中心', investor: '上海东湾功能膜股份有限公司', source: '自行接洽' }, milestones: { lead: TODAY } });
  });

  await test.step('the holder offers a share, the other accepts', async () => {
    await first.goto('/first-report');
    await first.getByRole('button', { name: /移交、共同推进：功能膜项目/ }).click();
    const dialog = first.getByRole('dialog');
    await dialog.getByLabel('对方单位').selectOption({ label: '泰兴高新区' });
    await dialog.getByLabel('对方分成').fill('40');
    await expect(dialog.getByText('本单位 60%，合计 100%')).toBeVisible();
    await dialog.getByLabel('原因或依据').fill('联合招商协议');
    await look(first, 'first-report-offer');
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await second.goto('/first-report');
    await expect(second.getByRole('row', { name: /功能膜项目/ })).toContainText('泰兴经济开发区 60%，泰兴高新区 40%');
    await look(second, 'first-report-offered');
    await look(await onPhone(second, '/first-report'), 'first-report-offered');
    await second.getByRole('button', { name: /^接受/ }).click();
    await expect(second.getByText('计分已按商定划转')).toBeVisible();
    const { credits } = (await (await second.request.get(`/api/v1/dossiers/${lead}`)).json()) as { credits: { parts: { unit: { id: string }; percent: number }[] }[] };
    expect(credits.at(-1)!.parts.map((it) => [it.unit.id, it.percent])).toEqual([['jingkaiqu', 60], ['gaoxinqu', 40]]);
  });

  await test.step('a leader sees what each officer has, to hand it on', async () => {
    const leader = await enterAs(browser, platform.url, 'park-leader');
    await leader.goto('/first-report');
    await leader.getByRole('link', { name: '交接经办人' }).click();
    await expect(leader.getByRole('heading', { level: 1, name: '交接经办人' })).toBeVisible();
    await expect(leader.getByRole('table', { name: '要交接的项目' }).getByRole('checkbox').first()).toBeVisible();
    await look(leader, 'first-report-officers');
    await look(await onPhone(leader, '/lead-officers'), 'first-report-officers');
    // The demonstration has one officer a unit: to whom their leads could go, it says is missing.
    const officer = await leader.getByLabel('由谁交出').locator('option', { hasText: '演示' }).first().getAttribute('value');
    await leader.getByLabel('由谁交出').selectOption(officer);
    await expect(leader.getByText('先由系统管理员建账号、安全管理员授予岗位')).toBeVisible();
  });
});

/** The four decisions, where they are not taken yet. */
async function switchOn(proposer: Page, approver: Page): Promise<void> {
  const { on } = (await (await approver.request.get('/api/v1/first-report')).json()) as { on: boolean };
  if (!on) for (const [parameter, value] of Object.entries(TERMS)) await decide(proposer, approver, parameter, value);
}

/** Proposed by one, and approved by another once what would change is worked out. */
async function decide(proposer: Page, approver: Page, parameter: string, value: boolean | string | readonly string[]): Promise<void> {
  const { id } = await post<{ id: string }>(proposer, '/decisions', { parameter, value, from: '2026-01-01', document: '招商工作联席会议纪要〔2026〕3 号' });
  let seen = '';
  await expect.poll(async () => {
    const { preview } = (await (await approver.request.get(`/api/v1/decisions/${id}`)).json()) as { preview: { at: string } | null };
    return (seen = preview?.at ?? '');
  }, { timeout: 60_000 }).not.toBe('');
  await post(approver, `/decisions/${id}/approve`, { seen });
}

/** @returns what stands below the form afterwards */
async function ask(page: Page, name: string): Promise<string> {
  if (!page.url().endsWith('/first-report')) await page.goto('/first-report');
  await page.getByLabel('投资方或企业名称').fill(name);
  await page.getByRole('button', { name: '核对', exact: true }).click();
  const answer = page.getByRole('status').filter({ hasText: '回执' });
  await expect(answer).toBeVisible();
  return (await answer.textContent())!;
}

async function followUp(page: Page, lead: string): Promise<void> {
  const answer = await page.request.post(`/api/v1/dossiers/${lead}/follow-ups`, { multipart: { form: '来访', day: TODAY, text: '投资方来访，看了两处地块' } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The papers are shown, and the project passes from lead to signed. */
async function sign(page: Page, lead: string): Promise<void> {
  const version = async (): Promise<number> => ((await (await page.request.get(`/api/v1/dossiers/${lead}`)).json()) as { version: number }).version;
  await post(page, `/dossiers/${lead}/corrections`, { version: await version(), fields: { agreement: '正式协议', content: '年产 20 万吨氯化聚乙烯', chain: '化工', site: '高新区' }, reason: '洽谈确定' });
  for (const kind of ['可行性研究报告', '准入评审意见', '洽谈纪要', '正式协议', '投资方主体证明']) {
    const answer = await page.request.post(`/api/v1/dossiers/${lead}/evidence`, { multipart: { kind, file: { name: `${kind}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${kind}\n%%EOF\n`) } } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  for (const milestone of ['assessed', 'admitted', 'negotiating', 'signed']) await post(page, `/dossiers/${lead}/milestones`, { version: await version(), milestone, day: TODAY });
}

/** Projects signed this year, as declared. */
async function declared(page: Page, unit: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/figures/s3.signed/${unit}/2026?standing=declared`);
  return ((await answer.json()) as { value: number | null }).value ?? 0;
}
