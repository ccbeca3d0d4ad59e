import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { writtenInChinese } from '../../mechanism/operand.ts';
import type { FigureDetail } from './views.ts';

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

/** How many of the pack's questions nobody has decided for a day. */
export async function countOpenQuestions(db: Queryable, ledger: Ledger, day: Day): Promise<number> {
  const parameters = await parametersInForce(db, ledger.mechanism);
  return ledger.mechanism.pack.parameters.filter((it) => !parameters.at(it.id, day)?.decided).length;
}
