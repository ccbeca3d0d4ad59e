import type { Queryable } from '../../base/database.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { type Asked, askedBy, type CompiledCourse, type CompiledGate, courseOf } from '../../mechanism/course.ts';
import type { Dossier, Neighbourhood } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import { milestoneLabel } from './history.ts';

/** Under what gates are read. */
export interface GatesReading {
  readonly mechanism: Mechanism;
  readonly around: Neighbourhood;
  readonly parameters: Parameters;
  readonly today: Day;
  /** By milestone, the words under which evidence stands beside it: `evidenceWords`. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
}

/** The course that a dossier goes, with what each of its gates asks for now. Undefined where the city has none for it. */
export function gatesOf({ mechanism, around, parameters, today, evidence }: GatesReading, dossier: Dossier): { course: CompiledCourse; asked(gate: CompiledGate): Asked[] } | undefined {
  const sight = { standing: 'declared', around, parameters, day: today } as const;
  const course = courseOf(mechanism.courses, dossier, sight);
  if (!course) return undefined;
  const kind = mechanism.vocabulary[dossier.kind]!;
  return { course, asked: (gate) => askedBy(gate, dossier, { kind, evidenceKinds: mechanism.pack.evidenceKinds, evidence, sight }) };
}

/**
 * Why a milestone cannot be recorded for a day, each with what to do; none where it can.
 * What is recorded already is only re-dated, which asks for nothing but the order of days.
 */
export function gateProblems(reading: GatesReading, dossier: Dossier, milestone: string, day: Day): string[] {
  const { mechanism, today } = reading;
  const label = (id: string): string => milestoneLabel(mechanism.vocabulary[dossier.kind]!, id);
  const problems = day > today ? [`${label(milestone)}日期不能晚于今天，请填实际发生的日期。`] : [];
  const gates = gatesOf(reading, dossier);
  if (!gates || mechanism.pack.decay.some((it) => it.subject === dossier.kind && it.milestone === milestone)) return problems;
  const gate = gates.course.gates.find((it) => it.format.milestone === milestone);
  if (!gate) return [...problems, `“${gates.course.format.label}”不设${label(milestone)}，请核对项目类型和建设方式。`];
  for (const id of gate.format.after) {
    const before = dossier.milestones[id]?.day;
    if (before && before > day) problems.push(`${label(milestone)}日期不能早于${label(id)}日期（${before}），请核对。`);
  }
  if (dossier.milestones[milestone]) return problems;
  return [...problems, ...gates.asked(gate).flatMap((it) => (it.outcome === 'yes' ? [] : [missingText(it, label(milestone))]))];
}

function missingText({ what, label }: Asked, milestone: string): string {
  if (what === 'milestone') return `先要有“${label}”，再登记${milestone}。`;
  if (what === 'evidence') return `缺少佐证“${label}”，请上传后再登记${milestone}。`;
  if (what === 'condition') return `还不符合：${label}。`;
  return `“${label}”还没有填写，请补上。`;
}

/** For how many days back a milestone is recorded without saying why; a pack without it asks for no reason. */
const BACKDATING = 'entry.backdating-days';

/** The day before which a milestone is recorded with a reason only; null where none is asked. */
export function reasonBefore(parameters: Parameters, today: Day): Day | null {
  const limit = parameters.at(BACKDATING, today)?.value;
  return typeof limit === 'object' && 'decimal' in limit ? addDays(today, -Number(formatDecimal(limit.decimal))) : null;
}

/** The words under which evidence stands beside a record, by milestone. */
export async function evidenceWords(db: Queryable, subject: string): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ milestone: string; words: string[] }>('select milestone, array_agg(distinct kind) as words from evidence where subject_id = $1 group by milestone', [subject]);
  return new Map(rows.map((it) => [it.milestone, it.words]));
}
