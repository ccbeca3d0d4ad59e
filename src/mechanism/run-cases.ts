import { decimal, formatDecimal } from '../kernel/decimal.ts';
import { parseMoney } from '../kernel/fen.ts';
import { parseWindow } from '../kernel/window.ts';
import type { AwardCase } from './award.ts';
import { CITY, type Dossier, type Neighbourhood, type Posting, type Value } from './dossier.ts';
import { figureOf } from './figure.ts';
import type { PackCase } from './format/cases.ts';
import { derive, type Mechanism } from './mechanism.ts';
import { Parameters } from './parameters.ts';
import { ENTRY, type SubjectKind } from './vocabulary.ts';

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
  const dossiers = Object.entries(format.subjects).map(([name, it]) => dossierOf(mechanism, name, it));
  const around = neighbourhoodOf(dossiers);
  const parameters = new Parameters(mechanism.pack.parameters, format.decisions.map((it) => ({ parameter: it.param, value: it.value, from: it.from, document: '案例' })));
  const derived = dossiers.map((it) => derive(mechanism, it, around, parameters));
  const postings = derived.flatMap((it) => it.postings);
  const cases = derived.flatMap((it) => it.cases);
  return format.expect.flatMap((it) => ('measure' in it ? expectFigure(mechanism, postings, it) : expectAward(cases, it)));
}

/** A neighbourhood of dossiers held in memory: for cases and for tests. */
export function neighbourhoodOf(dossiers: readonly Dossier[]): Neighbourhood {
  const byId = new Map(dossiers.map((it) => [it.id, it]));
  return {
    get: (id) => byId.get(id),
    referring: (id, kind, role) => dossiers.filter((it) => it.kind === kind && it.references[role] === id),
  };
}

type CaseSubject = PackCase['subjects'][string];

function dossierOf(mechanism: Mechanism, name: string, it: CaseSubject): Dossier {
  const kind = mechanism.vocabulary[it.kind];
  if (!kind) throw new Error(`没有“${it.kind}”这类对象`);
  const fields: Record<string, Value> = {};
  for (const [field, written] of Object.entries(it.fields)) if (written !== null) fields[field] = valueOf(kind, field, written);
  const milestones: Record<string, Dossier['milestones'][string]> = { [ENTRY]: { day: null, state: it.state, fact: `${name}.${ENTRY}` } };
  for (const [milestone, written] of Object.entries(it.milestones)) {
    if (!kind.milestones[milestone]) throw new Error(`${kind.label}没有里程碑“${milestone}”`);
    const { day, state } = typeof written === 'string' ? { day: written, state: it.state } : written;
    milestones[milestone] = { day, state, fact: `${name}.${milestone}` };
  }
  for (const role of Object.keys(it.references)) if (!kind.references[role]) throw new Error(`${kind.label}没有引用“${role}”`);
  const parts = Array.isArray(it.credits) ? it.credits.map((unit) => ({ unit, share: '1' })) : Object.entries(it.credits).map(([unit, share]) => ({ unit, share: String(share) }));
  return { id: name, kind: it.kind, number: it.number ?? name, unit: parts[0]?.unit ?? '', fields, milestones, references: it.references, credits: parts.length > 0 ? [{ from: null, parts }] : [] };
}

function valueOf(kind: SubjectKind, name: string, written: string | number | boolean): Value {
  const field = kind.fields[name];
  if (!field) throw new Error(`${kind.label}没有字段“${name}”`);
  if (field.type === 'money') {
    const fen = parseMoney(String(written));
    if (fen === undefined) throw new Error(`“${String(written)}”不是金额，应写成“4300万元”`);
    return String(fen);
  }
  if (field.type === 'number') return formatDecimal(decimal(String(written)));
  return typeof written === 'boolean' ? written : String(written);
}

function expectFigure(mechanism: Mechanism, postings: readonly Posting[], it: Extract<PackCase['expect'][number], { measure: string }>): string[] {
  const window = parseWindow(it.window);
  const measure = mechanism.measures.get(it.measure);
  if (!window || !measure) return [`期望中的指标或时段不存在：${it.measure} ${it.window}`];
  const sumOf = (id: string, from: string | null): { quantity: bigint; doubt: number } => {
    const chosen = postings.filter((posting) => posting.measure === id && posting.owner === (it.of === CITY ? CITY : it.of) && posting.standing === it.standing && posting.day <= window.to && (from === null || posting.day >= from));
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
    if (written !== undefined && parseMoney(written) !== fen) wrong.push(`${it.award} ${it.case} 的 ${name} 得 ${fen ?? '无'} 分，应为 ${written}`);
  }
  return wrong;
}
