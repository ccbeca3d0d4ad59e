import { expect, test } from '@playwright/test';
import { figure, judge, pass } from './desk-of-project.ts';
import { employ, enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-10-15' });
});
test.afterAll(() => platform.stop());

test('decay: what was certified is taken back; the open year falls, the frozen figures stay, an adjustment shows (practice: a change reopens)', async ({ browser }) => {
  const office = await enterAs(browser, platform.url, 'talent-office');
  const commerce = await enterAs(browser, platform.url, 'commerce-bureau');
  const leader = await enterAs(browser, platform.url, 'park-leader', '泰兴经济开发区');
  const park = await enterAs(browser, platform.url, 'park-officer', '泰兴经济开发区');
  const before = await figure(office, 's3.signed', 'city', '2026');

  await test.step('money that arrived and was certified goes again: its verdict is open again, with the reason', async () => {
    const administrators = { url: platform.url, system: await enterAs(browser, platform.url, 'system-admin'), security: await enterAs(browser, platform.url, 'security-admin') };
    const finance = await employ(browser, administrators, { login: 'caizheng', name: '财政局经办', unit: 'caizhengju', role: 'office-handler' });
    const { rows } = await post<{ rows: { number: string }[] }>(park, '/registers/project/search', { state: 'certified', year: 2026 });
    const { id } = await post<{ id: string }>(park, '/registers/investment/records', { fields: { investor: '远山资本', amount: '500' }, references: { project: rows[0]!.number } });
    await park.goto(`/dossiers/${id}`);
    await pass(park, '到账', { proofs: ['银行进账凭证'], fields: {} });
    await judge(finance, `/dossiers/${id}`, '认定', { document: '银行回单核对记录' });
    await park.reload();
    const course = park.getByRole('list', { name: '办理进程' });
    const arrived = course.getByRole('listitem').filter({ hasText: /^到账\s*\d/ }).last();
    await expect(arrived).toContainText('认定');
    await pass(park, '撤资', { reason: '投资方撤回出资' }, /请写明情况/);
    await expect(arrived).toContainText('申报');
    await look(park, 'divested');
  });

  await test.step('who entered it cannot take back what was certified, and is told who can', async () => {
    const { rows } = await post<{ rows: { id: string; name: string; cells: string[] }[] }>(park, '/registers/project/search', { state: 'certified', year: 2026, stage: '签约' });
    const found = rows.find((it) => it.cells.some((cell) => /^2026-0[1-6]-/.test(cell)))!;
    await park.goto(`/dossiers/${found.id}`);
    await expect(park.getByText('其中有已经认定的事项，请本单位负责人撤回。')).toBeVisible();
    await leader.goto(`/dossiers/${found.id}`);
    await leader.getByRole('button', { name: '撤回', exact: true }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await expect(dialog.getByText('请写明撤回的原因')).toBeVisible();
    await dialog.getByLabel('撤回的原因').fill('投资方撤资，协议解除');
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await expect(leader.getByText('这条记录已经撤回，不再计入任何指标，只供查看。')).toBeVisible();
    await look(leader, 'withdrawn');
    await look(await onPhone(leader, `/dossiers/${found.id}`), 'withdrawn');
  });

  await test.step('the open year is one less, the frozen half-year is as it was printed, and the difference stands beside it', async () => {
    expect(await figure(office, 's3.signed', 'city', '2026')).toBe(before - 1);
    await commerce.goto('/freezes');
    await commerce.getByRole('link', { name: /上半年/ }).first().click();
    await expect(commerce.getByRole('main')).toContainText('调整');
    await look(commerce, 'decay-frozen');
    await commerce.goto('/figures/s3.signed/city/2026');
    await look(commerce, 'decay-figure');
  });
});
