import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Browser, employ, refusalOf, withAdmin } from './fixture.ts';
import { grantRole, takeRole } from './grants.ts';
import { logIn } from './log-in.ts';
import { accountsRights } from './rights.ts';
import { administrators, type Role, roles } from './terms.ts';

const BUSINESS = roles.filter((it) => !(administrators as readonly Role[]).includes(it));

it('no administrator shares a right with another or with business', () => {
  for (const [right, reach] of Object.entries(accountsRights)) {
    const holders = administrators.filter((it) => reach[it]);
    expect(holders.length, right).toBeLessThan(2);
    // Who only watches may read what an administrator writes.
    if (holders.length > 0) expect(BUSINESS.filter((it) => reach[it]).every((it) => it === 'audit-observer' && right.endsWith(':read')), right).toBe(true);
  }
});

it('after each of 1,000 random edits of roles everybody holds one at most, and no administration is empty', () => withAdmin(async (test, admin) => {
  const accounts: string[] = (await test.database.query<{ id: string }>('select id from account')).rows.map((it) => it.id);
  for (let i = 0; i < 4; i++) accounts.push((await employ(test, admin, { login: `someone-${i}`, name: '李娜', unit: 'rencaiban', role: i === 0 ? 'security-admin' : 'office-handler' })).account);
  const edits = fc.sample(fc.record({ by: fc.nat(), account: fc.nat(), role: fc.constantFrom<Role | null>(null, ...administrators, ...administrators, 'office-handler', 'talent-office') }), { numRuns: 1000, seed: 3 });
  const context = await admin.context();
  let done = 0;
  for (const { by, account: at, role } of edits) {
    const { rows: granters } = await test.database.query<{ id: string }>("select account_id as id from role_grant where role = 'security-admin' and ended_at is null order by id");
    const granter = granters[by % granters.length]!.id;
    const account = accounts[at % accounts.length]!;
    const own = { ...context, request: crypto.randomUUID(), actor: { account: granter, unit: 'rencaiban', units: ['rencaiban'], role: 'security-admin' } };
    const answer = await refusalOf(role ? grantRole(own, account, { role, unit: 'rencaiban', also: [], document: '任职文件' }) : takeRole(own, account));
    if (account === granter) expect(answer).toBe('own-account');
    else expect(['done', 'last-administrator']).toContain(answer);
    if (answer === 'done') done++;
    const { rows } = await test.database.query<{ account_id: string; role: Role }>('select account_id, role from role_grant where ended_at is null');
    expect(new Set(rows.map((it) => it.account_id)).size).toBe(rows.length);
    for (const it of administrators) expect(rows.some((row) => row.role === it), it).toBe(true);
  }
  expect(done).toBeGreaterThan(500);
}), 120_000);

/** What comes with other products, and what people make of their own. */
function defaultPairs(): [string, string][] {
  const logins = ['admin', 'administrator', 'root', 'system', 'sys', 'sysadmin', 'superadmin', 'super', 'ruoyi', 'jeecg', 'nacos', 'test', 'guest', 'user', 'demo', 'tandem', 'security', 'audit', 'secadmin', 'auditadmin', 'taixing', 'rencaiban', 'shangwuju', 'postgres', 'manager'];
  const passwords = ['admin', '123456', 'admin123', 'password', 'root', '12345678', 'admin@123', 'Admin@123', 'ruoyi', 'nacos', '888888', '000000', 'P@ssw0rd', 'Aa123456', 'qwe123', 'test', 'guest', '1qaz@WSX', 'tandem', ''];
  return logins.flatMap((login) => passwords.map((password): [string, string] => [login, password]));
}

it('500 pairs of default names and passwords sign nobody in, and no account comes with the product', () => withAdmin(async (test) => {
  const pairs = defaultPairs();
  expect(pairs).toHaveLength(500);
  const answers = new Map<string, number>();
  for (let from = 0; from < pairs.length; from += 20) {
    // From many addresses and past every wait, so that each pair is really tried.
    await test.database.query('delete from login_failure');
    await Promise.all(pairs.slice(from, from + 20).map(async ([login, password], n) => {
      const browser = new Browser(test);
      browser.source = `192.0.2.${n}`;
      const answer = await refusalOf(logIn(await browser.context(), { login, password }, new Date(Date.now() + n * 3_600_000)));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }));
  }
  expect([...answers]).toEqual([['wrong-login', 500]]);
}), 120_000);
