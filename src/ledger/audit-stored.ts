import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../base/database.ts';
import type { CreditSpan, Dossier } from '../mechanism/dossier.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';
import { ENTRY } from '../mechanism/vocabulary.ts';
import { type AuditedSubject, type AuditFinding, titleOf } from './audit-finding.ts';
import { type Body, creditedUnits } from './dossiers.ts';
import { fold } from './fold.ts';
import { loadActs } from './load-acts.ts';

interface StoredRow {
  subject_id: string;
  kind: string;
  number: string;
  unit: string;
  state: string;
  body: Body;
}

/** Facts and verdicts → dossiers; dossiers → references and credited units. */
export async function auditStored(db: Queryable, mechanism: Mechanism, subjects: readonly AuditedSubject[]): Promise<AuditFinding[]> {
  const ids = subjects.map((it) => it.id);
  const acts = await loadActs(db, ids);
  const { rows } = await db.query<StoredRow>('select subject_id, kind, number, unit, state, body from dossier where subject_id = any($1::uuid[])', [ids]);
  const stored = new Map(rows.map((it) => [it.subject_id, it]));
  const references = await pairsOf(db, "select from_id as id, from_kind || ' ' || role || ' ' || to_id as pair from reference where from_id = any($1::uuid[])", ids);
  const credited = await pairsOf(db, 'select subject_id as id, unit as pair from credited where subject_id = any($1::uuid[])', ids);
  const findings: AuditFinding[] = [];
  for (const subject of subjects) {
    const title = titleOf(subject, mechanism);
    const report = (what: AuditFinding['what'], text: string): void => void findings.push({ what, subject: subject.number, sentence: `${title}${text}` });
    const { facts = [], verdicts = [] } = acts.get(subject.id) ?? {};
    const held = stored.get(subject.id);
    if (!held) {
      if (facts.length > 0) report('dossier', '有事实而没有档案。');
    } else if (facts.length === 0) {
      report('dossier', '有档案而没有事实。');
    } else {
      const different = differences(fold(subject, facts, verdicts), held, mechanism);
      if (different.length > 0) report('dossier', `的档案与所录事实不符：${different.join('；')}。`);
    }
    const pairs = held ? Object.entries(held.body.references).map(([role, to]) => `${held.kind} ${role} ${to}`) : [];
    if (!sameSet(pairs, references.get(subject.id))) report('reference', `的引用表与档案不符：应为${listed(pairs)}，现为${listed(references.get(subject.id))}。`);
    const units = held ? creditedUnits(held.body.credits) : [];
    if (!sameSet(units, credited.get(subject.id))) report('credited', `的计入单位表与档案不符：应为${listed(units)}，现为${listed(credited.get(subject.id))}。`);
  }
  return findings;
}

async function pairsOf(db: Queryable, query: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ id: string; pair: string }>(query, [ids]);
  const found = new Map<string, string[]>();
  for (const { id, pair } of rows) found.set(id, [...(found.get(id) ?? []), pair]);
  return found;
}

function sameSet(a: readonly string[], b: readonly string[] = []): boolean {
  return isDeepStrictEqual([...a].sort(), [...b].sort());
}

function listed(list: readonly string[] = []): string {
  return list.length === 0 ? '无' : [...list].sort().join('、');
}

/** What a dossier should say and does not, part by part. */
function differences(told: Dossier, held: StoredRow, mechanism: Mechanism): string[] {
  const kind = mechanism.vocabulary[told.kind];
  const found: string[] = [];
  const compare = (label: string, should: unknown, is: unknown): void => {
    if (!isDeepStrictEqual(should, is)) found.push(`${label}应为${shown(should)}，现为${shown(is)}`);
  };
  const each = <T>(should: Readonly<Record<string, T>>, is: Readonly<Record<string, T>>, label: (name: string) => string): void => {
    for (const name of new Set([...Object.keys(should), ...Object.keys(is)])) compare(label(name), should[name], is[name]);
  };
  compare('编号', `${told.kind} ${told.number}`, `${held.kind} ${held.number}`);
  compare('申报单位', told.unit, held.unit);
  compare('认定状态', told.milestones[ENTRY]?.state ?? 'withdrawn', held.state);
  each(told.fields, held.body.fields, (name) => kind?.fields[name]?.label ?? name);
  each(told.milestones, held.body.milestones, (name) => (name === ENTRY ? '登记' : (kind?.milestones[name]?.label ?? name)));
  each(told.references, held.body.references, (name) => kind?.references[name]?.label ?? name);
  compare('计入单位', told.credits, held.body.credits satisfies readonly CreditSpan[]);
  return found;
}

function shown(value: unknown): string {
  return value === undefined ? '空' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
