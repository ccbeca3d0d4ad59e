import { implement, ORPCError, traverseContractProcedures } from '@orpc/server';
import { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { Right } from '../../base/rights.ts';
import { accountsHandlers } from '../../domains/accounts/handlers.ts';
import { auditHandlers } from '../../domains/audit/handlers.ts';
import { awardsHandlers } from '../../domains/awards/handlers.ts';
import { boardHandlers } from '../../domains/board/handlers.ts';
import { dayHandlers } from '../../domains/day/handlers.ts';
import { decisionsHandlers } from '../../domains/decisions/handlers.ts';
import { deskHandlers } from '../../domains/desk/handlers.ts';
import { draftsHandlers } from '../../domains/drafts/handlers.ts';
import { exportsHandlers } from '../../domains/exports/handlers.ts';
import { holdingsHandlers } from '../../domains/holdings/handlers.ts';
import { importsHandlers } from '../../domains/imports/handlers.ts';
import { integrationsHandlers } from '../../domains/integrations/handlers.ts';
import { personsHandlers } from '../../domains/persons/handlers.ts';
import { readListed } from '../../domains/records/each-listed.ts';
import { projectsHandlers } from '../../domains/projects/handlers.ts';
import { recordsHandlers } from '../../domains/records/handlers.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Stage } from '../../base/context.ts';
import type { EndpointMeta, EndpointRight } from '../../base/endpoint.ts';
import { contract } from '../contract.ts';
import { dayPort } from '../day-port.ts';
import { recordsPort } from '../records-port.ts';
import { rights } from '../rights.ts';
import { asApiError } from './errors.ts';
import { refuseUnstorable } from './storable.ts';

// What a schema says no to is told in Chinese where the contract has no sentence of its own.
z.config(zhCN());

const api = implement(contract).$context<LedgerContext>();

/** Asks the right that the contract names before the handler runs, and maps refusals once. */
const guard = api.middleware(async ({ context, next, procedure }, input) => {
  try {
    admit(context, procedure['~orpc'].meta);
    refuseUnstorable(input);
    return await next();
  } catch (error) {
    throw inputError(error) ?? bug(asApiError(error), context.request);
  }
});

function admit(context: LedgerContext, { right, stages, stepUp }: EndpointMeta): void {
  if (right === 'public') return;
  const session = context.caller?.session;
  const stage = session?.stage;
  if (right === 'half-signed-in') {
    if (!stage || !stages?.includes(stage)) throw notYet(stage);
  } else {
    if (!context.actor) throw notYet(stage);
    if (right === undefined) throw new Refusal('forbidden', '这个接口没有写明权限，不能使用。');
    if (right !== 'signed-in') context.rights.scope(context.actor, right);
    else if (!session) throw new Refusal('forbidden', '这个接口是本人登录后用的，令牌不能使用。');
  }
  // Whoever sets up a first factor has none to show.
  if (stepUp && stage !== 'enrol' && !context.demo && !session?.proved) throw new Refusal('step-up', `这一步要再核对一次身份，请用动态验证码或通行密钥核对后继续。`);
}

/** Why a session that is under way, or none, does not lead here. */
function notYet(stage: Stage | undefined): Refusal {
  if (stage === undefined || stage === 'full') return new Refusal('signed-out', '请先登录。');
  const next = { factor: '请先填动态验证码或使用通行密钥，完成登录。', password: '密码已到期，请先更换密码。', enrol: '请先启用动态验证码或通行密钥。' };
  return new Refusal('half-signed-in', next[stage]);
}

/** What is no answer of ours is a bug: its place is logged (its message may hold personal data), and the id is told. */
function bug(error: unknown, request: string): unknown {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  console.error(`[${request}]`, (error as Error).stack?.split('\n').slice(1, 8).join('\n'));
  const message = `系统出错了，您填写的内容没有丢失，请稍后重试。如仍不行，请把编号 ${request} 告诉管理员。`;
  return new ORPCError('BUG', { status: 500, message, data: { code: 'bug', message, requestId: request } });
}

/** Input that does not fit its schema: the first complaint as the sentence, all of them beside it. */
function inputError(error: unknown): ORPCError<string, unknown> | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const issues = (error.data as { issues?: { message: string; path?: PropertyKey[] }[] } | undefined)?.issues ?? [];
  const message = issues[0]?.message ?? '提交的内容不完整，请检查后重试。';
  return new ORPCError('BAD_INPUT', { status: 400, message, data: { code: 'bad-input', message, issues: issues.map(({ path, message: said }) => ({ path, message: said })) } });
}

export const router = api.use(guard).router({
  accounts: accountsHandlers,
  board: boardHandlers,
  decisions: decisionsHandlers,
  records: recordsHandlers,
  projects: projectsHandlers(recordsPort),
  drafts: draftsHandlers,
  desk: deskHandlers,
  day: dayHandlers(dayPort),
  persons: personsHandlers,
  awards: awardsHandlers,
  holdings: holdingsHandlers,
  imports: importsHandlers,
  exports: exportsHandlers(readListed),
  audit: auditHandlers,
  integrations: integrationsHandlers,
});

const OPEN: readonly EndpointRight[] = ['public', 'signed-in', 'half-signed-in'];

// A route without a right does not mount.
traverseContractProcedures({ router: contract, path: [] }, ({ contract: one, path }) => {
  const { right } = one['~orpc'].meta as EndpointMeta;
  if (right === undefined || (!OPEN.includes(right) && !rights.knows(right as Right))) throw new Error(`route ${path.join('.')} names no known right`);
});
