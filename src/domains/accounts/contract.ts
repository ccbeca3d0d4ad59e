import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done, named } from '../../kernel/wire.ts';
import { PASSWORD_LENGTH, roles } from './terms.ts';

const login = z.string().trim().min(2, '请填写登录名').max(64);
const password = z.string().min(PASSWORD_LENGTH, `密码至少 ${PASSWORD_LENGTH} 个字符`).max(200);
/** Text of one line: the database takes no NUL, and nobody wants the rest. */
const line = z.string().trim().max(64).regex(/^\P{Cc}*$/u, '不能含有控制字符');
const personName = line.min(1, '请填写姓名');

const accountView = z.object({ id: z.string(), login: z.string(), name: z.string(), unit: named, post: z.string(), role: z.enum(roles), disabled: z.boolean() });

const session = z.object({
  account: accountView.nullable(),
  /** What the account's role may do: rights with a scope other than none. */
  rights: z.array(z.string()),
  /** True until the first account was set up with the one-time code. */
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
  login: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/session/login', tags: ['accounts'] }).input(z.object({ login, password: z.string().min(1, '请填写密码').max(200) })).output(done),
  logout: endpoint.meta({ right: 'signed-in' }).route({ method: 'POST', path: '/session/logout', tags: ['accounts'] }).output(done),
  setUp: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/setup', tags: ['accounts'] }).input(z.object({ code: z.string().trim().min(1, '请填写启动时打印的一次性口令').max(200), login, password, name: personName, unit: z.string().min(1, '请选择单位') })).output(done),
  demoAccounts: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/demo/accounts', tags: ['accounts'] }).output(z.array(accountView)),
  enterDemo: endpoint.meta({ right: 'public' }).route({ method: 'POST', path: '/demo/enter', tags: ['accounts'] }).input(z.object({ account: z.uuid() })).output(done),
  list: endpoint.meta({ right: 'accounts:manage' }).route({ method: 'GET', path: '/accounts', tags: ['accounts'] }).output(z.array(accountView)),
  create: endpoint.meta({ right: 'accounts:manage' }).route({ method: 'POST', path: '/accounts', tags: ['accounts'] })
    .input(z.object({ login, name: personName, unit: z.string().min(1, '请选择单位'), post: line.default(''), role: z.enum(roles), password }))
    .output(z.object({ id: z.string() })),
  disable: endpoint.meta({ right: 'accounts:manage' }).route({ method: 'POST', path: '/accounts/{id}/disable', tags: ['accounts'] }).input(z.object({ id: z.uuid() })).output(done),
  units: endpoint.meta({ right: 'public' }).route({ method: 'GET', path: '/units', tags: ['units'] }).output(z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['park', 'township', 'department']) }))),
};
