import type { Queryable } from '../../base/database.ts';
import type { Key, KeyKind } from './keys.ts';
import { tellAlike } from './normalise.ts';

/** Which of its steps says who holds a lead now, as a row `h` beside a row that has its `subject_id`. */
export function heldBy(row: string): string {
  return `join lateral (select e.act, e.unit, e.at from holding_event e where e.subject_id = ${row}.subject_id and e.act in ('held', 'transferred', 'released') order by e.seq desc limit 1) h on h.act <> 'released'`;
}

/** Whoever says that it is lost or ended, or takes it back, holds it no more; what is signed or has landed needs no holding. */
export const UNDER_WAY = "d.state <> 'withdrawn' and coalesce(d.body #>> '{progress,is}', '') not in ('lost', 'ended') and not (d.body -> 'milestones' ?| array['signed', 'landed'])";

/** What is asked about: keys, and words on the project. */
export interface Asked {
  readonly keys: readonly Key[];
  readonly content: string;
}

/** A lead that is held, and what of it was met. */
interface Met {
  readonly mac: string;
  readonly kind: KeyKind;
  readonly subject: string;
  readonly holder: string;
  readonly content: string | null;
}

/**
 * The leads under way that are held and are of the same investor: one key alone tells, but for the controller's name, which needs
 * words on the project that are alike. One statement, whatever comes of it.
 * @returns by each that is asked: the subject and who holds it
 */
export async function matchHeld(db: Queryable, asked: readonly Asked[]): Promise<Map<string, string>[]> {
  const macs = [...new Set(asked.flatMap((it) => it.keys.map((key) => key.mac)))];
  const { rows } = await db.query<Met>(
    `select k.mac, k.kind, k.subject_id as subject, h.unit as holder, d.body #>> '{fields,content}' as content
     from holding_key k ${heldBy('k')} join dossier d on d.subject_id = k.subject_id where k.mac = any($1::text[]) and ${UNDER_WAY}`,
    [macs],
  );
  return asked.map(({ keys, content }) => {
    const own = new Set(keys.map((it) => it.mac));
    const met = rows.filter((it) => own.has(it.mac) && (it.kind !== 'controller' || tellAlike(content, it.content ?? '')));
    return new Map(met.map((it) => [it.subject, it.holder]));
  });
}
