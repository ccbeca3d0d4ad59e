import type { LedgerContext } from '../../ledger/context.ts';
import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { type Contribution, type FigureKey, printedFigures, readContributions } from '../../ledger/figures.ts';
import { readShownFigures } from '../../ledger/printed.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import type { MeasureFormat } from '../../mechanism/format/measures.ts';
import { readAdjustmentViews } from './adjustment-views.ts';
import { amountOf } from './amounts.ts';
import { readTargetLine, windowView } from './board.ts';
import { readContributionViews } from './contribution-views.ts';
import { readBreakdown } from './breakdown.ts';
import { readInForce } from './in-force.ts';
import type { FigureDetail } from './views.ts';

/** One figure, open: what it consists of, by what rule and clause, and what hangs on it. */
export async function readFigureDetail(context: LedgerContext, input: { measure: string; owner: string; window: string; standing: Standing }): Promise<FigureDetail> {
  const { database: db, ledger } = context;
  const { mechanism } = ledger;
  const measure = mechanism.measures.get(input.measure);
  const window = parseWindow(input.window);
  if (!measure || !window) throw new Refusal('not-found', '没有这项指标或这个时段，请从任务总表重新进入。');
  const names = await ownerNames(db, mechanism, [input.owner]).catch(() => new Map<string, string>());
  const name = names.get(input.owner);
  if (name === undefined) throw new Refusal('not-found', '没有这个单位或平台，请从任务总表重新进入。');
  const today = context.clock.today();
  const key: FigureKey = { measure: measure.id, owner: input.owner, window, standing: input.standing };
  const [certified, declared] = await readShownFigures(db, mechanism, [{ ...key, standing: 'certified' }, { ...key, standing: 'declared' }]);
  const shown = input.standing === 'certified' ? certified! : declared!;
  const upTo = shown.frozenBy?.lastSeq;
  const counted = 'ratio' in measure ? measure.ratio.of : measure.id;
  const contributions: Contribution[] = await readContributions(db, mechanism, counted, key, upTo);
  const views = await readContributionViews(context, actorOf(context), contributions);
  const year = Number(window.from.slice(0, 4));
  return {
    measure: { id: measure.id, label: measure.label, unit: measure.unit, note: measure.note ?? null, rules: rulesOf(context, measure), clauses: clauseRefs(mechanism.pack, measure.clauses) },
    owner: { id: input.owner, name },
    window: windowView(window, today),
    standing: input.standing,
    value: amountOf(shown.value),
    certified: amountOf(certified!.value),
    declared: amountOf(declared!.value),
    doubt: shown.doubt,
    target: await readTargetLine(db, ledger, key, today),
    frozen: shown.frozenBy
      ? { window: shown.frozenBy.window, label: windowInChinese(parseWindow(shown.frozenBy.window)!), at: shown.frozenBy.frozenAt, document: shown.frozenBy.document, live: amountOf(shown.live.value) }
      : null,
    parts: 'ratio' in measure
      ? [
          { measure: measure.ratio.of, label: mechanism.measures.get(measure.ratio.of)!.label, value: amountOf(shown.of!.numerator)!, role: 'numerator' },
          { measure: measure.ratio.over, label: mechanism.measures.get(measure.ratio.over)!.label, value: amountOf(shown.of!.denominator)!, role: 'denominator' },
        ]
      : [],
    ...views,
    decisions: await readInForce(db, ledger, partsOf(measure), window.to < today ? window.to : today),
    adjustments: (await readAdjustmentViews(db, ledger, input.standing, year)).filter((it) => it.owner.id === input.owner && partsOf(measure).includes(it.measure)),
    breakdown: await readBreakdown(context, await printedFigures(db, mechanism, measure.id, year, input.standing)),
  };
}

/** The measure itself, or both halves of a ratio. */
function partsOf(measure: MeasureFormat): string[] {
  return 'ratio' in measure ? [measure.id, measure.ratio.of, measure.ratio.over] : [measure.id];
}

function rulesOf({ ledger: { mechanism } }: LedgerContext, measure: MeasureFormat): string[] {
  const words = (id: string): string[] => mechanism.rules.filter((it) => it.measure === id).map((it) => it.sentence);
  if (!('ratio' in measure)) return words(measure.id);
  const [top, bottom] = [measure.ratio.of, measure.ratio.over].map((id) => mechanism.measures.get(id)!.label);
  return [`${top}除以${bottom}，四舍五入到百分数后${Math.max(0, measure.ratio.places - 2)}位`, ...words(measure.ratio.of), ...words(measure.ratio.over)];
}

