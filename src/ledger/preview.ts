import type { Database, Queryable } from '../base/database.ts';
import type { Day } from '../kernel/day.ts';
import { derive, type Mechanism } from '../mechanism/mechanism.ts';
import type { Decision, Parameters } from '../mechanism/parameters.ts';
import { loadDossiers, loadNeighbourhood } from './dossiers.ts';
import { currentRevision, type Ledger, parametersInForce } from './ledger.ts';
import { PostingSums } from './posting-sums.ts';
import { type AwardChange, CaseChanges, type Change, type PreviewedCase } from './preview-cases.ts';
import { type PreviewedFigure, previewFigures } from './preview-figures.ts';
import { type PreviewedTarget, previewTargets } from './preview-targets.ts';

/** The state of the ledger that a preview was worked out on: the revision, and how many facts, verdicts and mergers stood. */
export interface LedgerState {
  readonly revision: number;
  readonly acts: number;
}

/** What a decision would change. Figures, targets and cases that stay as they are, are left out. */
export interface Preview {
  readonly on: LedgerState;
  /** How many subjects were looked at. */
  readonly subjects: number;
  readonly figures: readonly PreviewedFigure[];
  readonly targets: readonly PreviewedTarget[];
  /** The first of each award. */
  readonly cases: readonly PreviewedCase[];
  /** By award, over all of its cases. */
  readonly awards: Readonly<Record<string, AwardChange>>;
}

/** @param db in a snapshot, where what is read besides must belong to the same state */
export async function ledgerState(db: Queryable): Promise<LedgerState> {
  const { rows } = await db.query<{ revision: number; acts: string }>(
    `select (select coalesce(max(id), 0) from revision) as revision,
       (select count(*) from fact) + (select count(*) from verdict) + (select count(*) from unit_merger) as acts`,
  );
  return { revision: rows[0]!.revision, acts: Number(rows[0]!.acts) };
}

const BATCH = 2_000;

/**
 * Works out what would follow from a decision, on one snapshot, and writes nothing: only the measures and awards that hang on its
 * parameter are derived, over all subjects, under the decisions in force and under those with this one.
 * @param today up to whose year standing states are shown
 * @param onProgress told how many subjects are done, of how many
 * @throws Refusal 'other-pack'
 */
export async function previewDecision(database: Database, ledger: Ledger, decision: Decision, today: Day, onProgress: (done: number, total: number) => Promise<void> = async () => undefined): Promise<Preview> {
  return database.withClient(async (client) => {
    await client.query('begin isolation level repeatable read read only');
    try {
      return await workOut(client, ledger, decision, today, onProgress);
    } finally {
      await client.query('rollback').catch(() => undefined);
    }
  });
}

async function workOut(db: Queryable, ledger: Ledger, decision: Decision, today: Day, onProgress: (done: number, total: number) => Promise<void>): Promise<Preview> {
  await currentRevision(db, ledger);
  const on = await ledgerState(db);
  const hanging = hangingOn(ledger.mechanism, decision.parameter);
  const parameters: Change<Parameters> = [await parametersInForce(db, ledger.mechanism), await parametersInForce(db, ledger.mechanism, undefined, [decision])];
  const sums: Change<PostingSums> = [new PostingSums(), new PostingSums()];
  const cases = new CaseChanges();
  const subjects = await eachBatch(db, hanging, onProgress, async (ids) => {
    const anchors = [...(await loadDossiers(db, ids)).values()];
    const around = await loadNeighbourhood(db, hanging, anchors, async () => undefined);
    for (const it of anchors) {
      const sides = parameters.map((one) => derive(hanging, it, around, one));
      for (const [index, side] of sides.entries()) for (const posting of side.postings) sums[index]!.add(posting);
      cases.add(sides[0]!.cases, sides[1]!.cases);
    }
  });
  const measures = ledger.mechanism.hangsOn.get(decision.parameter) ?? new Set();
  return {
    on,
    subjects,
    figures: await previewFigures(db, ledger.mechanism, measures, sums, today),
    targets: previewTargets(ledger.mechanism, decision, parameters, today),
    cases: cases.kept,
    awards: cases.awards(),
  };
}

/** The rules and awards that hang on a parameter, with both figures of every quotient that does. */
function hangingOn(mechanism: Mechanism, parameter: string): Mechanism {
  const ids = new Set(mechanism.hangsOn.get(parameter));
  for (const it of mechanism.pack.measures) if (ids.has(it.id) && 'ratio' in it) ids.add(it.ratio.of).add(it.ratio.over);
  return { ...mechanism, rules: mechanism.rules.filter((it) => ids.has(it.measure)), awards: mechanism.awards.filter((it) => ids.has(it.format.id)) };
}

/** @returns how many subjects there were */
async function eachBatch(db: Queryable, { rules, awards }: Mechanism, onProgress: (done: number, total: number) => Promise<void>, work: (ids: readonly string[]) => Promise<void>): Promise<number> {
  const kinds = [...new Set([...rules.map((it) => it.subject), ...awards.map((it) => it.format.subject)])];
  const { rows } = await db.query<{ total: number }>('select count(*)::int as total from dossier where kind = any($1)', [kinds]);
  const { total } = rows[0]!;
  let last: string | null = null;
  for (let done = 0; done < total; ) {
    const { rows: next }: { rows: { id: string }[] } = await db.query<{ id: string }>('select subject_id as id from dossier where kind = any($1) and ($2::uuid is null or subject_id > $2) order by subject_id limit $3', [kinds, last, BATCH]);
    await work(next.map((it) => it.id));
    last = next.at(-1)!.id;
    done += next.length;
    await onProgress(done, total);
  }
  return total;
}
