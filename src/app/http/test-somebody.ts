import type { FastifyInstance } from 'fastify';
import { withLedger } from '../../../tests/database.ts';
import { clock } from '../../base/clock.ts';
import { transact } from '../../base/transaction.ts';
import { insertGrant } from '../../domains/accounts/grant-store.ts';
import { makeAccount } from '../../domains/accounts/new-account.ts';
import { beginSession } from '../../domains/accounts/sessions.ts';
import { COOKIE, type Role } from '../../domains/accounts/terms.ts';
import { ROOT } from '../platform.ts';
import { buildServer } from './server.ts';

/** A server, and the cookie of somebody who is signed in to it. */
export function withSomebody(role: Role, work: (app: FastifyInstance, cookie: string) => Promise<void>): Promise<void> {
  return withLedger('taixing', async (test) => {
    const platform = { database: test.database, ledger: test.ledger, clock: clock('2026-03-05'), dataDir: '/nowhere', witnesses: [], packDir: `${ROOT}packs/taixing`, close: async () => undefined };
    const app = await buildServer({ platform, demo: false, wakeWorker: () => undefined }, 'secret');
    const token = await transact(test.database, async (tx) => {
      const account = await makeAccount(tx, { login: 'somebody', name: '李娜', passwordHash: null, unit: 'gaoxinqu', post: '', demo: false });
      await insertGrant(tx, account, { role, unit: 'gaoxinqu', also: [], document: '' }, null);
      return beginSession(tx, account, { proved: true });
    });
    await work(app, `${COOKIE}=${token}`).finally(() => app.close());
  });
}
