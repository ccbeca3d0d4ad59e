import { lastLine, type Witness, witnessFile } from './audit-witness.ts';
import { instant } from './clock.ts';
import type { Queryable } from './database.ts';

/** How far the sealing of the audit is. */
export interface SealState {
  readonly seals: number;
  /** Seconds since the oldest row without a seal was written; 0 where there is none. */
  readonly lagSeconds: number;
  /** For each witness, seconds since the first seal was made that it was not told; 0 where it knows all, null where it cannot be read. */
  readonly witnessLagSeconds: readonly (number | null)[];
  /** Rows or a witness are over 15 minutes behind, or a witness cannot be read: someone must look. */
  readonly late: boolean;
}

/** From how many seconds on sealing is late. */
export const LATE_SECONDS = 900;

/** Cheap enough for every scrape. @param witnesses those of the platform */
export async function sealState(sql: Queryable, witnesses: readonly Witness[] = []): Promise<SealState> {
  const { rows: [it] } = await sql.query<{ seals: number; oldest: number | null }>(
    `select s.id::float8 as seals, (select extract(epoch from at)::float8 from audit where xid > s.to_xid order by xid, seq limit 1) as oldest
     from (select id, to_xid from audit_seal union all values (0, -1) order by id desc limit 1) s`,
  );
  const witnessLagSeconds: (number | null)[] = [];
  for (const witness of witnesses) {
    const known = await lastLine(witnessFile(witness)).then((last) => last?.id ?? 0, () => null);
    witnessLagSeconds.push(known === null ? null : await ageOfNext(sql, known));
  }
  const lagSeconds = age(it!.oldest);
  return { seals: it!.seals, lagSeconds, witnessLagSeconds, late: [lagSeconds, ...witnessLagSeconds].some((lag) => lag === null || lag > LATE_SECONDS) };
}

async function ageOfNext(sql: Queryable, known: number): Promise<number> {
  const { rows } = await sql.query<{ at: number }>('select extract(epoch from at)::float8 as at from audit_seal where id > $1 order by id limit 1', [known]);
  return age(rows[0]?.at ?? null);
}

function age(at: number | null): number {
  return at === null ? 0 : Math.max(0, instant() / 1000 - at);
}
