import type { Queryable } from '../../base/database.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { readFigures } from '../../ledger/figures.ts';
import { type Freeze, listFreezes } from '../../ledger/freeze.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import { readAdjustmentViews } from './adjustment-views.ts';
import { amountOf } from './amounts.ts';
import { windowView } from './board.ts';
import type { FreezeView, FrozenBoard } from './views.ts';

export function freezeView(it: Freeze): FreezeView {
  return { id: it.id, window: it.window, label: windowInChinese(parseWindow(it.window)!), document: it.document, frozenAt: it.frozenAt };
}

interface FrozenRow {
  measure: string;
  owner: string;
  window_name: string;
  standing: Standing;
  value: string | null;
}

/** The board of then: every figure as the freeze printed it, with what the ledger says now beside it. */
export async function readFrozenBoard(db: Queryable, ledger: Ledger, id: string, today: Day): Promise<FrozenBoard> {
  const { mechanism } = ledger;
  const found = (await listFreezes(db)).find((it) => it.id === id);
  if (!found) throw new Refusal('not-found', '没有这次封账，请从封账列表重新进入。');
  const { rows } = await db.query<FrozenRow>('select measure, owner, window_name, standing, value from frozen_figure where freeze_id = $1', [id]);
  const declared = new Map(rows.filter((it) => it.standing === 'declared').map((it) => [keyOf(it), it.value]));
  const printed = rows.filter((it) => it.standing === 'certified' && mechanism.measures.has(it.measure));
  const order = [...mechanism.measures.keys()];
  printed.sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure) || (a.window_name < b.window_name ? -1 : 1));
  const live = await readFigures(db, mechanism, printed.map((it) => ({ measure: it.measure, owner: it.owner, window: parseWindow(it.window_name)!, standing: 'certified' })));
  const names = await ownerNames(db, mechanism, printed.map((it) => it.owner));
  const number = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : amountOf(decimal(text)));
  return {
    freeze: freezeView(found),
    figures: printed.map((it, index) => {
      const window = parseWindow(it.window_name)!;
      const measure = mechanism.measures.get(it.measure)!;
      return {
        measure: it.measure,
        label: measure.label,
        unit: measure.unit,
        owner: { id: it.owner, name: names.get(it.owner) ?? it.owner },
        window: windowView(window, today),
        certified: number(it.value),
        declared: number(declared.get(keyOf(it))),
        live: amountOf(live[index]!.value),
        inside: found.from <= window.from && window.to <= found.to,
      };
    }),
    adjustments: (await readAdjustmentViews(db, ledger, 'certified', Number(found.from.slice(0, 4)))).filter((it) => it.window === found.window),
  };
}

function keyOf(it: Pick<FrozenRow, 'measure' | 'owner' | 'window_name'>): string {
  return [it.measure, it.owner, it.window_name].join(' ');
}
