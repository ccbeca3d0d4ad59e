import type { Queryable } from '../base/database.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { type Decision, Parameters, type WrittenValue } from '../mechanism/parameters.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';

/** The mechanism in force with its revision: what every derivation is made under. */
export interface Ledger {
  readonly mechanism: Mechanism;
  /** The revision whose pack this is. */
  readonly packHash: string;
}

/** Taken shared by every writer, exclusively by a freeze or a new revision. */
export const LEDGER_LOCK = 732_002;

/** Decisions approved up to a number of the ledger (absent: all), in the order of their approval. */
async function decisionsInForce(db: Queryable, upTo?: bigint): Promise<Decision[]> {
  const { rows } = await db.query<{ parameter: string; value: WrittenValue; from_day: Day | null; document: string }>(
    'select parameter, value, from_day, document from decision where seq is not null and ($1::bigint is null or seq <= $1) order by seq',
    [upTo === undefined ? null : String(upTo)],
  );
  return rows.map((it) => ({ parameter: it.parameter, value: it.value, from: it.from_day, document: it.document }));
}

export async function parametersInForce(db: Queryable, mechanism: Mechanism, upTo?: bigint): Promise<Parameters> {
  return new Parameters(mechanism.pack.parameters, await decisionsInForce(db, upTo));
}

/**
 * The newest revision's number.
 * @throws Refusal 'other-pack' where its pack is not the ledger's: another process has put a corrected one in force
 * @throws Error where none was begun: `openLedger` begins the first
 */
export async function currentRevision(db: Queryable, { packHash }: Pick<Ledger, 'packHash'>): Promise<number> {
  const { rows } = await db.query<{ id: number; pack_hash: string }>('select id, pack_hash from revision order by id desc limit 1');
  if (!rows[0]) throw new Error('the ledger has no revision yet');
  if (rows[0].pack_hash !== packHash) throw new Refusal('other-pack', '机制包已经更正，本程序还在用旧的机制包，不能继续写入。请重新启动程序后再试。');
  return rows[0].id;
}

/** The number of the newest act of the ledger; 0 where there is none. */
export async function lastSeq(db: Queryable): Promise<bigint> {
  // The sequence itself may only be read by its owner; this function answers to all who may draw from it.
  const { rows } = await db.query<{ last: string }>("select coalesce(pg_sequence_last_value('ledger_seq'), 0) as last");
  return BigInt(rows[0]!.last);
}
