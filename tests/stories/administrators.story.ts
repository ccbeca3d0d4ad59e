import { expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { urlOf } from '../../src/app/postgres/answer.ts';
import { readPassword } from '../../src/app/postgres/password.ts';
import { openDatabase } from '../../src/base/database.ts';
import { look, onPhone, openAs, PASSWORD } from './people.ts';
import { startPlatform, type StoryPlatform } from './platform.ts';

let platform: StoryPlatform;
test.beforeAll(async () => {
  // By the real day: grants are dated by the clock.
  platform = await startPlatform({});
});
test.afterAll(() => platform.stop());

test('administrators: three of them, an officer by code, grant and second factor; taken away, and out', async ({ browser }) => {
  // A passkey is bound to a name, not to an address of numbers.
  const url = platform.url.replace('127.0.0.1', 'localhost');
  const system = await openAs(browser, url);
  const slips = await test.step('set-up makes three persons; two of them get a code, shown once', async () => {
    await setUp(system);
    const found = await Promise.all(['钱守正', '孙明察'].map(async (name) => (await system.getByLabel(`${name}的启用码`).textContent())!));
    await look(system, 'set-up-codes');
    await expect(system.getByText('请先打印或抄录。')).toBeVisible();
    await system.getByLabel('已经打印或抄录').check();
    await system.getByRole('button', { name: '进入平台' }).click();
    return found;
  });

  await test.step('nothing is open before the second factor', async () => {
    await expect(system.getByRole('heading', { name: '启用第二种验证方式' })).toBeVisible();
    expect((await system.request.get('/api/v1/accounts')).status()).toBe(401);
    await system.goto('/accounts');
    await expect(system.getByRole('heading', { name: '启用第二种验证方式' })).toBeVisible();
    await look(system, 'enrol');
    await enrolByPage(system);
    await expect(system.getByRole('heading', { level: 1, name: '账号' })).toBeVisible();
  });

  const security = await openAs(browser, url);
  await test.step('the security administrator sets a password, and signs in by a passkey', async () => {
    await activate(security, 'security', slips[0]!);
    await addAuthenticator(security);
    await expect(security.getByRole('heading', { name: '启用第二种验证方式' })).toBeVisible();
    await security.getByLabel('通行密钥的名字').fill('办公室电脑');
    await security.getByRole('button', { name: '新建通行密钥' }).click();
    await expect(security.getByRole('heading', { level: 1, name: '岗位授权' })).toBeVisible();
    await security.request.post('/api/v1/session/logout');
    for (let i = 0; i < 5; i++) expect((await security.request.post('/api/v1/session/login', { data: { login: 'security', password: 'a wrong password' } })).status()).toBe(422);
    expect((await security.request.post('/api/v1/session/login', { data: { login: 'security', password: PASSWORD } })).status()).toBe(429);
    await security.goto('/login');
    await look(security, 'log-in');
    await security.getByRole('button', { name: '用通行密钥登录' }).click();
    await expect(security.getByRole('heading', { level: 1, name: '岗位授权' })).toBeVisible();
  });

  const code = await test.step('an account is made; its code is shown once', async () => {
    await system.getByRole('button', { name: '新建账号' }).click();
    await system.getByLabel('姓名').fill('李娜');
    await system.getByLabel('登录名').fill('li.na');
    await system.getByLabel('单位').selectOption({ label: '泰兴高新区' });
    await look(system, 'new-account');
    await system.getByRole('button', { name: '建立账号' }).click();
    const shown = (await system.getByLabel('李娜的启用码').textContent())!;
    await look(system, 'account-code');
    await system.getByLabel('已经打印或抄录').check();
    await system.getByRole('button', { name: '回到账号' }).click();
    await expect(system.getByRole('row', { name: /李娜/ })).toContainText('未授权');
    await look(system, 'accounts');
    return shown;
  });

  await test.step('she is granted her post', async () => {
    await security.goto('/grants');
    await expect(security.getByText('个账号等待授权')).toBeVisible();
    await security.getByRole('button', { name: '给李娜授权' }).click();
    await security.getByRole('button', { name: '授予岗位' }).click();
    await expect(security.getByText('请选择岗位').last()).toBeVisible();
    await security.getByLabel('岗位', { exact: true }).selectOption({ label: '园区经办人' });
    await security.getByLabel('依据文件').fill('泰高新〔2026〕8号');
    await look(security, 'grant');
    await security.getByRole('button', { name: '授予岗位' }).click();
    await expect(security.getByRole('row', { name: /李娜/ })).toContainText('园区经办人');
    await look(security, 'grants');
    await look(await onPhone(security, '/grants'), 'grants');
    await security.getByRole('link', { name: '某一天' }).click();
    await expect(security.getByText('录入和更正').first()).toBeVisible();
    await look(security, 'grants-of-day');
  });

  const officer = await openAs(browser, url);
  await test.step('she sets her password and her authenticator app, and works', async () => {
    await activate(officer, 'li.na', code);
    await look(await onPhone(officer, '/login'), 'enrol');
    const app = await enrolByPage(officer);
    await expect(officer.getByRole('heading', { name: '今日要办' })).toBeVisible();
    await officer.getByRole('button', { name: /李娜/ }).click();
    await officer.getByRole('link', { name: '我的账号' }).click();
    await expect(officer.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
    await expect(officer.getByText('就是这里')).toBeVisible();
    await look(officer, 'me');
    await look(await onPhone(officer, '/me'), 'me');
    await logInAgain(officer, app);
  });

  await test.step('her post is taken away after a proof, and she is out at her next click', async () => {
    await letProofsLapse();
    await security.goto('/grants');
    await security.getByRole('button', { name: '收回李娜的岗位' }).click();
    await security.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
    await expect(security.getByRole('heading', { name: '再核对一次身份' })).toBeVisible();
    await look(security, 'step-up');
    await security.getByRole('button', { name: '用通行密钥' }).click();
    await expect(security.getByText('李娜的岗位已收回。')).toBeVisible();
    await officer.getByRole('link', { name: '项目台账' }).first().click();
    await expect(officer.getByRole('heading', { name: '登录' })).toBeVisible();
    await security.getByRole('link', { name: '历次' }).click();
    await expect(security.getByRole('row', { name: /李娜/ })).toContainText('钱守正');
    await look(security, 'grants-history');
    await security.goto('/security-profile');
    await expect(security.getByText('正在使用')).toBeVisible();
    await look(security, 'security-profile');
  });
});

async function setUp(page: Page): Promise<void> {
  const code = /口令 (\S+)/.exec(platform.said.join('\n'))![1]!;
  await page.goto('/setup');
  await page.getByRole('button', { name: '建立三位管理员' }).click();
  await expect(page.getByText('请填写安全管理员的姓名').first()).toBeVisible();
  await page.getByLabel('一次性口令').fill(code);
  await page.getByLabel('单位').selectOption({ label: '人才办' });
  for (const [section, name, login] of [['系统管理员', '周知远', 'system'], ['安全管理员', '钱守正', 'security'], ['审计管理员', '孙明察', 'audit']] as const) {
    await page.getByRole('region', { name: section }).getByLabel('姓名').fill(name);
    await page.getByRole('region', { name: section }).getByLabel('登录名').fill(login);
  }
  await page.locator('input[name=password]').fill(PASSWORD);
  await look(page, 'set-up');
  await page.getByRole('button', { name: '建立三位管理员' }).click();
  await expect(page.getByRole('heading', { name: '三位管理员已经建好' })).toBeVisible();
}

/** By the page: from the log-in to the account's own password. */
async function activate(page: Page, login: string, code: string): Promise<void> {
  await page.goto('/login');
  await page.getByRole('link', { name: '启用账号' }).click();
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('启用码').fill(code.toLowerCase());
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('input[name=again]').fill(PASSWORD);
  if (login === 'security') await look(page, 'activate');
  await page.getByRole('button', { name: '设定密码并登录' }).click();
  await expect(page.getByRole('heading', { name: '启用第二种验证方式' })).toBeVisible();
}

/** By the page: an authenticator app, from the seed that stands below the QR code. */
async function enrolByPage(page: Page): Promise<TOTP> {
  await page.getByRole('button', { name: '启用动态验证码' }).click();
  const secret = (await page.locator('.seed-code code').textContent())!.replaceAll(' ', '');
  await look(page, 'totp');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByRole('textbox', { name: '动态验证码' }).fill(app.generate());
  await page.getByRole('button', { name: '核对并启用' }).click();
  return app;
}

/** Out and in again by the page: password first, then the next code of the app. */
async function logInAgain(page: Page, app: TOTP): Promise<void> {
  await page.request.post('/api/v1/session/logout');
  await page.goto('/login');
  await page.getByLabel('登录名').fill('li.na');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { name: '第二步：核对身份' })).toBeVisible();
  await look(page, 'factor');
  // A code is good once, so this is the one after that of the set-up.
  await page.getByRole('textbox', { name: '动态验证码' }).fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await expect(page.getByRole('heading', { name: '今日要办' })).toBeVisible();
}

/** A software authenticator of the browser's own, which verifies its user. */
async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}

/** Six minutes pass for every proof that was given. */
async function letProofsLapse(): Promise<void> {
  const database = openDatabase(urlOf(Number(await readFile(join(platform.dataDir, 'pg.port'), 'utf8')), readPassword(platform.dataDir)!));
  await database.query("update session set proved_at = proved_at - interval '6 minutes'");
  await database.close();
}
