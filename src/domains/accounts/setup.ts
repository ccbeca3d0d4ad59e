import type { Database, Queryable } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { checkLogin, makeAccount } from './new-account.ts';
import { loginKey } from './login-key.ts';
import { checkPassword, hashPassword } from './password.ts';
import { beginSession, handOver } from './sessions.ts';
import { hashSetupCode, newSetupCode } from './setup-code.ts';
import { deleteSetupCodes, findSetupCode, hasAccounts, lockSetup, replaceSetupCode } from './store.ts';
import { SETUP_HOURS } from './terms.ts';
import { checkUnit, placeWords } from './units.ts';

/** What the first account is made from. */
export interface SetupInput {
  readonly code: string;
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly unit: string;
}

/** Whether the first account is still to be made. A demonstration has accounts of its own. */
export async function isSetupNeeded(db: Queryable, demo: boolean): Promise<boolean> {
  return !demo && !(await hasAccounts(db));
}

/**
 * At each start that is no demonstration: where no account exists, makes the one-time code in the place of any before.
 * @returns the code, to be printed and nothing else; good for 24 hours; undefined where accounts exist
 */
export async function prepareSetup(database: Database, now?: Date): Promise<string | undefined> {
  if (await hasAccounts(database)) return undefined;
  const code = newSetupCode();
  const made = await write(database, { id: crypto.randomUUID(), account: null, body: ['prepareSetup'] }, async (tx) => {
    await lockSetup(tx);
    const needed = !(await hasAccounts(tx));
    if (needed) await replaceSetupCode(tx, hashSetupCode(code), SETUP_HOURS, now);
    return { answer: needed, audit: [{ unit: null, action: 'setup:prepare', objectKind: 'setup', objectId: 'code', detail: { needed } }] };
  });
  return made ? code : undefined;
}

/**
 * Makes the first account, of the talent office, by the one-time code, and signs it in.
 * @throws Refusal 'not-found' once an account exists; 'wrong-code', 'code-expired', 'unknown-unit', 'bad-login',
 *   'login-taken', 'weak-password', 'sign-in-again'
 */
export async function setUp(context: LedgerContext, input: SetupInput, now?: Date): Promise<void> {
  const { database, ledger, clock } = context;
  const codeHash = hashSetupCode(input.code);
  const needed = await isSetupNeeded(database, context.demo);
  let passwordHash: string | undefined;
  if (needed) {
    checkLogin(input.login);
    await checkUnit(database, ledger.mechanism.pack, clock.today(), input.unit);
    checkPassword(input.password, input.login, placeWords(ledger.mechanism.pack));
    // Hashing costs a moment of the machine: only for who knows the code.
    if ((await findSetupCode(database, codeHash, now)) === 'good') passwordHash = await hashPassword(input.password);
  }
  let token: string | undefined;
  const outcome = await write(database, { id: context.request, account: null, body: ['setUp', loginKey(input.login), input.unit] }, async (tx) => {
    await lockSetup(tx);
    if (!needed || (await hasAccounts(tx))) throw new Refusal('not-found', '平台已经完成初始设置，请直接登录。');
    const code = await findSetupCode(tx, codeHash, now);
    if (code !== 'good' || passwordHash === undefined) {
      return { answer: code === 'expired' ? code : 'unknown', audit: [{ unit: input.unit, action: 'setup:refuse', objectKind: 'setup', objectId: 'code', detail: { why: code } }] };
    }
    const { login, name, unit } = input;
    const id = await makeAccount(tx, { login, name, unit, passwordHash, post: '', role: 'talent-office', demo: false });
    await deleteSetupCodes(tx);
    token = await beginSession(tx, id, context.token, now);
    return { answer: 'good', audit: [{ unit, action: 'setup:use', objectKind: 'account', objectId: id, detail: { role: 'talent-office' } }] };
  });
  if (outcome === 'expired') throw new Refusal('code-expired', '一次性口令已过期。请重新启动平台，使用新打印的口令。');
  if (outcome === 'unknown') throw new Refusal('wrong-code', '一次性口令不正确。请使用平台最近一次启动时打印的口令。');
  handOver(context, token);
}
