import { Worker } from 'node:worker_threads';
import Fastify from 'fastify';
import { buildServer } from '../../src/app/http/server.ts';
import type { Database, Queryable } from '../../src/base/database.ts';
import { makeDemoAccounts } from '../../src/domains/accounts/demo.ts';
import type { Asking } from './ask-worker.ts';
import { type Cities, type City, barePool, PARK, recordProjects, TODAY } from './city.ts';
import type { Measured } from './report.ts';
import { median } from './rounds.ts';
import type { Sizes } from './sizes.ts';

const CLIENTS = 32;
/** Of so many addresses each endpoint is asked. */
const RECORDS = 200;
const PAGES = 20;

/** A statement as it went to the database. */
interface Said {
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
}

/** One record and a list of 50 over http with all rights on, against the same statements from bare Fastify and pg. */
export async function measureSurface(cities: Cities, sizes: Sizes): Promise<Measured[]> {
  const city = await cities.make();
  const projects = await recordProjects(city, sizes.projects, { milestones: { signed: '2026-03-05', registered: '2026-04-02' } });
  await city.owner.query('vacuum analyze');
  await makeDemoAccounts(city.database, city.ledger.mechanism.pack, TODAY);
  const said: Said[] = [];
  const ours = await buildServer({ platform: { ...city, database: overheard(city.database, said) }, demo: true, wakeWorker: () => undefined }, 'none');
  const replies = new Map<string, readonly Said[]>();
  const bare = buildBare(city, replies);
  try {
    const [ourUrl, bareUrl] = await Promise.all([ours, bare].map((it) => it.listen({ port: 0, host: '127.0.0.1' })));
    const cookie = await enter(ourUrl!);
    const records = projects.slice(0, RECORDS).map(({ id }) => `/api/v1/dossiers/${id}`);
    const pages = Array.from({ length: Math.min(PAGES, Math.ceil(projects.length / 50)) }, (_, index) => `/api/v1/registers/project?page=${index + 1}`);
    for (const path of [...records, ...pages]) {
      said.length = 0;
      const answer = await fetch(ourUrl + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      // Who is signed in, and what they may do, is asked by us alone.
      replies.set(path, said.filter(({ text }) => !/\bsession\b|\brole_grant\b|^(begin|commit)/.test(text)));
    }
    const measure = async (what: string, paths: readonly string[]): Promise<Measured> => {
      const rates = { ours: [] as number[], bare: [] as number[] };
      for (let round = -1; round < sizes.rounds; round++) {
        for (const [name, url] of [['ours', ourUrl], ['bare', bareUrl]] as const) {
          const rate = await askedBy({ urls: paths.map((it) => url + it), cookie, clients: CLIENTS, seconds: sizes.seconds });
          said.length = 0;
          if (round >= 0) rates[name].push(rate);
        }
      }
      const [our, their] = [median(rates.ours), median(rates.bare)];
      return { what, ours: `${Math.round(our)} /s`, bare: `${Math.round(their)} /s`, ratio: our / their, aim: { least: 0.6 }, more: `${replies.get(paths[0]!)!.length} statements, ${CLIENTS} clients` };
    };
    return [await measure('one record over http', records), await measure('a list of 50 over http', pages)];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}

/** Signs in as somebody of the park. @returns the session's cookie */
async function enter(url: string): Promise<string> {
  const accounts = (await (await fetch(`${url}/api/v1/demo/accounts`)).json()) as { id: string; unit: { id: string } }[];
  const mine = accounts.find((it) => it.unit.id === PARK)!;
  const answer = await fetch(`${url}/api/v1/demo/enter`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-request-id': crypto.randomUUID() }, body: JSON.stringify({ account: mine.id }) });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** @returns answers a second */
function askedBy(asking: Asking): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ask-worker.ts', import.meta.url), { workerData: asking });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

/** A database that notes what it is asked. */
function overheard(database: Database, said: Said[]): Database {
  const heard = ({ query }: Queryable): Queryable => ({
    query: (text, values) => {
      said.push({ text, values });
      return query(text, values);
    },
  });
  return { ...database, ...heard(database), withClient: (work) => database.withClient((client) => work(heard(client))) };
}

/** What a programmer would write who needs no rights: the statements one after another, prepared, their rows as JSON. */
function buildBare(city: City, replies: ReadonlyMap<string, readonly Said[]>) {
  const pool = barePool(city, 20);
  const app = Fastify({ logger: false });
  const names = new Map<string, string>();
  app.get('/*', async ({ url }) => {
    const rows: object[][] = [];
    for (const { text, values } of replies.get(url)!) {
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      rows.push((await pool.query({ name, text, values: values as unknown[] })).rows);
    }
    return rows;
  });
  app.addHook('onClose', () => pool.end());
  return app;
}
