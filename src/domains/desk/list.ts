import { actorOf } from '../../base/context.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { unitName } from '../../mechanism/units.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { ENTRY_LABEL } from '../records/terms.ts';
import { deadlinesOf, lightOf } from './deadlines.ts';
import { shownNames } from './shown-names.ts';
import { countWaiting, findWaiting } from './store.ts';
import { DESK_PAGE, waitLabels, waitsOf } from './terms.ts';
import type { DeskQuery, DeskView } from './views.ts';

/** What waits for the actor's unit by the pack's matrix: the oldest first, with how long it has waited. */
export async function readDesk(context: LedgerContext, query: DeskQuery): Promise<DeskView> {
  const { database, ledger: { mechanism } } = context;
  const { pack, vocabulary } = mechanism;
  const actor = actorOf(context);
  const scope = context.rights.scope(actor, 'records:read');
  const deadlines = deadlinesOf(pack.holidays, await parametersInForce(database, mechanism), context.clock.today());
  const [{ rows, total }, groups] = await Promise.all([
    findWaiting(database, scope, actor.unit, query, deadlines.redSince),
    countWaiting(database, scope, actor.unit, { yellow: deadlines.yellowSince, red: deadlines.redSince }),
  ]);
  const nameOf = await shownNames(context, rows);
  const sum = (of: (it: (typeof groups)[number]) => number): number => groups.reduce((all, it) => all + of(it), 0);
  const milestoneName = (kind: string, id: string): string => (id === ENTRY ? ENTRY_LABEL : (vocabulary[kind]?.milestones[id]?.label ?? id));
  return {
    rows: rows.map((it) => ({
      id: it.id, kind: it.kind, kindLabel: vocabulary[it.kind]?.label ?? it.kind, number: it.number, name: nameOf(it), unit: { id: it.unit, name: unitName(pack, it.unit) }, version: it.version,
      milestone: it.milestone, milestoneLabel: milestoneName(it.kind, it.milestone), day: it.day,
      waits: waitsOf(it.state, it.part), waitsLabel: waitLabels[waitsOf(it.state, it.part)],
      since: it.since, age: deadlines.age(it.since), light: lightOf(deadlines, it.since),
      frozen: it.frozen === null ? null : windowInChinese(parseWindow(it.frozen)!),
      missing: [...it.lacks, ...it.unproved],
    })),
    total,
    page: query.page,
    pageSize: DESK_PAGE,
    all: {
      total: sum((it) => it.count), slow: sum((it) => it.slow), late: sum((it) => it.late),
      kinds: counted(groups, (it) => it.kind, (it) => vocabulary[it.kind]?.label ?? it.kind),
      milestones: counted(groups, (it) => it.milestone, (it) => milestoneName(it.kind, it.milestone)),
      units: counted(groups, (it) => it.unit, (it) => unitName(pack, it.unit)),
      waits: counted(groups, (it) => waitsOf(it.state, it.part), (it) => waitLabels[waitsOf(it.state, it.part)]),
    },
    days: { yellow: deadlines.yellow, red: deadlines.red },
    notice: deadlines.notice,
    returnReasons: [...(pack.lists['returnReasons'] ?? [])],
  };
}

function counted<T extends { count: number }>(groups: readonly T[], idOf: (it: T) => string, nameOf: (it: T) => string): { id: string; name: string; count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>();
  for (const it of groups) {
    const held = found.get(idOf(it)) ?? { id: idOf(it), name: nameOf(it), count: 0 };
    found.set(held.id, { ...held, count: held.count + it.count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
