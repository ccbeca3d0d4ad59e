import type { Day } from '../kernel/day.ts';
import { yearOf } from '../kernel/day.ts';
import { type CompiledAmount, compileAmount } from './compile-amount.ts';
import { type Range, rangeInChinese } from './amount.ts';
import { type CompileContext, inside } from './compile-context.ts';
import { always, type CompiledCondition, compileCondition } from './condition.ts';
import type { Dossier, Neighbourhood } from './dossier.ts';
import type { AwardFormat } from './format/awards.ts';
import type { Explained, Outcome } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { dayOf, isVisible, referring, type Scope, type Sight } from './visibility.ts';

/** A case that falls under an award in a year, decided. Amounts in fen; absent for a no. */
export interface AwardCase {
  readonly award: string;
  /** The subject's number, or `number|group` where the award looks at groups. */
  readonly case: string;
  readonly year: number;
  /** The day whose rules and parameters hold: the last that the case is dated by. */
  readonly day: Day;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly range?: Range;
  readonly working: Explained;
  readonly missing: readonly string[];
}

export interface CompiledAward {
  readonly format: AwardFormat;
  readonly sentence: string;
  cases(dossier: Dossier, around: Neighbourhood, parameters: Parameters): AwardCase[];
}

/** Awards look at what is certified. */
const STANDING = 'certified';

export function compileAward(base: Omit<CompileContext, 'kinds' | 'chain'>, format: AwardFormat): CompiledAward {
  const context: CompileContext = { ...base, kinds: [format.subject], chain: [], ...(format.each && { itemKind: format.each.kind }) };
  const kind = context.vocabulary[format.subject];
  if (!kind) context.problem(`没有“${format.subject}”这类对象`);
  if (kind && format.dated && !kind.milestones[format.dated]) context.problem(`${kind.label}没有里程碑“${format.dated}”`);
  const when = compileCondition(context, format.when);
  const where = compileCondition(context, format.where);
  const items = format.each && compileItems(context, format.each);
  const amount = compileAmount(context, format.amount);
  const conditions = [items?.condition.sentence, where.sentence].filter(Boolean).join('，且');
  return {
    format,
    sentence: `${when.sentence ? `${kind?.label ?? ''}，凡${when.sentence}的，` : ''}${conditions && `须符合：${conditions}；`}金额：${amount.sentence}`,
    cases: (dossier, around, parameters) => {
      if (!isVisible(dossier, STANDING)) return [];
      const found = items ? groupsOf(dossier, around, parameters, format, items) : single(dossier, format);
      return found.flatMap((group) => {
        const day = group.day;
        if (!inForce(format, day)) return [];
        const sight: Sight = { standing: STANDING, around, parameters, day };
        const scope: Scope = { subject: dossier };
        if (when.evaluate(scope, sight) !== 'yes') return [];
        return [decide(format, { where, amount, group, scope, sight })];
      });
    },
  };
}

function inForce({ from, to }: AwardFormat, day: Day): boolean {
  return (from ?? '') <= day && (to === undefined || day <= to);
}

/** What one case is made of: its key, its day, and in a grouping award its items. */
interface Group {
  readonly key: string;
  readonly year: number;
  readonly day: Day;
  readonly items: readonly { dossier: Dossier; outcome: Outcome; explained: Explained }[];
}

function single(dossier: Dossier, format: AwardFormat): Group[] {
  const day = dayOf(dossier, format.dated!, STANDING);
  return day === undefined ? [] : [{ key: dossier.number, year: yearOf(day), day, items: [] }];
}

interface CompiledItems {
  readonly condition: CompiledCondition;
  readonly format: NonNullable<AwardFormat['each']>;
}

function compileItems(context: CompileContext, format: NonNullable<AwardFormat['each']>): CompiledItems {
  const inner = inside(context, format.kind, format.by);
  const kind = context.vocabulary[format.kind];
  if (kind && !kind.fields[format.group]) context.problem(`${kind.label}没有字段“${format.group}”，不能按它分组`);
  if (kind && !kind.milestones[format.dated]) context.problem(`${kind.label}没有里程碑“${format.dated}”`);
  return { condition: compileCondition(inner, format.where), format };
}

function groupsOf(dossier: Dossier, around: Neighbourhood, parameters: Parameters, award: AwardFormat, items: CompiledItems): Group[] {
  const groups = new Map<string, { key: string; year: number; day: Day; items: Group['items'][number][] }>();
  const { kind, by, group, dated } = items.format;
  const outermost: Sight = { standing: STANDING, around, parameters, day: award.from ?? '' };
  for (const item of referring(outermost, dossier.id, kind, by)) {
    const day = dayOf(item, dated, STANDING);
    const name = item.fields[group];
    if (day === undefined || name === undefined || !inForce(award, day)) continue;
    const sight = { ...outermost, day };
    const explained = items.condition.explain({ subject: item, outer: { subject: dossier } }, sight);
    if (explained.outcome === 'no') continue;
    const key = `${dossier.number}|${String(name)}`;
    const year = yearOf(day);
    const held = groups.get(`${year} ${key}`) ?? { key, year, day, items: [] };
    held.items.push({ dossier: item, outcome: explained.outcome, explained: { ...explained, sentence: `${item.number}：${explained.sentence}` } });
    if (day > held.day) held.day = day;
    groups.set(`${year} ${key}`, held);
  }
  return [...groups.values()];
}

interface Deciding {
  where: CompiledCondition;
  amount: CompiledAmount;
  group: Group;
  scope: Scope;
  sight: Sight;
}

function decide(format: AwardFormat, { where, amount, group, scope, sight }: Deciding): AwardCase {
  const own = where === always ? undefined : where.explain(scope, sight);
  const sure = group.items.some((it) => it.outcome === 'yes');
  const fromItems: Outcome = !format.each || sure ? 'yes' : 'unknown';
  const outcome: Outcome = own?.outcome === 'no' ? 'no' : own?.outcome === 'unknown' || fromItems === 'unknown' ? 'unknown' : 'yes';
  const missing = [...(own?.missing ?? []), ...group.items.flatMap((it) => it.explained.missing)];
  const parts = [...(own ? [own] : []), ...group.items.map((it) => it.explained)];
  const blank: string[] = [];
  const range = outcome === 'no' ? undefined : amount.evaluate({ scope, sight, sum: (field) => sumOf(group, field), items: () => countOf(group) }, blank);
  const working: Explained = { sentence: range ? `${amount.sentence}，得${rangeInChinese(range)}` : amount.sentence, outcome, missing: [...missing, ...blank], parts };
  const settled = outcome === 'yes' && !range ? 'unknown' : outcome;
  return { award: format.id, case: group.key, year: group.year, day: group.day, subject: scope.subject.id, outcome: settled, ...(range && { range }), working, missing: [...new Set([...missing, ...blank])] };
}

/** What surely counts up to what may; undefined where the amount of one is blank. */
function sumOf(group: Group, field: string): Range | undefined {
  let min = 0n;
  let max = 0n;
  for (const { dossier, outcome } of group.items) {
    const written = dossier.fields[field];
    if (written === undefined) return undefined;
    const fen = BigInt(written as string);
    max += fen;
    if (outcome === 'yes') min += fen;
  }
  return { min, max };
}

function countOf(group: Group): { min: bigint; max: bigint } {
  return { min: BigInt(group.items.filter((it) => it.outcome === 'yes').length), max: BigInt(group.items.length) };
}
