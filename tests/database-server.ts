import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { accountFor } from '../src/app/postgres/account.ts';
import { findPostmaster, shutDown } from '../src/app/postgres/postmaster.ts';
import { startEmbeddedPostgres } from '../src/app/postgres/start.ts';
import { openDatabase } from '../src/base/database.ts';
import { migrate } from '../src/base/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Unix socket on which the run's database server is asked for. */
    databaseSocket: string;
  }
}

/** Where tests make their databases. */
export interface DatabaseServer {
  /** The owner's log-in; its own database is used for nothing but making others. */
  readonly url: string;
  /** A migrated database without a connection, to be cloned. */
  readonly template: string;
}

interface Started extends DatabaseServer {
  stop(): Promise<void>;
}

const PREFIX = 'tandem-tests-';

/** Stops the servers of runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((it) => it.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isRunning(Number(readFileSync(join(folder, 'pid'), 'utf8')))) continue;
      const cluster = join(folder, 'data/pg');
      const server = findPostmaster(cluster, accountFor(cluster));
      if (server) await shutDown(server);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // Just being made, or somebody else's: not ours to remove.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Once a run, in vitest's own process. The server starts when the first test asks for it, so runs without a database
 * do not wait for one; workers that ask at the same time get the same server and the same template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'pid'), String(process.pid));
  const socket = join(folder, 'ask');
  let started: Promise<Started> | undefined;
  const answering = createServer((_, response) => {
    started ??= start(join(folder, 'data'));
    started.then(
      ({ url, template }) => response.end(JSON.stringify({ url, template })),
      (error: Error) => response.writeHead(500).end(error.stack),
    );
  });
  await new Promise<void>((resolve) => answering.listen(socket, resolve));
  project.provide('databaseSocket', socket);
  return async () => {
    answering.closeAllConnections();
    answering.close();
    await (await started?.catch(() => undefined))?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
}

/** On the server of DATABASE_URL where it is set, else on an embedded PostgreSQL of the run's own. */
async function start(dataDir: string): Promise<Started> {
  const given = process.env['DATABASE_URL'];
  const embedded = given ? undefined : await startEmbeddedPostgres({ dataDir });
  const url = given ?? embedded!.url;
  const template = `tandem_template_${randomUUID().replaceAll('-', '')}`;
  await alone(url, (sql) => sql(`create database ${template}`));
  const owner = openDatabase(databaseUrl(url, template));
  await migrate(owner).finally(() => owner.close());
  const stop = async (): Promise<void> => {
    if (!embedded) await alone(url, (sql) => sql(`drop database if exists ${template} with (force)`));
    await embedded?.stop();
  };
  return { url, template, stop };
}

/** Runs statements on a connection that is closed at once. */
export async function alone(url: string, work: (sql: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const database = openDatabase(url);
  await work((text) => database.query(text)).finally(() => database.close());
}

/** The same log-in to another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
