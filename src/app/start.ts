import { randomBytes } from 'node:crypto';
import { makeDemoAccounts } from '../domains/accounts/demo.ts';
import { prepareSetup } from '../domains/accounts/setup.ts';
import { loadDemonstration } from './demo/load.ts';
import { buildWeb } from './build-web.ts';
import { buildServer } from './http/server.ts';
import { openPlatform, type PlatformOptions } from './platform.ts';
import { leaveNote, removeNote } from './server-note.ts';
import { Worker } from './worker.ts';

export interface StartOptions extends PlatformOptions {
  readonly port: number;
  /** Loads a demonstration year and lets one choose a role; loopback only. */
  readonly demo: boolean;
}

export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the platform and serves it. @param say where to tell people what happens */
export async function start(options: StartOptions, say: (line: string) => void): Promise<Started> {
  await buildWeb(say);
  const platform = await openPlatform(options);
  const worker = new Worker(platform);
  try {
    if (options.demo) {
      await makeDemoAccounts(platform.database, platform.ledger.mechanism.pack, platform.clock.today());
      await loadDemonstration(platform, say);
    }
    const code = options.demo ? undefined : await prepareSetup(platform.database);
    const secret = randomBytes(32).toString('hex');
    const app = await buildServer({ platform, demo: options.demo, wakeWorker: () => worker.wake() }, secret);
    await app.listen({ port: options.port, host: options.demo ? '127.0.0.1' : (process.env['TANDEM_HOST'] ?? '127.0.0.1') });
    const address = app.server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;
    await leaveNote(options.dataDir, { url, secret });
    worker.wake();
    if (code !== undefined) say(`首次使用：请打开 ${url}/setup ，输入一次性口令 ${code} （24 小时内有效）建立第一个账号。`);
    return {
      url,
      stop: async () => {
        await removeNote(options.dataDir);
        await app.close();
        await worker.stop();
        await platform.close();
      },
    };
  } catch (error) {
    await worker.stop();
    await platform.close();
    throw error;
  }
}
