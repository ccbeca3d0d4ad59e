import { randomBytes } from 'node:crypto';
import { Sealer } from '../base/audit-sealer.ts';
import { makeDemoAccounts } from '../domains/accounts/demo.ts';
import { keepRights } from '../domains/accounts/grant-store.ts';
import { prepareSetup } from '../domains/accounts/setup.ts';
import { Courier } from '../domains/integrations/courier.ts';
import { Outgoing } from '../domains/integrations/outgoing.ts';
import { targetRules } from '../domains/integrations/target.ts';
import { loadDemonstration } from './demo/load.ts';
import { buildWeb } from './build-web.ts';
import { buildServer } from './http/server.ts';
import { singleSignOnOfEnvironment } from './http/single-sign-on.ts';
import { openPlatform, type PlatformOptions } from './platform.ts';
import { rights } from './rights.ts';
import { leaveNote, removeNote } from './server-note.ts';
import { Worker } from './worker.ts';

export interface StartOptions extends PlatformOptions {
  readonly port: number;
  /** Loads a demonstration year and lets one choose a role; loopback only. */
  readonly demo: boolean;
}

export interface Started {
  readonly url: string;
  /** When the embedded database's process has ended; never where the database is a server of its own. */
  databaseEnded(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the platform and serves it. @param say where to tell people what happens */
export async function start(options: StartOptions, say: (line: string) => void): Promise<Started> {
  const rules = targetRules();
  const singleSignOn = options.demo ? undefined : singleSignOnOfEnvironment();
  await buildWeb(say);
  const platform = await openPlatform(options);
  const worker = new Worker(platform);
  const sealer = new Sealer(platform.database, platform.witnesses);
  const courier = new Courier(platform.database, new Outgoing(rules));
  try {
    await keepRights(platform.database, rights.rows());
    if (options.demo) {
      await makeDemoAccounts(platform.database, platform.ledger.mechanism.pack, platform.clock.today());
      await loadDemonstration(platform, say);
    }
    const code = options.demo ? undefined : await prepareSetup(platform.database);
    const secret = randomBytes(32).toString('hex');
    const app = await buildServer({ platform, demo: options.demo, singleSignOn, wakeWorker: () => worker.wake() }, secret);
    await app.listen({ port: options.port, host: options.demo ? '127.0.0.1' : (process.env['TANDEM_HOST'] ?? '127.0.0.1') });
    const address = app.server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;
    await leaveNote(options.dataDir, { url, secret });
    worker.wake();
    courier.begin();
    if (code !== undefined) say(`首次使用：请打开 ${url}/setup ，输入一次性口令 ${code} （24 小时内有效）建立三位管理员。`);
    return {
      url,
      databaseEnded: () => platform.databaseEnded?.() ?? new Promise(() => undefined),
      stop: async () => {
        await removeNote(options.dataDir);
        await app.close();
        await worker.stop();
        await courier.stop();
        await sealer.stop();
        await platform.close();
      },
    };
  } catch (error) {
    await worker.stop();
    await courier.stop();
    await sealer.stop();
    await platform.close();
    throw error;
  }
}
