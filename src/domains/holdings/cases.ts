import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { receiptNumber } from './check.ts';
import { settingsOf } from './settings.ts';
import { holdingView } from './state.ts';
import { readHoldings, readSteps } from './store.ts';
import { holdingActLabels } from './terms.ts';
import type { CasesView } from './views.ts';

/** What the commerce bureau looks after: every lead that is held, the quietest first, who asked for it, and explanations that wait. */
export async function readCases(context: LedgerContext): Promise<CasesView> {
  const { database, ledger, clock } = context;
  const { pack } = ledger.mechanism;
  const { settings } = await settingsOf(database, ledger.mechanism, clock.today());
  if (!settings) return { holdings: [], explanations: [] };
  const held = await readHoldings(database);
  const ids = held.map((it) => it.id);
  const [steps, asked, waiting] = await Promise.all([readSteps(database, ids), readAskers(context, ids), readExplanations(context)]);
  const named = (id: string): { id: string; name: string } => ({ id, name: unitName(pack, id) });
  const views = new Map(held.map((it) => [it.id, holdingView(context, settings, it)]));
  return {
    holdings: held.map((it) => ({
      ...views.get(it.id)!,
      asked: asked.filter((one) => one.subject === it.id).map(({ unit, number, at }) => ({ unit: named(unit), number: receiptNumber(number, at), at: at.toISOString() })),
      steps: steps.filter((one) => one.subject === it.id).map(({ act, unit, at, reason, document }) => ({ act, label: holdingActLabels[act], unit: named(unit), at: at.toISOString(), reason, document })),
    })),
    explanations: waiting.map(({ id, number, asked_at, by_unit, reason, at, matched }) => ({
      id,
      number: receiptNumber(number, asked_at),
      unit: named(by_unit),
      reason,
      at: at.toISOString(),
      against: matched.flatMap((subject) => views.get(subject) ?? []).map(({ subject, unit }) => ({ subject, unit })),
    })),
  };
}

/** Units that asked for a lead and were told that it is held; each unit's last time. */
async function readAskers({ database }: LedgerContext, subjects: readonly string[]): Promise<{ subject: string; unit: string; number: string; at: Date }[]> {
  const { rows } = await database.query<{ subject: string; unit: string; number: string; at: Date }>(
    `select distinct on (m.subject, c.unit) m.subject, c.unit, c.number, c.at from first_report_check c cross join unnest(c.matched) as m (subject)
     where c.matched && $1::uuid[] and m.subject = any($1::uuid[]) order by m.subject, c.unit, c.at desc`,
    [subjects],
  );
  return rows;
}

async function readExplanations({ database }: LedgerContext): Promise<{ id: string; number: string; asked_at: Date; by_unit: string; reason: string; at: Date; matched: string[] }[]> {
  const { rows } = await database.query<{ id: string; number: string; asked_at: Date; by_unit: string; reason: string; at: Date; matched: string[] }>(
    `select r.id, c.number, c.at as asked_at, r.by_unit, r.reason, r.made_at as at, c.matched from holding_request r join first_report_check c on c.id = r.check_id
     where r.kind = 'explain' and r.answered_at is null order by r.made_at`,
  );
  return rows;
}
