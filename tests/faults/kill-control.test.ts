import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lostWrites } from './oracle.ts';
import { command, onDataFolder, type RunningPlatform } from './running-platform.ts';
import { SentWrites } from './sent-writes.ts';
import { enterWriters, writeAll } from './writers.ts';

const TRIES = 10;
const ACKNOWLEDGED = 40;
const OFF = 'synchronous_commit = off';

/**
 * The same people, the same kill and the same oracle, on a database that acknowledges before it has written: shows that a loss
 * would be seen. The platform refuses such a server when it starts, so the setting is changed while it runs and taken away
 * before it is started again.
 */
it('the oracle sees what is lost where the database acknowledges too early (synchronous_commit = off)', { timeout: 300_000 }, () => onDataFolder(async (start, dataDir) => {
  const settings = join(dataDir, 'pg/postgresql.auto.conf');
  let platform = await start();
  const writers = await enterWriters(platform.url);
  let lost: string[] = [];
  let acknowledged = 0;
  for (let tries = 0; tries < TRIES && lost.length === 0; tries++) {
    for (const client of Object.values(writers)) client.url = platform.url;
    const safe = await readFile(settings, 'utf8');
    await appendFile(settings, `${OFF}\n`);
    await reload(platform);
    const sent = new SentWrites();
    const { end } = writeAll(writers, sent, false);
    await Promise.race([sent.reach(ACKNOWLEDGED), end]);
    sent.dying = true;
    await platform.kill('both');
    await end;
    expect(command(dataDir, 'audit'), 'the platform does not start on it').toMatchObject({ exit: 1, text: expect.stringContaining('synchronous_commit') });
    await writeFile(settings, safe);
    platform = await start();
    const db = platform.openAsOwner();
    lost = await lostWrites(db, sent.acknowledged());
    acknowledged += sent.acknowledged().length;
    await db.close();
  }
  console.log(`control: ${lost.length} of ${acknowledged} acknowledged writes lost, and seen`);
  expect(lost.length).toBeGreaterThan(0);
}));

async function reload(platform: RunningPlatform): Promise<void> {
  const db = platform.openAsOwner();
  try {
    await db.query('select pg_reload_conf()');
    for (;;) {
      const { rows } = await db.query<{ it: string }>("select current_setting('synchronous_commit') as it");
      if (rows[0]!.it === 'off') return;
    }
  } finally {
    await db.close();
  }
}
