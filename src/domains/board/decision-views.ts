import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { writtenInChinese } from '../../mechanism/operand.ts';
import type { WrittenValue } from '../../mechanism/parameters.ts';
import type { DecisionsView, FigureDetail } from './views.ts';

type InForceView = FigureDetail['decisions'][number];

/** The parameters that some measures, or the targets for them, hang on, as they hold on a day; those nobody decided say so. */
export async function readInForce(db: Queryable, ledger: Ledger, measures: readonly string[], day: Day): Promise<InForceView[]> {
  const parameters = await parametersInForce(db, ledger.mechanism);
  const targets = ledger.mechanism.pack.tasks.flatMap((it) => it.targets).filter((it) => measures.includes(it.measure));
  const asked = new Set(targets.flatMap((it) => (typeof it.atLeast === 'object' ? [it.atLeast.param] : [])));
  return ledger.mechanism.pack.parameters
    .filter((it) => measures.some((measure) => ledger.mechanism.hangsOn.get(it.id)?.has(measure)) || asked.has(it.id))
    .map((it) => {
      const inForce = parameters.at(it.id, day);
      return { parameter: it.id, label: it.label, question: it.question, value: inForce ? writtenInChinese(inForce.written) : null, decided: inForce?.decided ?? false, source: inForce?.source ?? null };
    });
}

interface DecisionRow {
  id: string;
  parameter: string;
  value: WrittenValue;
  from_day: Day | null;
  document: string;
  taken_over: boolean;
  proposer: string | null;
  approver: string | null;
  seq: string | null;
}

/** Every parameter that the pack leaves to decisions, the open ones first, with what was decided and what hangs on it. */
export async function readDecisions(db: Queryable, ledger: Ledger, today: Day): Promise<DecisionsView> {
  const { mechanism } = ledger;
  const { rows } = await db.query<DecisionRow>(
    `select d.id, d.parameter, d.value, d.from_day, d.document, d.taken_over, p.name as proposer, a.name as approver, d.seq
     from decision d
     left join account pa on pa.id = d.proposed_by left join person p on p.id = pa.person_id
     left join account aa on aa.id = d.approved_by left join person a on a.id = aa.person_id
     order by d.from_day desc nulls last, d.seq desc`,
  );
  const parameters = await parametersInForce(db, mechanism);
  const views = mechanism.pack.parameters.map((it): DecisionsView[number] => {
    const inForce = parameters.at(it.id, today);
    return {
      parameter: it.id,
      label: it.label,
      question: it.question,
      type: it.type,
      unit: it.unit ?? null,
      clause: clauseRefs(mechanism.pack, [it.clause])[0]!,
      value: inForce ? writtenInChinese(inForce.written) : null,
      decided: inForce?.decided ?? false,
      source: inForce?.source ?? null,
      hangs: hangersOf(mechanism, it.id),
      decisions: rows.filter((row) => row.parameter === it.id).map((row) => ({
        id: row.id,
        value: writtenInChinese(row.value),
        from: row.from_day,
        document: row.document,
        takenOver: row.taken_over,
        proposedBy: row.proposer,
        approvedBy: row.approver,
        state: row.seq === null ? ('proposed' as const) : ('approved' as const),
      })),
    };
  });
  const rank = (it: DecisionsView[number]): number => (it.decided ? 2 : it.value === null ? 0 : 1);
  return views.sort((a, b) => rank(a) - rank(b));
}

function hangersOf(mechanism: Mechanism, parameter: string): { id: string; name: string }[] {
  return [...(mechanism.hangsOn.get(parameter) ?? [])].flatMap((id) => {
    const name = mechanism.measures.get(id)?.label ?? mechanism.awards.find((it) => it.format.id === id)?.format.label;
    return name === undefined ? [] : [{ id, name }];
  });
}
