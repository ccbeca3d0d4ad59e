import type { Database, Queryable } from '../../base/database.ts';
import { transact, type Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { HELD_KINDS, keysOfLeads, storeKeys } from './lead-keys.ts';
import { heldBy, matchHeld, UNDER_WAY } from './match.ts';
import { type Settings, settingsOf } from './settings.ts';

/** Who holds what is settled by one at a time. */
const HOLDING_LOCK = 732_007;
const BATCH = 500;

/** What the worker does each round while 首报首谈 is on: keys of what was said before it was, and who holds newly. @returns how many leads are held newly */
export async function settleAll(database: Database, mechanism: Mechanism, today: Day): Promise<number> {
  const { settings } = await settingsOf(database, mechanism, today);
  if (!settings) return 0;
  while (await transact(database, (tx) => makeKeys(tx, mechanism, MISSING)));
  return transact(database, (tx) => settle(tx, mechanism, settings));
}

/** Brings keys and holdings up to what was said so far. @returns how many leads are held newly */
export async function settle(tx: Transaction, mechanism: Mechanism, settings: Settings): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [HOLDING_LOCK]);
  await makeKeys(tx, mechanism, STALE);
  return grant(tx, mechanism, settings);
}

const STALE = 'select l.subject_id as id from holding_lead l where l.entry is null and $1::text[] is not null limit $2';
const MISSING = `select d.subject_id as id from dossier d left join holding_lead l on l.subject_id = d.subject_id
  where d.kind = any($1::text[]) and d.state <> 'withdrawn' and l.entry is distinct from (d.body #>> '{milestones,entry,fact}')::uuid limit $2`;

/** @returns whether there may be more */
async function makeKeys(tx: Transaction, { pack }: Mechanism, which: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(which, [HELD_KINDS, BATCH]);
  await storeKeys(tx, pack, [...(await loadDossiers(tx, rows.map((it) => it.id))).values()]);
  return rows.length === BATCH;
}

/** A lead that nobody holds and that was contacted, or a talent who was introduced, since it was last released. */
interface Candidate {
  readonly id: string;
  /** The first of those whom it credits to have met it. */
  readonly unit: string;
  readonly at: Date;
}

/** The first contacted comes first; it holds the lead unless another unit holds the same investor. */
async function grant(tx: Transaction, mechanism: Mechanism, settings: Settings): Promise<number> {
  const candidates = await candidatesFor(tx, settings);
  const leads = await loadDossiers(tx, candidates.map((it) => it.id));
  let held = 0;
  for (const { id, unit, at } of candidates) {
    const lead = leads.get(id)!;
    const [keys] = await keysOfLeads(tx, mechanism.pack, [lead]);
    const [others] = await matchHeld(tx, [{ keys: keys!, content: String(lead.fields['content'] ?? '') }]);
    if ([...others!.values()].some((holder) => holder !== unit)) continue;
    await tx.query(
      "insert into holding_event (subject_id, act, unit, at, request) select $1, a.act, $2, case when a.act = 'contacted' then $3::timestamptz else clock_timestamp() end, $4 from unnest(array['contacted', 'held']) with ordinality as a (act, nth) order by a.nth",
      [id, unit, at, crypto.randomUUID()],
    );
    held++;
  }
  return held;
}

async function candidatesFor(db: Queryable, { minimum, contacts }: Settings): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>(
    `with contact as (
       select f.subject_id, f.unit, min(f.said_at) as at from follow_up f
       where f.form = any($1::text[]) and f.said_at > ${lastReleased('f')} and not exists (select from follow_up_taken_back b where b.follow_up_id = f.id) group by f.subject_id, f.unit
       union all
       select f.subject_id, f.unit, min(f.entered_at) from fact f where f.kind = 'introduced' and not f.withdrawn and f.entered_at > ${lastReleased('f')} group by f.subject_id, f.unit)
     select * from (
       select distinct on (d.subject_id) d.subject_id as id, c.unit, c.at from contact c
       join dossier d on d.subject_id = c.subject_id join credited o on o.subject_id = c.subject_id and o.unit = c.unit
       where ${UNDER_WAY} and (d.kind = 'talent' or (d.kind = 'project' and (d.body #>> '{fields,planned}')::numeric >= $2))
         and not exists (select from (select d.subject_id) s ${heldBy('s')})
       order by d.subject_id, c.at) first
     order by at, id`,
    [contacts, String(minimum)],
  );
  return rows;
}

/** What was contacted before a release counts no more. */
function lastReleased(row: string): string {
  return `coalesce((select max(e.at) from holding_event e where e.subject_id = ${row}.subject_id and e.act = 'released'), '-infinity')`;
}
