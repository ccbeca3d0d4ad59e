import { windowAt } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { FigureKey } from '../../ledger/figures.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { readShownFigures } from '../../ledger/printed.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { TargetFormat } from '../../mechanism/format/tasks.ts';
import { expandUnits } from '../../mechanism/units.ts';
import { targetAmount } from '../../mechanism/target.ts';
import { amountOf, numberOf } from './amounts.ts';
import { windowView } from './board.ts';
import { lightOf } from './light.ts';
import type { FigureDetail } from './views.ts';

/** A measure's printed figures by owner, each window a cell: how a total is spread over units and time. */
export async function readBreakdown({ database, ledger, clock }: LedgerContext, keys: readonly FigureKey[]): Promise<FigureDetail['breakdown']> {
  const { mechanism } = ledger;
  const figures = await readShownFigures(database, mechanism, keys);
  const names = await ownerNames(database, mechanism, keys.map((it) => it.owner));
  const parameters = await parametersInForce(database, mechanism);
  const today = clock.today();
  const rows = new Map<string, FigureDetail['breakdown'][number]>();
  for (const [index, key] of keys.entries()) {
    const row = rows.get(key.owner) ?? { owner: { id: key.owner, name: names.get(key.owner)! }, cells: [] };
    const target = targetOf(mechanism.pack, key);
    const wanted = target ? numberOf(targetAmount(target, parameters, key.window.to)) : null;
    const value = amountOf(figures[index]!.value);
    const isRatio = 'ratio' in mechanism.measures.get(key.measure)!;
    const light = wanted === null ? 'none' : lightOf({ window: key.window, today, value, target: wanted, isRatio });
    row.cells.push({ window: windowView(key.window, today), value, target: wanted, light, frozen: figures[index]!.frozenBy !== undefined });
    rows.set(key.owner, row);
  }
  return [...rows.values()];
}

function targetOf(pack: Pack, { measure, owner, window }: FigureKey): TargetFormat | undefined {
  return pack.tasks.flatMap((it) => it.targets).find((it) => it.measure === measure && windowAt(window.from, it.per).name === window.name && speaksOf(pack, it, owner, window.to));
}

function speaksOf(pack: Pack, { of }: TargetFormat, owner: string, day: string): boolean {
  if (of === 'city') return owner === 'city';
  return Array.isArray(of) ? expandUnits(pack, of, day).includes(owner) : !pack.units.some((it) => it.id === owner) && owner !== 'city';
}
