import type { Database, Queryable } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { checkLogin, makeAccount } from './new-account.ts';
import { loginKey } from './login-key.ts';
import { attemptOf, keepFailure, minutesWaiting } from './failure-store.ts';
import { tooMany } from './lockout.ts';
import { checkPassword, hashPassword } from './password.ts';
import { keepPassword } from './password-store.ts';
import { readProfile } from './profile.ts';
import { makeActivationCode } from './activation.ts';
import { insertGrant } from './grant-store.ts';
import { beginSession, handOver } from './sessions.ts';
import { hashSetupCode, newSetupCode } from './setup-code.ts';
import { deleteSetupCodes, findSetupCode, hasSystemAdmin, lockSetup, replaceSetupCode } from './store.ts';
import { type Role, roleLabels, SETUP_HOURS } from './terms.ts';
import { checkUnit, placeWords } from './units.ts';

/** What the three administrators are made from: the first sits at the screen, the others get a one-time code each. */
export interface SetupInput {
  readonly code: string;
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly unit: string;
  readonly security: { readonly login: string; readonly name: string };
  readonly audit: { readonly login: string; readonly name: string };
}

/** The codes with which the two other administrators set their passwords. Shown once. */
export interface SetupCodes {
  readonly security: string;
  readonly audit: string;
}

/** Whether the administrators are still to be made. A demonstration has accounts of its own. */
export async function isSetupNeeded(db: Queryable, demo: boolean): Promise<boolean> {
  return !demo && !(await hasSystemAdmin(db));
}

/**
 * At each start that is no demonstration: where nobody administers accounts, makes the one-time code in the place of any before.
 * @returns the code, to be printed and nothing else; good for 24 hours; undefined where administrators exist
 */
export async function prepareSetup(database: Database, now?: Date): Promise<string | undefined> {
  if (await hasSystemAdmin(database)) return undefined;
  const code = newSetupCode();
  const made = await write(database, { id: crypto.randomUUID(), account: null, body: ['prepareSetup'] }, async (tx) => {
    await lockSetup(tx);
    const needed = !(await hasSystemAdmin(tx));
    if (needed) await replaceSetupCode(tx, hashSetupCode(code), SETUP_HOURS, now);
    return { answer: needed, audit: [{ unit: null, action: 'setup:prepare', objectKind: 'setup', objectId: 'code', detail: { needed } }] };
  });
  return made ? code : undefined;
}

/**
 * Makes the three administrators by the one-time code, and signs the system administrator in, but for the second factor.
 * @throws Refusal 'not-found' once there is one; 'wrong-code', 'code-expired', 'unknown-unit', 'bad-login',
 *   'login-taken', 'weak-password', 'sign-in-again'
 */
export async function setUp(context: LedgerContext, input: SetupInput, now?: Date): Promise<SetupCodes> {
  const { database, ledger, clock } = context;
  const codeHash = hashSetupCode(input.code);
  const needed = await isSetupNeeded(database, context.demo);
  let passwordHash: string | undefined;
  if (needed) {
    for (const { login } of [input, input.security, input.audit]) checkLogin(login);
    await checkUnit(database, ledger.mechanism.pack, clock.today(), input.unit);
    checkPassword(input.password, input.login, placeWords(ledger.mechanism.pack), await readProfile(database));
    // Hashing costs a moment of the machine: only for who knows the code.
    if ((await findSetupCode(database, codeHash, now)) === 'good') passwordHash = await hashPassword(input.password);
  }
  let made: { token: string; codes: SetupCodes } | undefined;
  const attempt = attemptOf(undefined, context.caller?.source);
  const outcome = await write<'good' | 'expired' | 'unknown' | number>(database, { id: context.request, account: null, body: ['setUp', [input, input.security, input.audit].map((it) => loginKey(it.login)), input.unit] }, async (tx) => {
    await lockSetup(tx);
    if (!needed || (await hasSystemAdmin(tx))) throw new Refusal('not-found', '平台已经完成初始设置，请直接登录。');
    const { minutes, at } = await minutesWaiting(tx, attempt, now);
    if (minutes > 0) return { answer: minutes, audit: [{ unit: input.unit, action: 'setup:refuse', objectKind: 'setup', objectId: 'code', detail: { why: 'waits' } }] };
    const code = await findSetupCode(tx, codeHash, now);
    if (code !== 'good' || passwordHash === undefined) {
      await keepFailure(tx, attempt, at);
      return { answer: code === 'expired' ? code : 'unknown', audit: [{ unit: input.unit, action: 'setup:refuse', objectKind: 'setup', objectId: 'code', detail: { why: code } }] };
    }
    const { unit } = input;
    const administrator = async (role: Role, { login, name }: { login: string; name: string }): Promise<string> => {
      const id = await makeAccount(tx, { login, name, unit, passwordHash: null, post: roleLabels[role], demo: false });
      await insertGrant(tx, id, { role, unit, also: [], document: '初始设置' }, null);
      return id;
    };
    const system = await administrator('system-admin', input);
    await keepPassword(tx, system, passwordHash, now);
    const security = await administrator('security-admin', input.security);
    const auditing = await administrator('audit-admin', input.audit);
    await deleteSetupCodes(tx);
    made = {
      codes: { security: await makeActivationCode(tx, security, system), audit: await makeActivationCode(tx, auditing, system) },
      token: await beginSession(tx, system, { proved: false, before: context.token, now }),
    };
    const row = { unit, action: 'setup:use', objectKind: 'account' };
    return { answer: 'good', audit: [{ ...row, objectId: system, detail: { role: 'system-admin' } }, { ...row, objectId: security, detail: { role: 'security-admin' } }, { ...row, objectId: auditing, detail: { role: 'audit-admin' } }] };
  });
  if (typeof outcome === 'number') throw tooMany(outcome);
  if (outcome === 'expired') throw new Refusal('code-expired', '一次性口令已过期。请重新启动平台，使用新打印的口令。');
  if (outcome === 'unknown') throw new Refusal('wrong-code', '一次性口令不正确。请使用平台最近一次启动时打印的口令。');
  handOver(context, made?.token);
  return made!.codes;
}
