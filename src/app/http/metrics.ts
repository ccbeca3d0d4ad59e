import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sealState } from '../../base/audit-state.ts';
import { countWaiting } from '../../domains/integrations/delivery-store.ts';
import { derivationState } from '../../ledger/revision.ts';
import type { Platform } from '../platform.ts';
import { routeLabel } from './route-label.ts';

/** Seconds; the pages are built for answers under a tenth. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What one server measures of itself; labels hold routes, methods and states, never an id or a name. */
export function measure(app: FastifyInstance, platform: Platform): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({ name: 'tandem_http_request_duration_seconds', help: 'Answers by route template, method and status.', labelNames: ['method', 'route', 'status'], buckets: BUCKETS, registers: [register] });
  app.addHook('onResponse', async (request, reply) => durations.observe({ method: request.method, route: routeLabel(request), status: reply.statusCode }, reply.elapsedTime / 1000));
  gauge(register, 'tandem_database_connections', 'Connections of the pool by state.', 'state', async () => ({ ...platform.database.connections() }));
  gauge(register, 'tandem_audit_unsealed_seconds', 'Age of the oldest audit row without a seal, and of the oldest seal that a witness was not told; -1 where it cannot be read.', 'of', () => sealing(platform));
  gauge(register, 'tandem_waiting', 'What waits: confirmed imports, previews of decisions, subjects to derive again, messages to other systems; and webhooks that were given up.', 'what', () => waiting(platform));
  return register;
}

/** A gauge that is asked for at each scrape; where asking fails it has no value, which an alarm can name. */
function gauge(register: Registry, name: string, help: string, label: string, ask: () => Promise<Record<string, number>>): void {
  const made: Gauge = new Gauge({
    name, help, labelNames: [label], registers: [register],
    collect: async () => {
      made.reset();
      for (const [key, value] of Object.entries(await ask().catch(() => ({})))) made.set({ [label]: key }, value);
    },
  });
}

async function sealing({ database, witnesses }: Platform): Promise<Record<string, number>> {
  const { lagSeconds, witnessLagSeconds } = await sealState(database, witnesses);
  return { rows: lagSeconds, ...Object.fromEntries(witnessLagSeconds.map((lag, index) => [`witness-${index + 1}`, lag ?? -1])) };
}

async function waiting({ database }: Platform): Promise<Record<string, number>> {
  const { rows: [counted] } = await database.query<{ imports: number; previews: number }>(
    `select (select count(*)::int from import where state = 'running') as imports,
       (select count(*)::int from decision where seq is null and closed_as is null and preview_state in ('waiting', 'running')) as previews`,
  );
  const { running, done, total } = await derivationState(database);
  return { ...counted, subjects: running ? total - done : 0, ...(await countWaiting(database)) };
}
