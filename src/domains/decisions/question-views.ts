import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { standingUnits } from '../../ledger/units.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import type { ParameterFormat } from '../../mechanism/format/tasks.ts';
import type { UnitFormat } from '../../mechanism/format/units.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import { amountUnit, currencyOf, valueInChinese } from '../../mechanism/typed-value.ts';
import { loadDecisions, type StoredDecision } from './store.ts';
import type { DecisionView, QuestionsView, QuestionView } from './views.ts';

/** Every parameter that the pack leaves to decisions, the open ones first, with what was decided and what hangs on it. */
export async function readQuestions(db: Queryable, { mechanism }: Ledger, today: Day): Promise<QuestionsView> {
  const stored = await loadDecisions(db);
  const parameters = await parametersInForce(db, mechanism);
  const units = await standingUnits(db, mechanism.pack, today);
  const views = mechanism.pack.parameters.map((it): QuestionsView[number] => ({
    ...questionView(mechanism, parameters, it, today, units),
    decisions: stored.filter((row) => row.parameter === it.id).map((row) => decisionView(mechanism, it, row)),
  }));
  const rank = (it: QuestionsView[number]): number => (it.decided ? 3 : it.hangs.some((one) => one.kind !== 'task') ? 0 : it.hangs.length > 0 ? 1 : 2);
  return views.sort((a, b) => rank(a) - rank(b));
}

/** @param units of which one may be proposed */
export function questionView(mechanism: Mechanism, parameters: Parameters, declared: ParameterFormat, today: Day, units: readonly UnitFormat[]): QuestionView {
  return {
    parameter: declared.id,
    label: declared.label,
    question: declared.question,
    clause: clauseRefs(mechanism.pack, [declared.clause])[0]!,
    form: formOf(mechanism, declared, units),
    ...inForceView(mechanism, parameters, declared, today),
    hangs: hangersOf(mechanism, declared.id),
  };
}

/** What holds for a parameter on a day. */
export function inForceView({ pack }: Mechanism, parameters: Parameters, declared: ParameterFormat, day: Day): Pick<QuestionView, 'value' | 'decided' | 'source'> {
  const inForce = parameters.at(declared.id, day);
  return { value: inForce ? valueInChinese(pack, declared, inForce.written) : null, decided: inForce?.decided ?? false, source: inForce?.source ?? null };
}

export function decisionView({ pack }: Mechanism, declared: ParameterFormat, row: StoredDecision): DecisionView {
  return {
    id: row.id,
    value: valueInChinese(pack, declared, row.value),
    from: row.from,
    document: row.document,
    takenOver: row.taken_over,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toISOString(),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedReason: row.closed_reason,
  };
}

function formOf({ pack }: Mechanism, declared: ParameterFormat, units: readonly UnitFormat[]): QuestionView['form'] {
  const { type, list } = declared;
  const choices = type === 'unit' ? units.map(({ id, name }) => ({ id, name })) : list === undefined ? null : (pack.lists[list] ?? []).map((it) => ({ id: it, name: it }));
  return { type, unit: type === 'money' ? amountUnit(declared).replace('元', currencyOf(declared)) : type === 'rate' ? '%' : null, choices };
}

/** The tasks, measures and awards that a parameter moves, each with its clauses. */
function hangersOf({ pack, hangsOn }: Mechanism, parameter: string): QuestionView['hangs'] {
  const ids = hangsOn.get(parameter) ?? new Set();
  const tasks = pack.tasks.filter((it) => it.leadOpen === parameter || it.targets.some((target) => ids.has(target.measure) || (typeof target.atLeast === 'object' && target.atLeast.param === parameter)));
  return [
    ...tasks.map((it) => ({ kind: 'task' as const, id: it.id, name: `${it.number}. ${it.title}`, clauses: clauseRefs(pack, it.clauses) })),
    ...pack.measures.filter((it) => ids.has(it.id)).map((it) => ({ kind: 'measure' as const, id: it.id, name: it.label, clauses: clauseRefs(pack, it.clauses) })),
    ...pack.awards.filter((it) => ids.has(it.id)).map((it) => ({ kind: 'award' as const, id: it.id, name: it.label, clauses: clauseRefs(pack, it.clauses) })),
  ];
}
