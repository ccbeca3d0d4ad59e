import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../base/database.ts';
import { formatDecimal } from '../kernel/decimal.ts';
import type { AwardCase } from '../mechanism/award.ts';
import type { Posting } from '../mechanism/dossier.ts';
import { type Outcome, outcomeLabels } from '../mechanism/outcome.ts';
import { type AuditedSubject, type AuditFinding, standingLabels, titleOf } from './audit-finding.ts';
import { type Derivation, derivedOf, sumDerived, sumStored } from './derive.ts';
import { loadDossiers } from './dossiers.ts';
import { ownerNames } from './read-out.ts';
import { auditWaits } from './waits.ts';

/** Dossiers → postings in both standings, award cases, and what waits for whom. */
export async function auditDerived(db: Queryable, by: Pick<Derivation, 'mechanism' | 'parameters'>, subjects: readonly AuditedSubject[]): Promise<AuditFinding[]> {
  const ids = subjects.map((it) => it.id);
  const title = new Map(subjects.map((it) => [it.id, { number: it.number, text: titleOf(it, by.mechanism) }]));
  const derived = await derivedOf(db, by, [...(await loadDossiers(db, ids)).values()], async () => undefined);
  const should = sumDerived(derived);
  const stored = await sumStored(db, ids);
  const wrong = [...new Set([...should.keys(), ...stored.keys()])].flatMap((key) => {
    const { subject, posting } = should.get(key) ?? stored.get(key)!;
    const texts = [should, stored].map((it) => quantityOf(it.get(key)?.posting));
    return texts[0] === texts[1] ? [] : [{ subject, posting, should: texts[0]!, is: texts[1]! }];
  });
  const names = await ownerNames(db, by.mechanism, wrong.map((it) => it.posting.owner));
  const findings = wrong.map(({ subject, posting: { measure, owner, standing, day }, should: expected, is }): AuditFinding => {
    const label = by.mechanism.measures.get(measure)?.label ?? measure;
    const { number, text } = title.get(subject)!;
    return { what: 'posting', subject: number, sentence: `${text}的计数与规则不符：“${label}”${names.get(owner) ?? owner}${day}${standingLabels[standing]}应为${expected}，现为${is}。` };
  });
  const waits = (await auditWaits(db, ids, derived.flatMap((it) => it.waits))).map((id): AuditFinding => ({ what: 'waiting', subject: title.get(id)!.number, sentence: `${title.get(id)!.text}的待办与规则不符。` }));
  return [...findings, ...(await auditCases(db, by, derived.flatMap((it) => it.cases), ids, title)), ...waits];
}

function quantityOf(posting: Posting | undefined): string {
  const { quantity, doubt } = posting ?? { quantity: 0n, doubt: 0 };
  return formatDecimal(quantity) + (doubt === 0 ? '' : `（存疑${doubt}）`);
}

interface CaseRow {
  award: string;
  case_key: string;
  year: number;
  day: string;
  subject_id: string;
  outcome: Outcome;
  min_fen: string | null;
  max_fen: string | null;
  working: unknown;
  missing: string[];
}

async function auditCases(db: Queryable, by: Pick<Derivation, 'mechanism'>, cases: readonly AwardCase[], ids: readonly string[], title: ReadonlyMap<string, { number: string; text: string }>): Promise<AuditFinding[]> {
  const { rows } = await db.query<CaseRow>('select award, case_key, year, day, subject_id, outcome, min_fen, max_fen, working, missing from award_case where subject_id = any($1::uuid[])', [ids]);
  const keyOf = (it: CaseRow): string => `${it.award} ${it.case_key} ${it.year}`;
  const should = new Map(cases.map(rowOf).map((it) => [keyOf(it), it]));
  const stored = new Map(rows.map((it) => [keyOf(it), it]));
  return [...new Set([...should.keys(), ...stored.keys()])].flatMap((key): AuditFinding[] => {
    const [expected, is] = [should.get(key), stored.get(key)];
    if (isDeepStrictEqual(expected, is)) return [];
    const { award, case_key: name, year, subject_id } = (expected ?? is)!;
    const { number, text } = title.get(subject_id)!;
    const label = by.mechanism.awards.find((it) => it.format.id === award)?.format.label ?? award;
    return [{ what: 'award', subject: number, sentence: `${text}的奖励与规则不符：“${label}”${name}${year}年应为${caseText(expected)}，现为${caseText(is)}。` }];
  });
}

function rowOf(it: AwardCase): CaseRow {
  return {
    award: it.award,
    case_key: it.case,
    year: it.year,
    day: it.day,
    subject_id: it.subject,
    outcome: it.outcome,
    min_fen: it.range?.min.toString() ?? null,
    max_fen: it.range?.max.toString() ?? null,
    working: JSON.parse(JSON.stringify(it.working)),
    missing: [...it.missing],
  };
}

function caseText(it: CaseRow | undefined): string {
  if (!it) return '无此项';
  return `${outcomeLabels[it.outcome]}（${it.day}，${it.min_fen === null ? '无金额' : `${it.min_fen}至${it.max_fen}分`}${it.missing.length > 0 ? `，缺${it.missing.join('、')}` : ''}）`;
}
