import { implement, ORPCError, traverseContractProcedures } from '@orpc/server';
import type { Right } from '../../base/rights.ts';
import { accountsHandlers } from '../../domains/accounts/handlers.ts';
import { awardsHandlers } from '../../domains/awards/handlers.ts';
import { boardHandlers } from '../../domains/board/handlers.ts';
import { importsHandlers } from '../../domains/imports/handlers.ts';
import { recordsHandlers } from '../../domains/records/handlers.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { EndpointRight } from '../../base/endpoint.ts';
import { contract } from '../contract.ts';
import { rights } from '../rights.ts';
import { asApiError } from './errors.ts';

const api = implement(contract).$context<LedgerContext>();

/** Asks the right that the contract names before the handler runs, and maps refusals once. */
const guard = api.middleware(async ({ context, next, procedure }) => {
  try {
    admit(context, procedure['~orpc'].meta.right);
    return await next();
  } catch (error) {
    throw inputError(error) ?? bug(asApiError(error), context.request);
  }
});

function admit(context: LedgerContext, right: EndpointRight | undefined): void {
  if (right === 'public') return;
  if (!context.actor) throw new Refusal('signed-out', '请先登录。');
  if (right === undefined) throw new Refusal('forbidden', '这个接口没有写明权限，不能使用。');
  if (right !== 'signed-in') context.rights.scope(context.actor, right);
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
  records: recordsHandlers,
  awards: awardsHandlers,
  imports: importsHandlers,
});

// A route without a right does not mount.
traverseContractProcedures({ router: contract, path: [] }, ({ contract: one, path }) => {
  const { right } = one['~orpc'].meta as { right?: EndpointRight };
  if (right === undefined || (right !== 'public' && right !== 'signed-in' && !rights.knows(right as Right))) throw new Error(`route ${path.join('.')} names no known right`);
});
