import { expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { enterAs, look, onPhone } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

const PHONE = '13974100037';
const ID = '321283199001011239';
const EMAIL = 'canary@xn.example.cn';

let platform: StoryPlatform;
test.beforeAll(async () => {
  platform = await startPlatform({ demo: true, today: '2026-11-23' });
});
test.afterAll(() => platform.stop());

interface Row { id: string; name: string; unit: { name: string } }

test('personal-data: masked, looked at for a reason, handed over, erasure proposed; no address, title or storage of the browser holds any of it', async ({ browser }) => {
  const office = await enterAs(browser, platform.url, 'talent-office', '人才办');
  const { rows } = (await (await office.request.get('/api/v1/registers/talent')).json()) as { rows: Row[] };
  const talent = rows.find((it) => it.unit.name === '泰兴高新区') ?? rows[0]!;
  const park = await enterAs(browser, platform.url, 'park-officer', talent.unit.name);
  const { name } = ((await (await park.request.get('/api/v1/registers/talent')).json()) as { rows: Row[] }).rows.find((it) => it.id === talent.id)!;
  expect([name.includes('*'), talent.name]).toEqual([false, `${[...name][0]}*`]);
  const personal = [name, PHONE, ID, EMAIL];
  const traces = [park, office].map((it) => tracesOf(it));

  await test.step('the park finds its talent by name and fills in how to reach him', async () => {
    await park.goto('/registers/talent');
    await park.getByRole('searchbox').fill(name);
    await expect(park.locator('tbody tr')).toHaveCount(1);
    await park.getByRole('link', { name }).click();
    await expect(park.getByRole('heading', { level: 1, name })).toBeVisible();
    await park.goBack();
    await expect(park.getByRole('searchbox')).toHaveValue(name);
    await park.goForward();
    await park.getByRole('button', { name: '填写联系方式' }).click();
    await park.getByLabel('联系电话').fill(PHONE);
    await park.getByLabel('身份证件号码').fill(ID);
    await park.getByLabel('电子邮箱').fill(EMAIL);
    await park.getByRole('button', { name: '登记', exact: true }).click();
    await expect(park.getByText('139****0037')).toBeVisible();
    await look(park, 'personal-data-park');
  });

  await test.step('the talent office sees masks, and in full one value for a reason', async () => {
    await office.goto(`/dossiers/${talent.id}`);
    await expect(office.getByText('32*************239')).toBeVisible();
    await office.getByRole('button', { name: '查看联系电话' }).click();
    await office.getByLabel('事由').fill(`联系 ${PHONE}`);
    await office.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await expect(office.getByText('请不要写姓名')).toBeVisible();
    await office.getByLabel('事由').fill('通知领奖');
    await office.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await expect(office.getByText(PHONE)).toBeVisible();
    await look(await onPhone(office, `/dossiers/${talent.id}`), 'personal-data-look');
  });

  await test.step('a copy for the person', async () => {
    await office.getByRole('button', { name: '向本人提供' }).click();
    await office.getByLabel('事由').fill('本人申请');
    await office.getByLabel('依据').fill('书面申请');
    const files = [office.waitForEvent('download', (it) => it.suggestedFilename().endsWith('.json')), office.waitForEvent('download', (it) => it.suggestedFilename().endsWith('.xlsx'))];
    await office.getByRole('button', { name: '生成副本' }).click();
    const [json, workbook] = await Promise.all(files);
    const text = await readFile(await json!.path(), 'utf8');
    expect(personal.filter((it) => !text.includes(it))).toEqual([]);
    for (const it of [json!, workbook!]) expect(personal.some((one) => it.suggestedFilename().includes(one))).toBe(false);
  });

  await test.step('erasure is proposed here, and waits for another person', async () => {
    await office.getByRole('button', { name: '提出删除' }).click();
    await office.getByLabel('事由').fill('本人申请');
    await office.getByLabel('依据').fill('书面申请');
    await office.getByRole('dialog').getByRole('button', { name: '提出删除' }).click();
    await expect(office.getByText('请另一位同志')).toBeVisible();
    await office.goto('/persons');
    await expect(office.getByText('由您提出，须由另一位同志办理')).toBeVisible();
    await look(office, 'personal-data-requests');
    await office.goto('/personal-register');
    await expect(office.getByText('身份证件号码').first()).toBeVisible();
    await look(office, 'personal-register');
  });

  for (const [at, page] of [park, office].entries()) {
    const stored = await storedIn(page);
    const { addresses, titles } = traces[at]!;
    const said = [...addresses, ...titles, ...stored].map((it) => it + decodeURIComponent(it.replace(/%(?![0-9A-Fa-f]{2})/g, '')));
    expect(personal.filter((it) => said.some((text) => text.includes(it)))).toEqual([]);
    expect([addresses.length > 10, titles.length > 2]).toEqual([true, true]);
  }
  // Control: what would be there is found.
  await office.evaluate((text) => sessionStorage.setItem('a', text), name);
  expect((await storedIn(office)).some((it) => it.includes(name))).toBe(true);
});

/** Every address that a page asks for or stands at, and every title that it has. */
function tracesOf(page: Page): { addresses: string[]; titles: string[] } {
  const traces = { addresses: [] as string[], titles: [] as string[] };
  page.context().on('request', (it) => traces.addresses.push(it.url(), it.headers()['referer'] ?? ''));
  page.on('framenavigated', (it) => traces.addresses.push(it.url()));
  page.on('response', () => void page.title().then((it) => traces.titles.push(it), () => undefined));
  return traces;
}

/** What a browser keeps of a page beside its memory. */
async function storedIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
    JSON.stringify(await indexedDB.databases()),
    JSON.stringify(await caches.keys()),
  ]);
}
