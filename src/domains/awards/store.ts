import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Day } from '../../kernel/day.ts';
import type { Vocabulary } from '../../mechanism/vocabulary.ts';
import type { Range } from '../../mechanism/amount.ts';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { awardsContract } from './contract.ts';

type CaseView = InferContractRouterOutputs<typeof awardsContract>['due'][number]['cases'][number];

/** A case as it stands in the ledger; amounts in fen. */
export interface StoredCase extends Pick<CaseView, 'case' | 'outcome' | 'missing' | 'working'> {
  readonly award: string;
  readonly day: Day;
  readonly subject: { id: string; number: string; name: string };
  readonly range: Range | undefined;
}

interface CaseRow {
  award: string;
  case_key: string;
  day: Day;
  outcome: StoredCase['outcome'];
  min_fen: string | null;
  max_fen: string | null;
  working: StoredCase['working'];
  missing: string[];
  id: string;
  kind: string;
  number: string;
  name: string | null;
  visible: boolean;
}

/** The cases of a year in the actor's scope; the others are only counted, by award. */
export async function readCases(db: Queryable, vocabulary: Vocabulary, scope: Scope, year: number): Promise<{ cases: StoredCase[]; hidden: Map<string, number> }> {
  const values: unknown[] = [year];
  const { rows } = await db.query<CaseRow>(
    `select a.award, a.case_key, a.day, a.outcome, a.min_fen, a.max_fen, a.working, a.missing, d.subject_id as id, d.kind, d.number, d.body -> 'fields' ->> 'name' as name, ${scopeSql(scope, 'd', values)} as visible
     from award_case a join dossier d using (subject_id) where a.year = $1
     order by a.award, case a.outcome when 'yes' then 0 when 'unknown' then 1 else 2 end, a.case_key`,
    values,
  );
  const seen = rows.filter((it) => it.visible);
  const others = await othersAmong(db, scope, seen.flatMap((it) => foundIn(it.working)));
  const hidden = new Map<string, number>();
  const cases: StoredCase[] = [];
  for (const row of rows) {
    if (!row.visible) hidden.set(row.award, (hidden.get(row.award) ?? 0) + 1);
    else cases.push({
      award: row.award,
      case: row.case_key,
      day: row.day,
      outcome: row.outcome,
      missing: row.missing,
      working: discreet(row.working, others),
      subject: { id: row.id, number: row.number, name: nameOf(vocabulary, row) },
      range: row.min_fen === null || row.max_fen === null ? undefined : { min: BigInt(row.min_fen), max: BigInt(row.max_fen) },
    });
  }
  return { cases, hidden };
}

function foundIn({ found, parts }: StoredCase['working']): string[] {
  return [...(found === undefined ? [] : [found]), ...parts.flatMap(foundIn)];
}

/** Of some words, those that are numbers of records out of scope. */
async function othersAmong(db: Queryable, scope: Scope, words: readonly string[]): Promise<Set<string>> {
  const values: unknown[] = [[...new Set(words)]];
  const { rows } = await db.query<{ number: string }>(`select d.number from dossier d where d.number = any($1::text[]) and not ${scopeSql(scope, 'd', values)}`, values);
  return new Set(rows.map((it) => it.number));
}

/** That another unit's record plays a part may be told, but not which. */
function discreet({ found, parts, ...rest }: StoredCase['working'], others: ReadonlySet<string>): StoredCase['working'] {
  return { ...rest, ...(found !== undefined && { found: others.has(found) ? '其他单位的记录' : found }), parts: parts.map((it) => discreet(it, others)) };
}

/** A person's name stands in the erasable table, so people are told by their number here. */
function nameOf(vocabulary: Vocabulary, { kind, name, number }: CaseRow): string {
  const { nameField, fields } = vocabulary[kind]!;
  return (nameField !== undefined && fields[nameField]?.type !== 'person' && name) || number;
}
