import { expect, test } from '@playwright/test';
import { decide, figure, judge, pass } from './desk-of-project.ts';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterAll(() => platform.stop());

test('two facets: an industrial project that is talent-led, shared 60/40: once in the city, by shares in the parks (s3.2)', async ({ browser }) => {
  const park = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
  const industry = await enterAs(browser, platform.url, 'office-handler', '工信局');
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const office = await enterAs(browser, platform.url, 'talent-office');
  const { number: talent } = await post<{ number: string }>(park, '/registers/talent/records', { fields: { name: '林远航', degree: '博士', engagement: '全职', employer: '远航复材' } });
  const of = async (measure: string) => [await figure(office, measure, 'city', '2026'), await figure(office, measure, 'gaoxinqu', '2026'), await figure(office, measure, 'jingkaiqu', '2026')];
  const [signed, led] = [await of('s3.signed'), await of('s3.talentLed')];
  const more = (before: number[], by: number[]) => before.map((it, n): unknown => expect.closeTo(it + by[n]!, 6));

  await test.step('entered with its partner and both shares', async () => {
    await park.goto('/registers/project/new');
    await park.getByLabel('项目名称').fill('远航碳纤维复材');
    await park.getByLabel('信息来源').selectOption('以商引商');
    await park.getByLabel(/^项目类型/).selectOption('产业项目');
    await park.getByLabel('第 1 个单位的分成，百分之').fill('60');
    await expect(park.getByText('各单位相加是 60%，应为 100%')).toBeVisible();
    await park.getByRole('button', { name: '加一个单位' }).click();
    await park.getByLabel('第 2 个单位', { exact: true }).selectOption('泰兴经济开发区');
    await park.getByLabel('第 2 个单位的分成，百分之').fill('40');
    await look(park, 'enter-shared');
    await park.getByRole('button', { name: '保存' }).click();
    await expect(park.getByRole('heading', { level: 1, name: '远航碳纤维复材' })).toBeVisible();
  });
  const path = new URL(park.url()).pathname;

  await test.step('signed as an industrial project, led by a talent with a role and shares at a day', async () => {
    await pass(park, '研判', { fields: { 建设内容: '年产五千吨碳纤维', 产业链: '化工新材料' }, proofs: ['商业计划书'] });
    await pass(park, '准入评审', { fields: { 计划总投资: '3.2亿' }, proofs: ['准入评审意见'] });
    await pass(park, '在谈', { fields: { 投资方: '远航复材' }, proofs: ['洽谈纪要'] });
    await park.getByRole('button', { name: '更正' }).click();
    const drawer = park.getByRole('dialog');
    await drawer.getByLabel('人才任职').selectOption('董事长');
    await drawer.getByLabel('人才持股（%）').fill('35');
    await drawer.getByLabel('任职持股核定日').fill('2026-10-10');
    await drawer.getByRole('combobox', { name: '人才', exact: true }).fill(talent);
    await drawer.getByLabel('更正原因').fill('补充人才任职和持股');
    await drawer.getByRole('button', { name: '提交更正' }).click();
    await expect(park.getByText('已更正')).toBeVisible();
    await pass(park, '签约', { fields: { 协议类型: '正式协议', 拟落户地点: '高新区新材料园' }, proofs: ['正式协议', '投资方主体证明'] });
    await judge(industry, path, '初核');
    await judge(commerce, path, '认定', { document: '项目认定会议纪要' });
  });

  await test.step('one signing in the city, 0.6 and 0.4 in the parks; in doubt as talent-led until the share is decided', async () => {
    expect(await of('s3.signed')).toEqual(more(signed, [1, 0.6, 0.4]));
    expect(await of('s3.talentLed')).toEqual(more(led, [0, 0, 0]));
    await decide(office, commerce, 'lead.share', '30', '2026-01-01');
    await expect.poll(async () => of('s3.talentLed')).toEqual(more(led, [1, 0.6, 0.4]));
    await commerce.goto(path);
    await expect(commerce.getByText('新签约和开工项目中的人才领办创办项目').first()).toBeVisible();
    await look(commerce, 'two-facets');
    await look(await onPhone(commerce, path), 'two-facets');
    await commerce.goto('/thirty-percent?year=2026');
    await look(commerce, 'two-facets-thirty');
  });
});
