import type { Queryable } from '../../base/database.ts';
import type { Scope } from '../../base/rights.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { freezeOf, listFreezes } from '../../ledger/freeze.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ledgerState, type Preview } from '../../ledger/preview.ts';
import type { AwardTotal, CaseSide } from '../../ledger/preview-cases.ts';
import type { FigureChange, PreviewedFigure } from '../../ledger/preview-figures.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { rangeInChinese } from '../../mechanism/amount.ts';
import { CITY } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { visibleSubjects } from './store.ts';
import type { MeasureChange, PreviewView } from './views.ts';

/** So many changed figures of a measure, and cases of an award, are shown one by one. */
const SHOWN = 200;

/** What came since a preview was worked out. */
export type Since = Pick<PreviewView, 'recordsSince' | 'rulesSince'>;

/** Whether other decisions, a corrected mechanism or new records came since a preview was worked out. */
export async function sincePreview(db: Queryable, { on }: Preview): Promise<Since> {
  const now = await ledgerState(db);
  return { recordsSince: now.acts - on.acts, rulesSince: now.revision !== on.revision };
}

/** What a decision would change, with names. @param scope in which single award cases are seen; undefined where none are */
export async function previewView(db: Queryable, { mechanism }: Ledger, preview: Preview, at: Date, since: Since, scope: Scope | undefined): Promise<PreviewView> {
  return {
    at: at.toISOString(),
    subjects: preview.subjects,
    ...since,
    measures: await measureChanges(db, mechanism, preview.figures),
    targets: preview.targets.map((it) => {
      const task = mechanism.pack.tasks.find((one) => one.id === it.task);
      const measure = mechanism.measures.get(it.measure);
      return { task: { id: it.task, name: task?.title ?? it.task }, measure: measure?.label ?? it.measure, unit: measure?.unit ?? '', window: windowNamed(it.window), atLeast: { before: Number(it.atLeast[0]), after: Number(it.atLeast[1]) } };
    }),
    awards: await awardChanges(db, mechanism, preview, scope),
  };
}

function windowNamed(name: string): { name: string; label: string } {
  return { name, label: windowInChinese(parseWindow(name)!) };
}

async function measureChanges(db: Queryable, mechanism: Mechanism, figures: readonly PreviewedFigure[]): Promise<MeasureChange[]> {
  const names = await ownerNames(db, mechanism, figures.map((it) => it.owner));
  const freezes = await listFreezes(db);
  const order = (it: PreviewedFigure): string => `${it.window.slice(0, 4)} ${it.owner === CITY ? 0 : 1} ${it.window.length} ${it.window}`;
  return [...mechanism.measures.values()].flatMap((measure): MeasureChange[] => {
    const own = figures.filter((it) => it.measure === measure.id).sort((a, b) => (order(a) < order(b) ? -1 : 1));
    if (own.length === 0) return [];
    const shown = own.slice(0, SHOWN).map((it) => {
      const frozen = freezeOf(freezes, parseWindow(it.window)!);
      return {
        owner: { id: it.owner, name: names.get(it.owner) ?? it.owner },
        window: windowNamed(it.window),
        certified: changeView(it.standings.certified),
        declared: changeView(it.standings.declared),
        frozen: frozen ? windowNamed(frozen.window).label : null,
      };
    });
    return [{ id: measure.id, label: measure.label, unit: measure.unit, total: own.length, figures: shown }];
  });
}

function changeView(it: FigureChange | undefined): MeasureChange['figures'][number]['certified'] {
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  return it ? { value: { before: number(it.value[0]), after: number(it.value[1]) }, doubt: { before: it.doubt[0], after: it.doubt[1] } } : null;
}

async function awardChanges(db: Queryable, { awards, vocabulary }: Mechanism, { cases, awards: changes }: Preview, scope: Scope | undefined): Promise<PreviewView['awards']> {
  const named = new Map(Object.values(vocabulary).map((it) => [it.kind, it.nameField !== undefined && it.fields[it.nameField]?.type !== 'person' ? it.nameField : undefined]));
  const visible = scope ? await visibleSubjects(db, scope, cases.map((it) => it.subject), named) : new Map<string, string>();
  return awards.flatMap(({ format: { id, label } }) => {
    const own = cases.filter((it) => it.award === id);
    const all = changes[id];
    if (own.length === 0 || !all) return [];
    const seen = own.filter((it) => visible.has(it.subject));
    return [{
      id,
      label,
      totals: { before: totalView(all.totals[0]), after: totalView(all.totals[1]) },
      changed: all.changed,
      cases: seen.slice(0, SHOWN).map((it) => ({ case: it.case, year: it.year, subject: { id: it.subject, name: visible.get(it.subject)! }, sides: { before: sideView(it.sides[0]), after: sideView(it.sides[1]) } })),
      hidden: own.length - seen.length,
    }];
  });
}

function totalView({ min, max, ...counts }: AwardTotal): PreviewView['awards'][number]['totals']['before'] {
  return { ...counts, minFen: min, maxFen: max, text: rangeInChinese({ min: BigInt(min), max: BigInt(max) }) };
}

function sideView(side: CaseSide | null): PreviewView['awards'][number]['cases'][number]['sides']['before'] {
  return side && { outcome: side.outcome, amount: side.min === null || side.max === null ? null : rangeInChinese({ min: BigInt(side.min), max: BigInt(side.max) }) };
}
