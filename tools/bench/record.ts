import type { Database } from '../../src/base/database.ts';
import { write } from '../../src/base/write.ts';
import { record } from '../../src/ledger/record.ts';
import { author, barePool, type Cities, type City, PARK, recordProjects, TODAY } from './city.ts';
import type { Measured } from './report.ts';
import { inTurn, ratesInTurn } from './rounds.ts';
import type { Sizes } from './sizes.ts';

const INSERT = 'insert into fact (subject_id, kind, day, content, withdrawn, unit, request) values ($1, $2, $3, $4, $5, $6, $7)';

/** Recording one fact with all that follows from it, against a bare insert of the same row. */
export async function measureRecording(cities: Cities, sizes: Sizes): Promise<Measured[]> {
  const city = await cities.make();
  const projects = await recordProjects(city, sizes.projects);
  const pool = barePool(city, 32);
  let next = 0;
  /** The day on which a project's works began: a fact, its dossier, postings, award cases, an audit row and an answer. */
  const ours = async (database: Database = city.database): Promise<void> => {
    const { id, number } = projects[next++ % projects.length]!;
    // Once round, the same milestones on another day: a correction, which posts as much.
    const day = `2026-0${1 + (Math.floor((next - 1) / projects.length) % 6)}-15`;
    const request = crypto.randomUUID();
    await write(database, { id: request, account: null, body: [id, day] }, async (tx) => {
      await record(tx, city.ledger, author(request), [{ subject: { id, kind: 'project', number }, milestones: { started: day } }]);
      return { answer: { done: true }, audit: [{ unit: PARK, action: 'records:write', objectKind: 'dossier', objectId: id }] };
    });
  };
  const bare = (): Promise<unknown> => pool.query({ name: 'fact', text: INSERT, values: [projects[next % projects.length]!.id, 'started', TODAY, '{}', false, PARK, crypto.randomUUID()] });
  try {
    const asked = await countAsked(city, ours);
    const one = await inTurn(sizes.records, { ours: () => ours(), bare });
    const many = await ratesInTurn(sizes.rounds, sizes.seconds, 32, { ours: () => ours(), bare });
    return [
      { what: 'record a fact, one client', ours: ms(one.ours.median), bare: ms(one.bare.median), ratio: one.ours.median / one.bare.median, aim: { most: 3 }, more: `${asked}; 99 %: ${ms(one.ours.p99)} and ${ms(one.bare.p99)}` },
      { what: 'record facts of one cell, 32 clients', ours: perSecond(many.ours), bare: perSecond(many.bare), ratio: many.ours / many.bare, aim: { least: 0.25 } },
    ];
  } finally {
    await pool.end();
  }
}

/** How many statements, in how many round trips, a work asks of the database. */
async function countAsked({ database }: City, work: (database: Database) => Promise<void>): Promise<string> {
  let [statements, trips, open] = [0, 0, 0];
  await work({
    ...database,
    withClient: (inside) => database.withClient((client) => inside({
      query: async (text, values) => {
        statements++;
        if (open++ === 0) trips++;
        return client.query<never>(text, values).finally(() => open--);
      },
    })),
  });
  return `${statements} statements in ${trips} round trips`;
}

function ms(it: number): string {
  return `${it.toFixed(2)} ms`;
}

function perSecond(it: number): string {
  return `${Math.round(it)} /s`;
}
