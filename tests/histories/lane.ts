import { withDatabase } from '../database.ts';
import type { Database } from '../../src/base/database.ts';
import { World } from './world.ts';

/** A database on which one history after another is told. */
export interface Lane {
  /** An empty city with the first pack in force. */
  begin(): Promise<World>;
  /** How often PostgreSQL has broken a deadlock here. */
  deadlocks(): Promise<number>;
}

const TABLES = ['evidence', 'award_case', 'waiting', 'frozen_figure', 'period_freeze', 'month_total', 'total_fold', 'posting', 'credited', 'reference', 'dossier', 'verdict', 'fact', 'subject', 'decision', 'unit_merger', 'revision'];
/** Emptying by `delete` costs a millisecond, `truncate` thirty. */
const EMPTY = `set session_replication_role = replica; ${TABLES.map((it) => `delete from ${it}`).join('; ')}; reset session_replication_role`;

/** Gives `work` a lane on a database of its own. What is committed need not outlive a crash, and a deadlock is seen soon. */
export async function withLane<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
  return withDatabase(async ({ database, owner, url }) => {
    const name = new URL(url).pathname.slice(1);
    for (const setting of ["synchronous_commit = 'off'", "deadlock_timeout = '40ms'"]) await owner.query(`alter database ${name} set ${setting}`);
    return work({
      begin: () => begin(database, owner),
      deadlocks: async () => {
        const { rows } = await owner.query<{ deadlocks: string }>('select deadlocks from pg_stat_database where datname = current_database()');
        return Number(rows[0]!.deadlocks);
      },
    });
  });
}

async function begin(database: Database, owner: Database): Promise<World> {
  await owner.query(EMPTY);
  const world = new World(database);
  await world.adopt('first');
  return world;
}
