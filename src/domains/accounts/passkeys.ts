import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { type Context, sessionOf } from '../../base/context.ts';
import { instant } from '../../base/clock.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { isChallenge, makeChallenge, useChallenge } from './challenges.ts';
import { findPasskey, insertPasskey, listPasskeys, usePasskey } from './factor-store.ts';
import { findLoginOf, holdUsable } from './password-store.ts';
import { beginSession, endOtherSessions, handOver, renewSession } from './sessions.ts';
import { closeIfStale } from './stale.ts';
import { STALE_DAYS } from './terms.ts';

/** ES256, EdDSA, RS256. */
const ALGORITHMS = [-7, -8, -257];
const SIGN_IN = 'sign-in';

/** What a browser sends of a passkey that was used, all parts in base64url. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly authenticatorData: string; readonly signature: string; readonly userHandle?: string | undefined };
}

/** What a browser sends of a passkey that was made. */
export interface NewPasskey {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
}

/** The address under which passkeys are made: its host is what they are bound to. */
function placeOf({ caller }: Pick<Context, 'caller'>): { origin: string; rpId: string } {
  const origin = caller?.origin;
  if (origin === undefined) throw new Refusal('no-passkeys', '平台还没有设定对外的网址，暂不能用通行密钥。请用动态验证码，或请运维人员设定 TANDEM_ORIGIN。');
  return { origin, rpId: new URL(origin).hostname };
}

/** What a browser is asked to sign for logging in, or before a sensitive act; whichever passkey it has for this place. */
export async function signInOptions(context: Context, now = new Date(instant())) {
  return generateAuthenticationOptions({ rpID: placeOf(context).rpId, challenge: makeChallenge(context.database, SIGN_IN, now), userVerification: 'required' });
}

/** What a browser makes a passkey by, for the account of the session. It has to ask for a PIN, a finger or a face. */
export async function enrolOptions(context: LedgerContext, now = new Date(instant())) {
  const { database, ledger } = context;
  const { account } = sessionOf(context);
  const { login } = (await findLoginOf(database, account))!;
  return generateRegistrationOptions({
    rpName: ledger.mechanism.pack.city.platform,
    rpID: placeOf(context).rpId,
    userName: login,
    userID: new TextEncoder().encode(account),
    challenge: makeChallenge(database, `enrol ${account}`, now),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (await listPasskeys(database, account)).map((it) => ({ id: it.id })),
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/**
 * Keeps a passkey that the browser made; the session is signed in in full by it, under a new token, and all others end.
 * @throws Refusal 'wrong-passkey'
 */
export async function addPasskey(context: Context, { name, passkey }: { name: string; passkey: NewPasskey }, now = new Date(instant())): Promise<void> {
  const { database } = context;
  const { account, unit } = sessionOf(context);
  const { origin, rpId } = placeOf(context);
  const wrong = new Refusal('wrong-passkey', '通行密钥没有建成，请重试，或改用动态验证码。');
  let challenge = '';
  const expectedChallenge = (it: string): boolean => isChallenge(database, `enrol ${account}`, (challenge = it), now);
  const { registrationInfo } = await verifyRegistrationResponse({
    response: { ...passkey, rawId: passkey.id, type: 'public-key', clientExtensionResults: {} },
    expectedChallenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => {
    throw wrong;
  });
  if (!registrationInfo) throw wrong;
  const { id, publicKey, counter } = registrationInfo.credential;
  let token: string | undefined;
  await write(database, { id: context.request, account, body: ['addPasskey', id, name] }, async (tx) => {
    if (!(await useChallenge(tx, challenge, now)) || !(await insertPasskey(tx, { id, account, publicKey, counter, name }))) throw wrong;
    token = await renewSession(tx, context.token, { proved: true, now });
    await endOtherSessions(tx, account, token);
    return { answer: { done: true as const }, audit: [{ unit, action: 'factors:add', objectKind: 'account', objectId: account, detail: { kind: 'passkey' } }] };
  });
  handOver(context, token);
}

/**
 * Checks what a passkey signed, before any transaction.
 * @param account whose it must be
 * @returns what is left to do inside the transaction: to spend the challenge and keep the counter; whether all was right
 */
export async function verifyPasskey(context: Context, passkey: PasskeyAnswer, account: string, now: Date): Promise<(tx: Transaction) => Promise<boolean>> {
  const { origin, rpId } = placeOf(context);
  const known = await findPasskey(context.database, passkey.id);
  if (!known || known.account !== account) return async () => false;
  let challenge = '';
  const answer = await verifyAuthenticationResponse({
    response: { ...passkey, response: { ...passkey.response, userHandle: passkey.response.userHandle as string }, rawId: passkey.id, type: 'public-key', clientExtensionResults: {} },
    expectedChallenge: (it) => isChallenge(context.database, SIGN_IN, (challenge = it), now),
    expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: true,
    credential: { id: known.id, publicKey: Uint8Array.from(known.publicKey), counter: known.counter },
  }).catch(() => undefined);
  if (!answer?.verified) return async () => false;
  const { newCounter } = answer.authenticationInfo;
  return async (tx) => (await useChallenge(tx, challenge, now)) && usePasskey(tx, known.id, newCounter);
}

/**
 * Logs in by a passkey alone: it is something one has and, by its PIN, finger or face, a second factor too. Wrong passwords
 * never make it wait, so nobody can keep a person out by guessing at their name.
 * @throws Refusal 'wrong-passkey', 'account-closed', 'sign-in-again'
 */
export async function signInByPasskey(context: Context, passkey: PasskeyAnswer, now = new Date(instant())): Promise<void> {
  const { database } = context;
  const account = (await findPasskey(database, passkey.id))?.account;
  const check = account === undefined ? undefined : await verifyPasskey(context, passkey, account, now);
  const login = account === undefined ? undefined : await findLoginOf(database, account);
  let token: string | undefined;
  const outcome = await write<'in' | 'wrong' | 'stale'>(database, { id: context.request, account: null, body: ['signInByPasskey', passkey.id, passkey.response.signature] }, async (tx) => {
    const row = { unit: login?.unit ?? null, objectKind: 'account', objectId: account ?? 'unknown' };
    if (!check || !login || !(await check(tx)) || !(await holdUsable(tx, login.id, context.demo))) return { answer: 'wrong', audit: [{ ...row, action: 'sessions:refuse', detail: { why: 'passkey' } }] };
    if (await closeIfStale(tx, login.id, now)) return { answer: 'stale', audit: [{ ...row, action: 'accounts:close-stale' }] };
    token = await beginSession(tx, login.id, { proved: true, before: context.token, now });
    return { answer: 'in', audit: [{ ...row, action: 'sessions:begin', detail: { by: 'passkey' } }] };
  });
  if (outcome === 'wrong') throw new Refusal('wrong-passkey', '这把通行密钥没有登记，或核对没有通过。请改用登录名和密码。');
  if (outcome === 'stale') throw new Refusal('account-closed', `这个账号超过 ${STALE_DAYS} 天没有使用，已经停用，请联系系统管理员重新开通。`);
  handOver(context, token);
}
