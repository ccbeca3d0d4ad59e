import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sealState } from '../../base/audit-state.ts';
import { readMigrations } from '../../base/migrate.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { derivationState } from '../../ledger/revision.ts';
import type { Platform } from '../platform.ts';
import { measure } from './metrics.ts';

const PATIENCE_MS = 3_000;
/** Any of these says that somebody stands between us and the caller. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'];

/**
 * `/healthz`: the process and its database answer. `/readyz`: the schema is this program's and the audit's seal is not late;
 * it also says whether figures are being derived again. `/metrics`: Prometheus text, for callers on this machine, or with the
 * token of `TANDEM_METRICS_TOKEN`. None of them holds anything about persons or records.
 */
export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  const register = measure(app, platform);
  app.get('/healthz', async (_request, reply) => {
    const ok = await inTime(platform.database.query('select 1')).then(() => true, () => false);
    return reply.status(ok ? 200 : 503).send({ ok });
  });
  app.get('/readyz', async (_request, reply) => {
    const state = await inTime(readiness(platform)).catch(() => ({ ready: false, database: false }));
    return reply.status(state.ready ? 200 : 503).send(state);
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request)) throw new Refusal('not-found', '没有这个地址。');
    return reply.type(register.contentType).send(await register.metrics());
  });
}

async function readiness({ database, witnesses }: Platform): Promise<{ ready: boolean; [of: string]: unknown }> {
  const { rows } = await database.query<{ name: string }>('select name from migration');
  const own = (await readMigrations()).map((it) => it.name);
  const migrated = own.length === rows.length && own.every((it) => rows.some((row) => row.name === it));
  const { late, lagSeconds } = await sealState(database, witnesses);
  return { ready: migrated && !late, database: true, migrated, derivation: await derivationState(database), audit: { late, lagSeconds } };
}

function mayRead(request: FastifyRequest): boolean {
  const token = process.env['TANDEM_METRICS_TOKEN'] ?? '';
  const [shown, wanted] = [Buffer.from(request.headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  if (token !== '' && shown.length === wanted.length && timingSafeEqual(shown, wanted)) return true;
  const caller = request.socket.remoteAddress ?? '';
  return /^(::ffff:)?127\.|^::1$/.test(caller) && FORWARDED.every((it) => request.headers[it] === undefined);
}

/** A database that does not answer is a no, not a page that hangs. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
