import type { Queryable } from '../../base/database.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { readAdjustments } from '../../ledger/adjustments.ts';
import { listFreezes } from '../../ledger/freeze.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import { numberOf } from './amounts.ts';
import type { AdjustmentView } from './views.ts';

/** What changed in frozen periods of a year after they were frozen. */
export async function readAdjustmentViews(db: Queryable, ledger: Ledger, standing: Standing, year: number): Promise<AdjustmentView[]> {
  const { mechanism } = ledger;
  const found = await readAdjustments(db, await listFreezes(db), standing, year);
  const names = await ownerNames(db, mechanism, found.map((it) => it.owner));
  return found.map((it) => ({
    window: it.window,
    label: windowInChinese(parseWindow(it.window)!),
    measure: it.measure,
    measureLabel: mechanism.measures.get(it.measure)?.label ?? it.measure,
    owner: { id: it.owner, name: names.get(it.owner) ?? it.owner },
    quantity: numberOf(it.quantity),
    subjects: it.subjects,
  }));
}
