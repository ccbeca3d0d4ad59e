import { formatDecimal } from '../kernel/decimal.ts';
import { parseMoney } from '../kernel/fen.ts';
import { parseWindow } from '../kernel/window.ts';
import type { AwardCase } from './award.ts';
import { caseDossiers } from './case-subjects.ts';
import { CITY, type Dossier, type Neighbourhood, type Posting } from './dossier.ts';
import { figureOf } from './figure.ts';
import type { PackCase } from './format/cases.ts';
import { derive, type Mechanism } from './mechanism.ts';
import { Parameters, parseParameterValue } from './parameters.ts';

/** Runs every case beside the rules. @returns per case what went otherwise than expected, in Chinese */
export function runCases(mechanism: Mechanism): string[][] {
  return mechanism.pack.cases.map((it) => {
    try {
      return runCase(mechanism, it);
    } catch (error) {
      return [`案例无法运行：${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function runCase(mechanism: Mechanism, format: PackCase): string[] {
  const dossiers = caseDossiers(mechanism, format);
  const around = neighbourhoodOf(dossiers);
  for (const { param, value } of format.decisions) {
    const declared = mechanism.pack.parameters.find((it) => it.id === param);
    if (!declared) throw new Error(`没有声明参数“${param}”`);
    if (parseParameterValue(declared.type, value) === undefined) throw new Error(`“${String(value)}”不能作为“${declared.label}”的取值`);
  }
  const parameters = new Parameters(mechanism.pack.parameters, format.decisions.map((it) => ({ parameter: it.param, value: it.value, from: it.from, document: '案例' })));
  const derived = dossiers.map((it) => derive(mechanism, it, around, parameters));
  const postings = derived.flatMap((it) => it.postings);
  const cases = derived.flatMap((it) => it.cases);
  const owners = new Set([CITY, ...mechanism.pack.units.map((it) => it.id), ...dossiers.map((it) => it.id)]);
  return format.expect.flatMap((it) => {
    if (!('measure' in it)) return mechanism.pack.awards.some((award) => award.id === it.award) ? expectAward(cases, it) : [`没有奖励“${it.award}”`];
    return owners.has(it.of) ? expectFigure(mechanism, postings, it) : [`没有单位或对象“${it.of}”`];
  });
}

/** A neighbourhood of dossiers held in memory: for cases and for tests. */
export function neighbourhoodOf(dossiers: readonly Dossier[]): Neighbourhood {
  const byId = new Map(dossiers.map((it) => [it.id, it]));
  return {
    get: (id) => byId.get(id),
    referring: (id, kind, role) => dossiers.filter((it) => it.kind === kind && it.references[role] === id),
  };
}

function expectFigure(mechanism: Mechanism, postings: readonly Posting[], it: Extract<PackCase['expect'][number], { measure: string }>): string[] {
  const window = parseWindow(it.window);
  const measure = mechanism.measures.get(it.measure);
  if (!window || !measure) return [`期望中的指标或时段不存在：${it.measure} ${it.window}`];
  const sumOf = (id: string, from: string | null): { quantity: bigint; doubt: number } => {
    const chosen = postings.filter((posting) => posting.measure === id && posting.owner === it.of && posting.standing === it.standing && posting.day <= window.to && (from === null || posting.day >= from));
    return { quantity: chosen.reduce((sum, posting) => sum + posting.quantity, 0n), doubt: chosen.reduce((sum, posting) => sum + posting.doubt, 0) };
  };
  const figure = figureOf(measure, window, (id, span) => sumOf(id, span));
  const value = figure.value === null ? null : Number(formatDecimal(figure.value));
  const wrong = value === it.value ? [] : [`${it.measure} ${it.of} ${it.window} 得 ${value}，应为 ${it.value}`];
  if (it.doubt !== undefined && figure.doubt !== it.doubt) wrong.push(`${it.measure} ${it.of} ${it.window} 存疑 ${figure.doubt}，应为 ${it.doubt}`);
  return wrong;
}

function expectAward(cases: readonly AwardCase[], it: Extract<PackCase['expect'][number], { award: string }>): string[] {
  const found = cases.find((one) => one.award === it.award && one.case === it.case && one.year === it.year);
  const outcome = found?.outcome ?? 'none';
  const wrong = outcome === it.outcome ? [] : [`${it.award} ${it.case} ${it.year} 得 ${outcome}，应为 ${it.outcome}`];
  for (const [name, written, fen] of [['amount', it.amount, found?.range?.max], ['amount', it.amount, found?.range?.min], ['min', it.min, found?.range?.min], ['max', it.max, found?.range?.max]] as const) {
    if (written !== undefined && (fen === undefined || parseMoney(written) !== fen)) wrong.push(`${it.award} ${it.case} 的 ${name} 得 ${fen ?? '无'} 分，应为 ${written}`);
  }
  return wrong;
}
