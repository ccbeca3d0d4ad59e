import { expect, test } from '@playwright/test';
import { deflateSync } from 'node:zlib';
import { enterAs, look, onPhone, post } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-27' });
});
test.afterAll(() => platform.stop());

test('certification desk: evidence beside the form, verified; checked on the spot by two; returned and appealed; forty in one act', async ({ browser }) => {
  const park = await enterAs(browser, platform.url, 'park-officer', '泰兴高新区');
  const office = await enterAs(browser, platform.url, 'office-handler', '科技局');
  const leader = await enterAs(browser, platform.url, 'office-leader', '科技局').catch(() => undefined);
  const enter = async (name: string) => (await post<{ id: string }>(park, '/registers/activity/records', { kind: 'activity', fields: { name, type: '项目路演' } })).id;
  const first = await enter('银杏湖路演');
  const upload = await park.request.post(`/api/v1/dossiers/${first}/evidence`, { multipart: { milestone: 'entry', kind: '签到表', origin: '现场取得', file: { name: '签到表.png', mimeType: 'image/png', buffer: png() } } });
  expect(upload.ok(), await upload.text()).toBe(true);

  await test.step('a scan is shown to pages of the platform alone, and to nobody who may not read the record', async () => {
    const { id } = (await upload.json()) as { id: string };
    const shown = await office.request.get(`/api/v1/evidence/${id}?view=1`);
    expect(shown.headers()).toMatchObject({ 'content-type': 'image/png', 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': "default-src 'none'; frame-ancestors 'self'", 'x-content-type-options': 'nosniff' });
    expect((await office.request.get(`/api/v1/evidence/${id}`)).headers()['content-disposition']).toContain('attachment');
    const other = await enterAs(browser, platform.url, 'township-officer');
    expect((await other.request.get(`/api/v1/evidence/${id}?view=1`)).status()).toBe(404);
  });

  await test.step('the scan stands beside the form, with where it comes from; its verification is noted', async () => {
    await office.goto('/desk?kind=activity');
    await office.getByRole('row').filter({ hasText: '银杏湖路演' }).getByRole('link').click();
    await expect(office.getByRole('heading', { level: 1, name: '银杏湖路演：登记' })).toBeVisible();
    const scan = office.getByRole('img', { name: /签到表/ });
    await expect.poll(() => scan.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(320);
    await expect(office.getByText('来源：现场取得')).toBeVisible();
    await office.getByRole('button', { name: '核验属实' }).click();
    await expect(office.getByText('请选择核验方式').last()).toBeVisible();
    await office.getByLabel('核验方式').selectOption('核对原件');
    await office.getByRole('button', { name: '核验属实' }).click();
    await expect(office.getByText(/核对原件・科技局/)).toBeVisible();
    await look(office, 'desk-evidence');
    await look(await onPhone(office, office.url()), 'desk-evidence');
  });

  await test.step('two persons check on the spot: one writes, another confirms', async () => {
    await office.getByRole('button', { name: '记一次核查' }).click();
    await office.getByLabel('现场情况').fill('路演在项目路演中心举办，到场十二家');
    await look(office, 'site-check');
    await office.getByRole('button', { name: '记下' }).click();
    await expect(office.getByText('待确认')).toBeVisible();
    await expect(office.getByRole('button', { name: '确认同去并属实' })).toHaveCount(0);
    const second = leader ?? (await enterAs(browser, platform.url, 'talent-office'));
    await second.goto(`/desk/${first}?at=entry`);
    await second.getByRole('button', { name: '确认同去并属实' }).click();
    await expect(second.getByRole('button', { name: /现场核查记录/ })).toBeVisible();
  });

  await test.step('returned with a usual reason; the appeal is heard by another person', async () => {
    await office.goto(`/desk/${first}?at=entry&kind=activity`);
    await expect(office.getByRole('button', { name: '退回' })).toBeVisible();
    await office.keyboard.press('r');
    await office.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    await expect(office.getByText('请写明退回的原因').last()).toBeVisible();
    await office.getByRole('button', { name: '事项日期与佐证不符，请核对' }).click();
    await look(office, 'desk-return');
    await office.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    await expect(office.getByText('已退回：银杏湖路演・登记。')).toBeVisible();
    await post(park, `/dossiers/${first}/verdicts`, { version: 2, act: 'appeal', milestones: ['entry'], reason: '日期以签到表为准' });
    await office.goto('/desk?waits=appeal');
    await office.getByRole('row').filter({ hasText: '银杏湖路演' }).getByRole('link').click();
    await expect(office.getByText('申诉由第三人处理').first()).toBeVisible();
    await look(office, 'desk-appeal');
  });

  await test.step('forty in one act, with a preview of what cannot', async () => {
    for (let n = 1; n <= 40; n++) await enter(`批量路演${n}`);
    await office.goto('/desk?kind=activity&unit=gaoxinqu');
    await office.getByRole('checkbox').first().check();
    await expect(office.getByRole('region', { name: '批量办理' })).toBeVisible();
    await look(office, 'desk-batch');
    await office.getByRole('button', { name: '批量认定' }).click();
    await expect(office.getByText(/可以认定/)).toBeVisible();
    await expect(office.getByText('申诉由第三人处理').last()).toBeVisible();
    await look(office, 'desk-batch-preview');
    await office.getByRole('dialog').getByRole('button', { name: /^认定 \d+ 项$/ }).click();
    await expect(office.getByText(/^已认定 4\d 项。$/)).toBeVisible();
    await look(await onPhone(office, '/desk'), 'desk');
  });

  await test.step('J and K walk the list', async () => {
    await office.goto('/desk');
    await office.getByRole('row').nth(1).getByRole('link').click();
    const title = office.getByRole('heading', { level: 1 });
    await expect(title).toContainText('：');
    const before = await title.textContent();
    await office.keyboard.press('j');
    await expect(title).not.toHaveText(before!);
    await office.keyboard.press('k');
    await expect(title).toHaveText(before!);
  });
});

/** A grey picture, 320 by 200. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(320, 0);
  head.writeUInt32BE(200, 4);
  head.writeUInt8(8, 8);
  const rows = Buffer.concat(Array.from({ length: 200 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(320, 200)])));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
