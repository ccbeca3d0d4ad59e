import type { Queryable } from '../base/database.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { type Decision, Parameters, type WrittenValue } from '../mechanism/parameters.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Guard } from './guard.ts';

/** The mechanism in force with its revision: what every derivation is made under. */
export interface Ledger {
  readonly mechanism: Mechanism;
  /** The revision whose pack this is. */
  readonly packHash: string;
  /** Asked before entries are stored, whichever way they come. */
  readonly guard?: Guard | undefined;
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

/** The parameters under the decisions approved. @param beside decisions that are taken as approved last: to see what they would change */
export async function parametersInForce(db: Queryable, mechanism: Mechanism, upTo?: bigint, beside: readonly Decision[] = []): Promise<Parameters> {
  return new Parameters(mechanism.pack.parameters, [...(await decisionsInForce(db, upTo)), ...beside]);
}

/**
 * The newest revision's number.
 * @throws Refusal 'other-pack' where its pack is not the ledger's: another process has put a corrected one in force
 * @throws Error where none was begun: `openLedger` begins the first
 */
export async function currentRevision(db: Queryable, { packHash }: Pick<Ledger, 'packHash'>): Promise<number> {
  const { rows } = await db.query<{ id: number; pack_hash: string }>('select id, pack_hash from revision order by id desc limit 1');
  return revisionOf(rows[0], packHash);
}

function revisionOf(newest: { id: number; pack_hash: string } | undefined, packHash: string): number {
  if (!newest) throw new Error('the ledger has no revision yet');
  if (newest.pack_hash !== packHash) throw new Refusal('other-pack', '机制包已经更正，本程序还在用旧的机制包，不能继续写入。请重新启动程序后再试。');
  return newest.id;
}

/**
 * Under what is derived now, in one query: the newest revision and the decisions in force.
 * @throws as `currentRevision`
 */
export async function termsInForce(db: Queryable, { mechanism, packHash }: Ledger): Promise<{ revision: number; parameters: Parameters }> {
  const { rows } = await db.query<{ id: number; pack_hash: string; decisions: Decision[] | null }>(
    `select id, pack_hash, (select json_agg(json_build_object('parameter', parameter, 'value', value, 'from', from_day, 'document', document) order by seq) from decision where seq is not null) as decisions
     from revision order by id desc limit 1`,
    [],
  );
  return { revision: revisionOf(rows[0], packHash), parameters: new Parameters(mechanism.pack.parameters, rows[0]!.decisions ?? []) };
}

/** The number of the newest act of the ledger; 0 where there is none. */
export async function lastSeq(db: Queryable): Promise<bigint> {
  // The sequence itself may only be read by its owner; this function answers to all who may draw from it.
  const { rows } = await db.query<{ last: string }>("select coalesce(pg_sequence_last_value('ledger_seq'), 0) as last");
  return BigInt(rows[0]!.last);
}
