import { join, resolve } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';
import type { PlatformOptions } from '../platform.ts';
import { accountFor } from '../postgres/account.ts';
import { urlOf } from '../postgres/answer.ts';
import { hasCluster } from '../postgres/existing.ts';
import { readPassword } from '../postgres/password.ts';
import { findPostmaster } from '../postgres/postmaster.ts';
import { refuseDefaultSecret } from '../postgres/secret.ts';
import { startEmbeddedPostgres } from '../postgres/start.ts';

/** Where a platform's data are. */
export type Place = Pick<PlatformOptions, 'dataDir' | 'databaseUrl'>;

/** Gives `work` the owner's log-in to a platform's database: beside the platform where it runs, else started for the while. */
export async function besidePlatform<T>(place: Place, work: (url: string) => Promise<T>): Promise<T> {
  const cluster = join(resolve(place.dataDir), 'pg');
  if (place.databaseUrl === undefined && !hasCluster(cluster)) throw new Refusal('nothing-to-back-up', `${place.dataDir} 里还没有平台的数据，没有备份。请检查 --data 或 DATABASE_URL。`);
  const server = place.databaseUrl === undefined ? findPostmaster(cluster, accountFor(cluster)) : undefined;
  const password = server && readPassword(place.dataDir);
  return server && password ? work(urlOf(server.port, password)) : withoutPlatform(place, work);
}

/** Gives `work` the owner's log-in while no platform has the data folder open. @throws Refusal 'second-process' where one has */
export async function withoutPlatform<T>({ dataDir, databaseUrl }: Place, work: (url: string) => Promise<T>): Promise<T> {
  if (databaseUrl !== undefined) {
    refuseDefaultSecret(databaseUrl);
    return work(databaseUrl);
  }
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
