import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { dayText, done, named } from '../../kernel/wire.ts';
import { PASSWORD_MOST, profileIds, roles } from './terms.ts';

const login = z.string().trim().min(2, '请填写登录名').max(64);
/** How long and of what a password must be is the profile's to say. */
const password = z.string().min(1, '请填写新密码').max(PASSWORD_MOST, `密码至多 ${PASSWORD_MOST} 个字符`);
const oldPassword = z.string().min(1, '请填写密码').max(PASSWORD_MOST);
const sixDigits = z.string().transform((it) => it.normalize('NFKC').replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/, '动态验证码是六位数字'));
/** Text of one line: the database takes no NUL, and nobody wants the rest. */
const line = z.string().trim().max(64).regex(/^\P{Cc}*$/u, '不能含有控制字符');
const personName = line.min(1, '请填写姓名');

const accountView = z.object({ id: z.string(), login: z.string(), name: z.string(), unit: named, post: z.string(), role: z.enum(roles).nullable(), disabled: z.boolean(), /** Logged in to by the city's single sign-on; it has no password. */ linked: z.boolean() });
const first = z.object({ login, name: personName });
/** Null where the request was a repetition: the code went out with the first answer only. */
const codeAnswer = z.object({ id: z.string(), code: z.string().nullable() });
const unitId = z.string().min(1, '请选择单位').max(64);

/** Bytes as browsers write them. */
const base64url = z.string().regex(/^[\w-]+$/).max(16_384);
/** What a browser answers of a passkey; whatever else it tells is not read. */
const passkeyAnswer = z.object({ id: base64url, response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }) });
const newPasskey = z.object({ id: base64url, response: z.object({ clientDataJSON: base64url, attestationObject: base64url }) });
/** Options for a browser's passkeys, as WebAuthn defines them. */
const passkeyOptions = z.looseObject({ challenge: z.string() });

const grantView = z.object({
  id: z.string(),
  account: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  unit: named,
  also: z.array(named),
  document: z.string(),
  /** Null: the platform itself, at set-up. */
  grantedBy: z.string().nullable(),
  grantedAt: z.string(),
  endedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  rights: z.array(z.object({ right: z.string(), label: z.string(), reach: z.string() })),
});

const me = z.object({
  password: z.object({ setAt: z.string().nullable(), daysLeft: z.number().nullable() }),
  /** Null without an authenticator app. */
  totpSince: z.string().nullable(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), madeAt: z.string(), usedAt: z.string().nullable() })),
  sessions: z.array(z.object({ beganAt: z.string(), seenAt: z.string(), current: z.boolean() })),
  grants: z.array(grantView),
});

const session = z.object({
  account: accountView.nullable(),
  /** How far a log-in under way has come; null without one, and when it is done. */
  stage: z.enum(['factor', 'password', 'enrol']).nullable(),
  /** For the forms that set one. */
  passwordRules: z.object({ length: z.number(), classes: z.number() }),
  /** Days until one's password must be changed, told in the last week. */
  passwordDaysLeft: z.number().nullable(),
  /** Whether the platform is reached at an address that passkeys can be bound to. */
  passkeys: z.boolean(),
  /** Whether one may log in by the city's single sign-on: at `/sso/login`. */
  singleSignOn: z.boolean(),
  /** What the account's role may do: rights with a scope other than none. */
  rights: z.array(z.string()),
  /** True until the administrators were made with the one-time code. */
  setupNeeded: z.boolean(),
  /** Demonstration: one may choose a role to look through. */
  demo: z.boolean(),
  city: named,
  platform: z.string(),
  today: z.string(),
  /** Years that have figures, newest first; this year always. */
  years: z.array(z.number()),
});

export const accountsContract = {
  session: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/session', tags: ['accounts'] }).output(session),
  login: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/session/login', tags: ['accounts'] }).input(z.object({ login, password: oldPassword })).output(done),
  logout: endpoint.meta({ right: 'half-signed-in', stages: ['factor', 'password', 'enrol', 'full'] }).route({ method: 'POST', path: '/session/logout', tags: ['accounts'] }).output(done),
  setUp: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/setup', tags: ['accounts'] }).input(z.object({ code: z.string().trim().min(1, '请填写启动时打印的一次性口令').max(200), login, password, name: personName, unit: unitId, security: first, audit: first }))
    .output(z.object({ security: z.string(), audit: z.string() })),
  activate: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/session/activate', tags: ['accounts'] })
    .input(z.object({ login, code: z.string().trim().min(1, '请填写启用码').max(200), password })).output(done),
  /** What a passkey is asked, for logging in by it and before sensitive acts. */
  passkeyOptions: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/session/passkey', tags: ['accounts'] }).output(passkeyOptions),
  passkeyLogin: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/session/passkey', tags: ['accounts'] }).input(z.object({ passkey: passkeyAnswer })).output(done),
  /** The second factor: after the password, or again before a sensitive act. */
  prove: endpoint.meta({ right: 'half-signed-in', stages: ['factor', 'full'] }).route({ method: 'POST', path: '/session/proof', tags: ['accounts'] })
    .input(z.union([z.object({ code: sixDigits }), z.object({ passkey: passkeyAnswer })])).output(done),
  me: endpoint.meta({ right: 'signed-in' }).route({ method: 'GET', path: '/me', tags: ['accounts'] }).output(me),
  changePassword: endpoint.meta({ right: 'half-signed-in', stages: ['password', 'full'] }).route({ method: 'POST', path: '/me/password', tags: ['accounts'] }).input(z.object({ current: oldPassword, password })).output(done),
  /** Null where the request was a repetition: the seed went out with the first answer only. */
  beginTotp: endpoint.meta({ right: 'half-signed-in', stages: ['enrol', 'full'], stepUp: true }).route({ method: 'POST', path: '/me/totp', tags: ['accounts'] })
    .output(z.object({ shown: z.object({ uri: z.string(), secret: z.string() }).nullable() })),
  confirmTotp: endpoint.meta({ right: 'half-signed-in', stages: ['enrol', 'full'], stepUp: true }).route({ method: 'POST', path: '/me/totp/confirm', tags: ['accounts'] }).input(z.object({ code: sixDigits })).output(done),
  newPasskeyOptions: endpoint.meta({ right: 'half-signed-in', stages: ['enrol', 'full'] }).route({ method: 'GET', path: '/me/passkeys/options', tags: ['accounts'] }).output(passkeyOptions),
  addPasskey: endpoint.meta({ right: 'half-signed-in', stages: ['enrol', 'full'], stepUp: true }).route({ method: 'POST', path: '/me/passkeys', tags: ['accounts'] })
    .input(z.object({ name: line.min(1, '请给通行密钥起个名字'), passkey: newPasskey })).output(done),
  removePasskey: endpoint.meta({ right: 'signed-in', stepUp: true }).route({ method: 'POST', path: '/me/passkeys/remove', tags: ['accounts'] }).input(z.object({ id: base64url })).output(done),
  endOtherSessions: endpoint.meta({ right: 'signed-in' }).route({ method: 'POST', path: '/me/sessions/end', tags: ['accounts'] }).output(z.object({ ended: z.number() })),
  demoAccounts: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/demo/accounts', tags: ['accounts'] }).output(z.array(accountView)),
  enterDemo: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/demo/enter', tags: ['accounts'] }).input(z.object({ account: z.uuid() })).output(done),
  list: endpoint.meta({ right: 'accounts:read' }).route({ method: 'GET', path: '/accounts', tags: ['accounts'] }).output(z.array(accountView)),
  create: endpoint.meta({ right: 'accounts:manage' }).route({ method: 'POST', path: '/accounts', tags: ['accounts'] })
    .input(z.object({ login, name: personName, unit: unitId, post: line.default('') })).output(codeAnswer),
  renewCode: endpoint.meta({ right: 'accounts:manage', stepUp: true }).route({ method: 'POST', path: '/accounts/{id}/code', tags: ['accounts'] }).input(z.object({ id: z.uuid() })).output(codeAnswer),
  disable: endpoint.meta({ right: 'accounts:manage', stepUp: true }).route({ method: 'POST', path: '/accounts/{id}/disable', tags: ['accounts'] }).input(z.object({ id: z.uuid() })).output(done),
  reopen: endpoint.meta({ right: 'accounts:manage', stepUp: true }).route({ method: 'POST', path: '/accounts/{id}/reopen', tags: ['accounts'] }).input(z.object({ id: z.uuid() })).output(codeAnswer),
  link: endpoint.meta({ right: 'accounts:manage', stepUp: true }).route({ method: 'POST', path: '/accounts/{id}/single-sign-on', tags: ['accounts'] })
    .input(z.object({ id: z.uuid(), /** The person's id at the provider. */ subject: z.string().trim().min(1, '请填写统一认证的人员编号').max(255).regex(/^\P{Cc}*$/u, '不能含有控制字符') })).output(done),
  unlink: endpoint.meta({ right: 'accounts:manage', stepUp: true }).route({ method: 'POST', path: '/accounts/{id}/single-sign-on/end', tags: ['accounts'] }).input(z.object({ id: z.uuid() })).output(codeAnswer),
  grants: endpoint.meta({ right: 'grants:read' }).route({ method: 'GET', path: '/grants', tags: ['grants'] })
    .input(z.object({ /** Those that stood at the end of this day; absent: all that ever were. */ on: dayText.optional() })).output(z.array(grantView)),
  /** Accounts with what they hold, for who grants. */
  grantees: endpoint.meta({ right: 'grants:make' }).route({ method: 'GET', path: '/grants/accounts', tags: ['grants'] }).output(z.array(accountView)),
  grant: endpoint.meta({ right: 'grants:make', stepUp: true }).route({ method: 'POST', path: '/accounts/{account}/grant', tags: ['grants'] })
    .input(z.object({ account: z.uuid(), role: z.enum(roles), unit: unitId, also: z.array(unitId).max(50).default([]), document: line.default('') })).output(done),
  takeRole: endpoint.meta({ right: 'grants:make', stepUp: true }).route({ method: 'POST', path: '/accounts/{account}/grant/end', tags: ['grants'] }).input(z.object({ account: z.uuid() })).output(done),
  clearFactors: endpoint.meta({ right: 'factors:clear', stepUp: true }).route({ method: 'POST', path: '/accounts/{account}/factors/clear', tags: ['grants'] }).input(z.object({ account: z.uuid() })).output(done),
  profiles: endpoint.meta({ right: 'profile:read' }).route({ method: 'GET', path: '/security-profile', tags: ['grants'] })
    .output(z.object({ profile: z.enum(profileIds), history: z.array(z.object({ profile: z.enum(profileIds), reason: z.string(), by: z.string(), at: z.string() })) })),
  chooseProfile: endpoint.meta({ right: 'profile:choose', stepUp: true }).route({ method: 'POST', path: '/security-profile', tags: ['grants'] })
    .input(z.object({ profile: z.enum(profileIds), reason: line.min(1, '请写明切换的原因或依据') })).output(done),
  units: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/units', tags: ['units'] }).output(z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['park', 'township', 'department']) }))),
};
