import { expect, type Page, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../src/app/platform.ts';
import { writeCsv } from '../../src/office/write-csv.ts';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-23' });
});
test.afterAll(() => platform.stop());

const NAME = '科技局自办的新材料路演';

test('own-unit: 科技局 declares its session and certifies it by no way in: page, batch, import, command, API (a9)', async ({ browser }) => {
  const officer = await enterAs(browser, platform.url, 'office-handler', '科技局');
  const { id, number } = await post<{ id: string; number: string }>(officer, '/registers/activity/records', { kind: 'activity', fields: { name: NAME, type: '项目路演' } });

  await test.step('its page and the desk offer nothing and say who else', async () => {
    await officer.goto(`/dossiers/${id}`);
    await expect(officer.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(officer.getByRole('button', { name: '认定', exact: true })).toHaveCount(0);
    await officer.goto('/desk');
    await expect(officer.getByRole('heading', { level: 1, name: '初核认定' })).toBeVisible();
    await expect(officer.getByRole('row').filter({ hasText: '活动' }).first()).toBeVisible();
    await expect(officer.getByRole('row').filter({ hasText: NAME })).toHaveCount(0);
    await look(officer, 'desk');
    await officer.goto(`/desk/${id}?at=entry`);
    await expect(officer.getByText('不能由本单位认定').first()).toBeVisible();
    await expect(officer.getByText('请由人才办办理').first()).toBeVisible();
    await look(officer, 'desk-own');
    await look(await onPhone(officer, `/desk/${id}?at=entry`), 'desk-own');
    await officer.keyboard.press('c');
    await expect(officer.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('neither the office’s leader nor the interface', async () => {
    const leader = await enterAs(browser, platform.url, 'office-leader', '科技局').catch(() => officer);
    for (const page of [officer, leader]) {
      for (const act of ['verify', 'certify', 'return', 'not-count']) {
        const one = await page.request.post(`/api/v1/dossiers/${id}/verdicts`, { data: { version: 1, act, milestones: ['entry'], reason: '自行办理' } });
        expect([one.status(), ((await one.json()) as { code: string }).code]).toEqual([422, 'own-record']);
      }
    }
  });

  await test.step('in a batch the others are certified, its own is told with its reason', async () => {
    const other = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
    const made = await post<{ id: string }>(other, '/registers/activity/records', { kind: 'activity', fields: { name: '高新区的路演', type: '项目路演' } });
    const items = [id, made.id].map((it) => ({ id: it, milestone: 'entry', version: 1 }));
    const outcome = await post<{ done: { id: string }[]; refused: { id: string; why: string }[] }>(officer, '/verdicts', { act: 'certify', items });
    expect(outcome.done.map((it) => it.id)).toEqual([made.id]);
    expect(outcome.refused).toEqual([{ id, number, why: expect.stringContaining('不能由本单位认定') }]);
    await expectDeclared(officer, id);
  });

  const csv = writeCsv([
    ['泰兴市“双招双引”活动台账（2026年度）'],
    ['序号', '活动编号', '活动名称', '类型', '主办单位', '联办单位', '举办日期', '形式', '高校院所', '认定状态'],
    ['1', number, NAME, '项目路演', '科技局', '', '2026-11-10', '线下', '', '认定'],
  ]);
  await test.step('an import only declares', async () => {
    const preview = await officer.request.post('/api/v1/imports/files', { multipart: { files: { name: '活动台账.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) } } });
    expect(preview.ok()).toBe(true);
    const made = (await preview.json()) as { id: string };
    await post(officer, `/imports/${made.id}/confirm`, {});
    await expect.poll(async () => ((await (await officer.request.get(`/api/v1/imports/${made.id}`)).json()) as { state: string }).state).toBe('done');
    await expectDeclared(officer, id);
  });

  await test.step('nor does the command that takes registers over', async () => {
    const file = join(platform.dataDir, '活动台账.csv');
    await writeFile(file, csv);
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'import', file, '--data', platform.dataDir]).catch((error: { stdout: string; stderr: string }) => ({ stdout: `${error.stdout}${error.stderr}` }));
    expect(stdout).toContain('导入完成');
    await expectDeclared(officer, id);
  });

  await test.step('人才办 certifies it at its desk, with one key', async () => {
    const office = await enterAs(browser, platform.url, 'talent-office');
    await office.goto('/desk?kind=activity');
    await office.getByRole('row').filter({ hasText: NAME }).filter({ hasText: '登记' }).getByRole('link').click();
    await expect(office.getByRole('heading', { level: 1, name: `${NAME}：登记` })).toBeVisible();
    await look(office, 'desk-item');
    await office.keyboard.press('c');
    await office.getByRole('dialog').getByRole('button', { name: '认定', exact: true }).click();
    await expect(office.getByText(`已认定：${NAME}・登记。`)).toBeVisible();
    expect(await states(office, id)).toMatchObject({ entry: 'certified' });
  });
});

async function states(page: Page, id: string): Promise<Record<string, string>> {
  const found = (await (await page.request.get(`/api/v1/dossiers/${id}`)).json()) as { state: string; milestones: { id: string; state: string | null }[] };
  return { entry: found.state, ...Object.fromEntries(found.milestones.filter((it) => it.state !== null).map((it) => [it.id, it.state!])) };
}

async function expectDeclared(page: Page, id: string): Promise<void> {
  expect([...new Set(Object.values(await states(page, id)))]).toEqual(['declared']);
}
