import { type Fen, parseMoney, parseRate, timesRate } from '../kernel/fen.ts';
import { divideRoundHalfUp } from '../kernel/decimal.ts';
import type { Amount } from './format/awards.ts';
import { type AmountInput, compileBase, money, type Range, rateOperand } from './amount.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition } from './condition.ts';
import { bracketRange, checkBrackets } from './brackets.ts';

/** Undefined where a parameter is open or a field blank: its name stands in `missing`. */
export interface CompiledAmount {
  readonly sentence: string;
  evaluate(input: AmountInput, missing: string[]): Range | undefined;
}

const exact = (fen: Fen): Range => ({ min: fen, max: fen });
const each = (range: Range, change: (fen: Fen) => Fen): Range => ({ min: change(range.min), max: change(range.max) });

export function compileAmount(context: CompileContext, format: Amount): CompiledAmount {
  if ('fixed' in format) {
    const fixed = money(context, format.fixed);
    return { sentence: fixed.sentence, evaluate: (input, missing) => wrap(fixed.read(input, missing)) };
  }
  if ('range' in format) return compileRange(context, format.range);
  if ('table' in format) return compileTable(context, format);
  if ('brackets' in format) return compileBrackets(context, format);
  if ('rate' in format) {
    const rate = rateOperand(context, format.rate);
    const base = compileBase(context, format.of);
    return { sentence: `${base.sentence}的${rate.sentence}`, evaluate: (input, missing) => both(base.read(input, missing), rate.read(input, missing), (range, it) => each(range, (fen) => timesRate(fen, it))) };
  }
  if ('step' in format) return compileStep(context, format);
  if ('match' in format) {
    const rate = parseRate(format.match)!;
    const base = compileBase(context, format.of);
    return { sentence: `按${base.sentence}的${format.match}配套`, evaluate: (input, missing) => both(base.read(input, missing), rate, (range, it) => each(range, (fen) => timesRate(fen, it))) };
  }
  if ('perHead' in format) return compilePerHead(context, format);
  if ('uplift' in format) {
    const inner = compileAmount(context, format.of);
    const when = compileCondition(context, format.when);
    const rate = parseRate(format.uplift)!;
    return {
      sentence: `${inner.sentence}，${when.sentence}的上浮${format.uplift}`,
      evaluate: (input, missing) => both(inner.evaluate(input, missing), when.explain(input.scope, input.sight), (range, { outcome, missing: open }) => {
        missing.push(...open);
        return {
          min: outcome === 'yes' ? range.min + timesRate(range.min, rate) : range.min,
          max: outcome === 'no' ? range.max : range.max + timesRate(range.max, rate),
        };
      }),
    };
  }
  if ('bestOf' in format) {
    const parts = format.bestOf.map((it) => compileAmount(context, it));
    return {
      sentence: `就高：${parts.map((it) => it.sentence).join('；')}`,
      evaluate: (input, missing) => {
        const ranges = parts.map((it) => it.evaluate(input, missing));
        return ranges.every((it) => it !== undefined) ? { min: highest(ranges.map((it) => it.min)), max: highest(ranges.map((it) => it.max)) } : undefined;
      },
    };
  }
  return compileClamp(context, format);
}

const highest = (list: Fen[]): Fen => list.reduce((a, b) => (a > b ? a : b));
const wrap = (fen: Fen | undefined): Range | undefined => (fen === undefined ? undefined : exact(fen));

function both<A, B, C>(a: A | undefined, b: B | undefined, join: (a: A, b: B) => C): C | undefined {
  return a === undefined || b === undefined ? undefined : join(a, b);
}

function compileRange(context: CompileContext, range: { min: string | { param: string }; max: string | { param: string } }): CompiledAmount {
  const min = money(context, range.min);
  const max = money(context, range.max);
  checkOrder(context, range.min, range.max);
  return { sentence: `${min.sentence}至${max.sentence}，由评定决定`, evaluate: (input, missing) => both(min.read(input, missing), max.read(input, missing), (a, b) => ({ min: a, max: b })) };
}

function checkOrder(context: CompileContext, min: unknown, max: unknown): void {
  if (typeof min === 'string' && typeof max === 'string' && parseMoney(min)! > parseMoney(max)!) context.problem(`区间颠倒：${min} 高于 ${max}`);
}

function compileTable(context: CompileContext, format: Extract<Amount, { table: string }>): CompiledAmount {
  const field = context.vocabulary[context.kinds[0]!]?.fields[format.table];
  if (field?.type !== 'choice') context.problem(`“${format.table}”不是选项字段，不能作分档表`);
  const words = (field?.list && context.lists[field.list]) || [];
  for (const word of Object.keys(format.rows)) if (!words.includes(word)) context.problem(`分档表的“${word}”不在“${field?.label}”的选项之中`);
  if (format.otherwise === undefined) for (const word of words) if (!(word in format.rows)) context.problem(`分档表缺“${word}”一档`);
  const rows = new Map(Object.entries(format.rows).map(([word, text]) => [word, parseMoney(text)!]));
  const otherwise = format.otherwise === undefined ? undefined : parseMoney(format.otherwise)!;
  return {
    sentence: `按${field?.label ?? format.table}：${Object.entries(format.rows).map(([word, text]) => `${word}${text}`).join('，')}`,
    evaluate: ({ scope }, missing) => {
      const word = scope.subject.fields[format.table];
      if (word !== undefined) return wrap(rows.get(String(word)) ?? otherwise);
      missing.push(field?.label ?? format.table);
      const all = [...rows.values(), ...(otherwise === undefined ? [] : [otherwise])];
      return { min: -highest(all.map((it) => -it)), max: highest(all) };
    },
  };
}

function compileBrackets(context: CompileContext, format: Extract<Amount, { brackets: unknown }>): CompiledAmount {
  checkBrackets(context, format.brackets, format.marginal);
  const base = compileBase(context, format.of);
  const parts = format.brackets.map((it) => ({
    from: parseMoney(it.from)!,
    pay: it.pay === undefined ? undefined : money(context, it.pay),
    rate: it.rate === undefined ? undefined : rateOperand(context, it.rate),
    text: `${it.from}起${it.pay === undefined ? '' : typeof it.pay === 'string' ? it.pay : '按决定'}${it.rate === undefined ? '' : typeof it.rate === 'string' ? it.rate : '按决定'}`,
  }));
  return {
    sentence: `按${base.sentence}${format.marginal ? '超额累进' : '整档'}：${parts.map((it) => it.text).join('，')}`,
    evaluate: (input, missing) => {
      const open: string[] = [];
      const rows = parts.map((it) => ({ from: it.from, pay: it.pay?.read(input, open), rate: it.rate?.read(input, open) }));
      missing.push(...open);
      return both(base.read(input, missing), open.length > 0 ? undefined : rows, (range, list) => bracketRange(list, range, format.marginal));
    },
  };
}

function compileStep(context: CompileContext, format: Extract<Amount, { step: unknown }>): CompiledAmount {
  const base = compileBase(context, format.of);
  const { from, every, pay, start } = format.step;
  const [floor, size, more, first] = [from, every, pay, start].map((it) => parseMoney(it)!) as [Fen, Fen, Fen, Fen];
  if (size <= 0n) context.problem('每一步的大小应大于 0');
  return {
    sentence: `${base.sentence}达${from}的${start}，此后每满${every}加${pay}`,
    evaluate: (input, missing) => both(base.read(input, missing), size > 0n ? size : undefined, (range, it) => each(range, (fen) => (fen < floor ? 0n : first + ((fen - floor) / it) * more))),
  };
}

function compilePerHead(context: CompileContext, format: Extract<Amount, { perHead: unknown }>): CompiledAmount {
  const pay = money(context, format.perHead);
  const { heads } = format;
  const label = heads === 'items' ? '每项' : `每${context.vocabulary[context.kinds[0]!]?.fields[heads.field]?.label ?? heads.field}`;
  if (heads === 'items' && context.itemKind === undefined) context.problem('奖励没有按条目分组（each），不能按条目数计');
  if (heads !== 'items' && context.vocabulary[context.kinds[0]!]?.fields[heads.field]?.type !== 'number') context.problem(`“${heads.field}”不是数字字段`);
  return {
    sentence: `${label}${pay.sentence}`,
    evaluate: (input, missing) => {
      const fen = pay.read(input, missing);
      if (fen === undefined) return undefined;
      if (heads === 'items') {
        const count = input.items();
        return { min: fen * count.min, max: fen * count.max };
      }
      const written = input.scope.subject.fields[heads.field];
      if (written === undefined) {
        missing.push(label);
        return undefined;
      }
      const [whole, fraction = ''] = String(written).split('.');
      return exact(divideRoundHalfUp(fen * BigInt(whole! + fraction), 10n ** BigInt(fraction.length)));
    },
  };
}

function compileClamp(context: CompileContext, format: Extract<Amount, { clamp: Amount }>): CompiledAmount {
  const inner = compileAmount(context, format.clamp);
  const min = format.min === undefined ? undefined : money(context, format.min);
  const max = format.max === undefined ? undefined : money(context, format.max);
  checkOrder(context, format.min, format.max);
  return {
    sentence: `${inner.sentence}${min ? `，最低${min.sentence}` : ''}${max ? `，最高${max.sentence}` : ''}`,
    evaluate: (input, missing) => {
      const range = inner.evaluate(input, missing);
      const low = min?.read(input, missing);
      const high = max?.read(input, missing);
      if ((min && low === undefined) || (max && high === undefined)) return undefined;
      // What cannot be computed yet is still no more than the upper bound.
      if (range === undefined) return high === undefined ? undefined : { min: low ?? 0n, max: high };
      return each(range, (fen) => {
        const raised = low !== undefined && fen < low ? low : fen;
        return high !== undefined && raised > high ? high : raised;
      });
    },
  };
}
