import { expect, type Page, test } from '@playwright/test';
import { decide, figure, judge, openGate, pass } from './desk-of-project.ts';
import { enterAs, look, onPhone } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterAll(() => platform.stop());

test('lead to output: a talent startup passes every milestone, refused first for what it lacks, verified and certified by different units (s3.2 s3.4 t6.2 a9)', async ({ browser }) => {
  test.setTimeout(600_000);
  const park = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
  const science = await enterAs(browser, platform.url, 'office-handler', '科技局');
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const people = await enterAs(browser, platform.url, 'office-handler', '人社局');
  const office = await enterAs(browser, platform.url, 'talent-office');
  await decide(office, commerce, 'lead.share', '30', '2026-01-01');
  const figures = async () => ({ signed: await figure(office, 's3.signed', 'city', '2026'), led: await figure(office, 's3.talentLed', 'city', '2026'), landings: await figure(office, 'a1.landings', 'city', '2026').catch(() => 0) });
  const before = await figures();
  const talent = await test.step('the talent: entered, landed, and selected upstream', async () => theTalent(park, people, office));

  await test.step('a lead is entered with a name and where it comes from', async () => {
    await park.goto('/registers/project');
    await park.getByRole('link', { name: '新增线索' }).click();
    await park.getByRole('button', { name: '保存' }).click();
    await expect(park.getByRole('alert')).toContainText('请填写项目名称');
    await park.getByLabel('项目名称').fill('新芯毫米波雷达');
    await park.getByLabel('信息来源').selectOption('人才引荐');
    await park.getByLabel(/^项目类型/).selectOption('人才创业项目');
    await look(park, 'enter-lead');
    await look(await onPhone(park, '/registers/project/new'), 'enter-lead');
    await park.getByRole('button', { name: '保存' }).click();
    await expect(park.getByRole('heading', { level: 1, name: '新芯毫米波雷达' })).toBeVisible();
    await expect(park.getByRole('list', { name: '办理进程' })).toContainText('研判');
    await look(park, 'project-lead');
    await look(await onPhone(park, park.url()), 'project-lead');
  });
  const path = new URL(park.url()).pathname;

  await test.step('assessed, in talks, admitted', async () => {
    await pass(park, '研判', { fields: { 建设内容: '年产二十万颗毫米波雷达芯片', 产业链: '机电' }, proofs: ['商业计划书'] }, '“建设内容”还没有填写');
    await pass(park, '准入评审', { fields: { 计划总投资: '12000' }, proofs: ['准入评审意见'] }, '缺少佐证“准入评审意见”');
    await pass(park, '在谈', { fields: { 投资方: '新芯团队' }, proofs: ['洽谈纪要'] }, '“投资方”还没有填写');
    await onBoard(park, '在谈');
  });

  await test.step('signed: a person, a role and a shareholding; certified by others than who declares it', async () => {
    await openGate(park, '签约');
    await look(park, 'project-gate');
    await look(await onPhone(park, path), 'project-gate');
    await pass(park, '签约', { fields: { 协议类型: '正式协议', 人才任职: '创始人', '人才持股（%）': '51', 任职持股核定日: '2026-10-10', 人才: talent }, proofs: ['正式协议', '任职和股权证明'] }, '还不符合：签的是正式协议');
    await expect(park.getByRole('button', { name: '认定', exact: true })).toHaveCount(0);
    expect(await figures()).toEqual(before);
    await judge(science, path, '初核');
    await judge(commerce, path, '认定', { document: '项目认定会议纪要' });
    expect(await figures()).toMatchObject({ signed: before.signed + 1, led: before.led + 1 });
    await commerce.goto('/thirty-percent?year=2026');
    await look(commerce, 'lead-thirty');
    await onBoard(park, '签约');
    await look(await onPhone(park, '/registers/project?view=board'), 'board-signed');
  });

  await test.step('registered; money arrives with its proof', async () => {
    await park.goto(path);
    await pass(park, '注册', { fields: { 统一社会信用代码: '91321283MA1MABCD6E', 实缴资本: '800' }, proofs: ['营业执照', '租赁合同'] }, '“统一社会信用代码”还没有填写');
    await openGate(park, '到资');
    await expect(park.getByRole('form', { name: '登记到资' })).toBeVisible();
    await theInvestment(park, await park.getByText(/^XM-2026-\d{4}$/).first().textContent());
    await park.goto(path);
    await pass(park, '到资', { proofs: ['银行进账凭证'] }, '缺少佐证“银行进账凭证或验资报告”');
  });

  await test.step('in production, at capacity; what is due stands beside', async () => {
    await pass(park, '投产', { proofs: ['投产证明'] }, '缺少佐证“投产证明”');
    await pass(park, '达效', { proofs: ['纳税证明'] }, '缺少佐证“纳税证明”');
    await judge(science, path, '初核');
    await judge(commerce, path, '认定', { document: '达效认定会议纪要' });
    await onBoard(park, '产出');
    await office.goto('/awards?year=2026');
    expect(await due(office)).toContain(`t6.2 ${talent} yes`);
    await look(office, 'lead-awards');
    await park.goto(path);
    await expect(park.getByRole('list', { name: '办理进程' }).getByText('认定', { exact: true }).first()).toBeVisible();
    await look(park, 'project-done');
    await look(await onPhone(park, path), 'project-done');
  });
});

/** @returns its number */
async function theTalent(park: Page, people: Page, office: Page): Promise<string> {
  await park.goto('/registers/talent/new');
  await park.getByLabel('姓名').fill('顾长风');
  await park.getByLabel('学历').selectOption('博士');
  await park.getByLabel('引进方式').selectOption('全职');
  await park.getByLabel('用人单位').fill('新芯微电子');
  await park.locator('summary', { hasText: '更多' }).click();
  await park.getByLabel(/^人才类型/).selectOption('创业');
  await park.getByRole('button', { name: '保存' }).click();
  await expect(park.getByRole('list', { name: '办理进程' })).toBeVisible();
  const path = new URL(park.url()).pathname;
  await pass(park, '落户', { proofs: ['学历学位证明', '劳动合同和社保证明'] }, '缺少佐证“学历学位证明”');
  await pass(park, '入选', { fields: { 入选计划: '双创计划', 计划级别: '省级' }, proofs: ['入选名单'] }, '“入选计划”还没有填写');
  await judge(people, path, '初核');
  await judge(office, path, '认定', { document: '人才认定名单' });
  await judge(office, path, '上级认定', { document: '省双创计划入选名单' });
  return (await park.getByText(/^RC-2026-\d{4}$/).first().textContent())!;
}

async function theInvestment(park: Page, project: string | null): Promise<void> {
  await park.goto('/registers/investment/new');
  await park.getByLabel('投资方').fill('新芯团队');
  await park.getByLabel(/^实际投资额/).fill('800');
  await park.getByLabel(/^项目/).fill(project!);
  await park.getByRole('option', { name: /新芯毫米波雷达/ }).click();
  await look(park, 'enter-investment');
  await park.getByRole('button', { name: '保存' }).click();
  await pass(park, '到账', { proofs: ['银行进账凭证'] }, '缺少佐证');
}

/** What is due in the year: award, case, judgement. */
async function due(page: Page): Promise<string[]> {
  const answer = (await (await page.request.get('/api/v1/awards?year=2026')).json()) as { id: string; cases: { case: string; outcome: string }[] }[];
  return answer.flatMap((award) => award.cases.map((it) => `${award.id} ${it.case} ${it.outcome}`));
}

/** The project stands in its column of the board. */
async function onBoard(page: Page, stage: string): Promise<void> {
  const here = new URL(page.url()).pathname;
  await page.goto('/registers/project?view=board');
  const column = page.getByRole('region', { name: '看板' }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^${stage}`) }) }).first();
  await expect(column.getByRole('link', { name: '新芯毫米波雷达' })).toBeVisible();
  await look(page, `board-${stage === '在谈' ? 'talks' : stage === '签约' ? 'signed' : 'output'}`);
  await page.goto(here);
}
