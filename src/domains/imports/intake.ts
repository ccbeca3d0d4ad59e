import { setImmediate } from 'node:timers/promises';
import { subjectKey } from '../../ledger/subjects.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Row } from '../../office/sheet.ts';
import { CrossCheck } from './cross-check.ts';
import type { FoundRegister, SourceFile } from './layout.ts';
import type { ReadDecision } from './read-decision.ts';
import { type ReadRegister, ROWS_A_TURN } from './read-registers.ts';
import type { ReadRow, RowProblem } from './read-row.ts';
import type { Stored } from './stored.ts';
import { refusalCodes, type Rejection } from './terms.ts';

/** A row that goes in. */
export interface AcceptedRow {
  readonly found: FoundRegister;
  readonly kind: string;
  readonly row: ReadRow;
  readonly at: Row;
}

interface AcceptedDecision extends ReadDecision {
  readonly sheet: string;
}

export interface RejectedRow extends Rejection {
  readonly found: FoundRegister;
  readonly at: Row;
}

/** What a reading of the files comes to. */
export interface Intake {
  readonly files: readonly SourceFile[];
  /** In the order of the files and their sheets. */
  readonly registers: readonly FoundRegister[];
  /** Each subject once, what is referred to before what refers. */
  readonly rows: readonly AcceptedRow[];
  readonly decisions: readonly AcceptedDecision[];
  /** In the order of files, sheets and rows. */
  readonly rejections: readonly RejectedRow[];
  /** Rows that go in, by register. */
  readonly accepted: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** Compares what was read with other rows and with what is registered: references, numbers, what was signed again. */
export async function takeIn(mechanism: Mechanism, read: readonly ReadRegister[], stored: Stored): Promise<Pick<Intake, 'rows' | 'decisions' | 'rejections' | 'accepted'>> {
  const check = new CrossCheck(mechanism, stored);
  const rows = new Map<string, AcceptedRow>();
  const decisions: AcceptedDecision[] = [];
  const rejected = new Map<FoundRegister, RejectedRow[]>();
  const accepted: Record<string, number> = {};
  let turn = 0;
  for (const { found, rows: all } of inOrder(mechanism, read)) {
    const { sheet, subject } = found.register;
    accepted[sheet] ??= 0;
    const refused: RejectedRow[] = [];
    for (const { at, row, decision, problems } of all) {
      const problem = first(row ? [...problems, ...check.problemsOf(found, row, at)] : problems);
      if (problem) refused.push({ sheet, row: at.number, code: problem.code, message: problem.message, found, at });
      else {
        accepted[sheet]++;
        if (decision) decisions.push({ ...decision, sheet });
        if (row && subject !== undefined) {
          const whole = check.completed(found, row);
          check.accept(found, whole);
          const key = subjectKey({ kind: subject, number: whole.number });
          rows.set(key, over(rows.get(key), { found, kind: subject, row: whole, at }));
        }
      }
      if (++turn % ROWS_A_TURN === 0) await setImmediate();
    }
    rejected.set(found, refused);
  }
  return { rows: [...rows.values()], decisions, rejections: read.flatMap((it) => rejected.get(it.found)!), accepted };
}

/** The rows that go in, in the order of files, sheets and rows. */
export function inFileOrder({ registers, rows }: Pick<Intake, 'registers' | 'rows'>): AcceptedRow[] {
  const places = new Map(registers.map((it, index) => [it, index]));
  return [...rows].sort((a, b) => places.get(a.found)! - places.get(b.found)! || a.at.number - b.at.number);
}

/** Of two files that name a number the later updates what the earlier said. */
function over(earlier: AcceptedRow | undefined, later: AcceptedRow): AcceptedRow {
  if (!earlier) return later;
  const { row } = earlier;
  const merged = { fields: { ...row.fields, ...later.row.fields }, people: { ...row.people, ...later.row.people }, references: { ...row.references, ...later.row.references }, milestones: { ...row.milestones, ...later.row.milestones } };
  return { ...later, row: { ...later.row, ...merged } };
}

/** What is referred to before what refers: the kinds in the order of their references. */
function inOrder(mechanism: Mechanism, read: readonly ReadRegister[]): ReadRegister[] {
  const depth = (kind: string | undefined, seen: readonly string[] = []): number => {
    if (kind === undefined || seen.includes(kind)) return 0;
    return 1 + Math.max(0, ...Object.values(mechanism.vocabulary[kind]?.references ?? {}).map((it) => depth(it.to, [...seen, kind])));
  };
  return [...read].sort((a, b) => depth(a.found.register.subject) - depth(b.found.register.subject));
}

/** One code a row, the first in the order of the table. A row refused for more than its number keeps that beside it. */
function first(problems: readonly RowProblem[]): RowProblem | undefined {
  let best: RowProblem | undefined;
  for (const it of problems) if (!best || refusalCodes.indexOf(it.code) < refusalCodes.indexOf(best.code)) best = it;
  const repeated = problems.find((it) => it.code === 'duplicate-id');
  return best && repeated && best !== repeated ? { code: best.code, message: `${best.message}；${repeated.message}` } : best;
}
