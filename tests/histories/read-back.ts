import type { Queryable } from '../../src/base/database.ts';
import type { Grant } from './model/grants.ts';
import type { Told } from './model/records.ts';

type Names = ReadonlyMap<string, string>;

interface Body {
  fields: Record<string, string | boolean>;
  references: Record<string, string>;
  milestones: Record<string, { day: string | null; state: string; unit: string }>;
  credits: { from: string | null; parts: { unit: string; share: string }[] }[];
}

/** Dossiers in the words of the model. */
export async function readDossiers(database: Queryable, names: Names): Promise<Map<string, Told>> {
  const { rows } = await database.query<{ subject_id: string; unit: string; state: string; body: Body }>('select subject_id, unit, state, body from dossier');
  return new Map(rows.map(({ subject_id, unit, state, body }) => {
    const marks = Object.entries(body.milestones).map(([name, it]) => [name, `${it.day} ${it.state} ${it.unit}`]);
    expectEntry(state, body);
    return [
      names.get(subject_id)!,
      {
        unit,
        fields: body.fields,
        references: Object.fromEntries(Object.entries(body.references).map(([role, id]) => [role, names.get(id)!])),
        marks: Object.fromEntries(marks) as Record<string, string>,
        credits: body.credits.map((it) => ({ from: it.from ?? '', parts: it.parts.map(({ unit, share }) => ({ unit, millionths: Math.round(Number(share) * 1_000_000) })) })),
      },
    ];
  }));
}

function expectEntry(state: string, body: Body): void {
  if (state !== (body.milestones['entry']?.state ?? 'withdrawn')) throw new Error(`the dossier's state is ${state}, its entry's ${body.milestones['entry']?.state}`);
}

/** Sums of postings, each with its doubts: `subject measure owner day` → `millionths doubt`. */
export async function readPostings(database: Queryable, names: Names, standing: string): Promise<Map<string, string>> {
  const { rows } = await database.query<{ subject_id: string; measure: string; owner: string; day: string; millionths: string; doubt: string }>(
    `select subject_id, measure, owner, day, trim_scale(sum(quantity) * 1000000)::text as millionths, sum(doubt) as doubt
     from posting where standing = $1 group by subject_id, measure, owner, day having sum(quantity) <> 0 or sum(doubt) <> 0`,
    [standing],
  );
  return new Map(rows.map((it) => [`${names.get(it.subject_id)} ${it.measure} ${names.get(it.owner) ?? it.owner} ${it.day}`, `${it.millionths} ${it.doubt}`]));
}

export async function readGrants(database: Queryable, names: Names): Promise<Grant[]> {
  const { rows } = await database.query<{ award: string; case_key: string; year: number; day: string; subject_id: string; outcome: Grant['outcome']; min_fen: string | null; max_fen: string | null }>(
    'select award, case_key, year, day, subject_id, outcome, min_fen, max_fen from award_case order by award, case_key collate "C", year',
  );
  return rows.map((it) => ({
    award: it.award,
    case: it.case_key,
    year: it.year,
    day: it.day,
    subject: names.get(it.subject_id)!,
    outcome: it.outcome,
    ...(it.min_fen !== null && { min: BigInt(it.min_fen) }),
    ...(it.max_fen !== null && { max: BigInt(it.max_fen) }),
  }));
}
