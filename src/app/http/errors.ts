import { ORPCError } from '@orpc/server';
import { Refusal } from '../../kernel/refusal.ts';

/** What an answer says where it refuses: the code and sentence of the refusal, its clause, and further lines. */
export interface RefusalBody {
  readonly code: string;
  readonly message: string;
  readonly clause?: string | undefined;
  readonly details: readonly string[];
}

const STATUS: Record<string, number> = { 'signed-out': 401, 'half-signed-in': 401, 'step-up': 403, forbidden: 403, 'not-found': 404, stale: 409, 'too-many': 429, busy: 503 };

export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code] ?? 422;
}

export function bodyOf({ code, message, clause, details }: Refusal): RefusalBody {
  return { code, message, ...(clause !== undefined && { clause }), details };
}

/** A refusal as the surface answers it; anything else passes and is a bug. */
export function asApiError(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new ORPCError(error.code.toUpperCase().replaceAll('-', '_'), { status: statusOf(error), message: error.message, data: bodyOf(error) });
}

/**
 * What the plain surface answers for an error of the router: the same shape as everywhere. What the router itself says no to
 * (a body that is no JSON) is told without its own words.
 */
export function plainBodyOf(error: ORPCError<string, unknown>): object {
  const data = error.data as Partial<RefusalBody> | undefined;
  if (typeof data?.code === 'string') return data;
  return { code: error.status === 404 ? 'not-found' : 'bad-request', message: '请求的写法不对，请对照接口说明改正后重试。' };
}
