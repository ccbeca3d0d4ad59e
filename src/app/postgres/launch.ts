import { createServer, type AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../kernel/refusal.ts';
import { type Postmaster, dropStrangersPidFile, listening } from './postmaster.ts';
import { type Programs, HERE, ended, logSize, logTail, run } from './programs.ts';

const TICK_MS = 20;
const TRIES = 40;

/** Ends by themselves: a port that was just taken, and backends that outlive a killed server for a moment. */
const PASSING = /could not bind|shared memory block .* is still in use/s;

/**
 * Starts the server of a cluster on 127.0.0.1 and waits until it listens; it may still be replaying its
 * log then. Log-in is checked by password even from this machine.
 * @throws Refusal 'database-failed' with PostgreSQL's own words
 */
export async function launch(programs: Programs, dataDir: string, cluster: string): Promise<Postmaster> {
  let why = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    dropStrangersPidFile(cluster, programs.account);
    const port = await choosePort(dataDir);
    const from = logSize(programs.log);
    const addresses = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const child = run(programs, 'postgres', ['-D', HERE, ...addresses], cluster);
    let code: number | undefined;
    const end = ended(child).then((given) => (code = given));
    while (code === undefined) {
      const found = listening(cluster, child.pid);
      if (found) {
        child.unref();
        return found;
      }
      await Promise.race([sleep(TICK_MS), end]);
    }
    why = logTail(programs.log, from);
    if (!PASSING.test(why)) break;
    await sleep(250);
  }
  throw new Refusal('database-failed', `数据库不能启动：${why}。请按提示处理后再启动；完整记录在 ${programs.log}。`);
}

/** The port of the last time where it is free, so that people's tools stay connected; else a free one, remembered. */
async function choosePort(dataDir: string): Promise<number> {
  const file = join(dataDir, 'pg.port');
  let last = 0;
  try {
    last = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    // The first start.
  }
  const port = (last > 0 && last < 65_536 && (await tryPort(last))) || (await tryPort(0));
  if (!port) throw new Refusal('no-port', '本机（127.0.0.1）没有可用的端口。请关闭一些程序后再启动。');
  if (port !== last) writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
