import { divideRoundHalfUp } from '../kernel/decimal.ts';
import { type Fen, parseMoney, type Rate, timesRate } from '../kernel/fen.ts';
import type { Range } from './amount.ts';
import type { CompileContext } from './compile-context.ts';

interface BracketFormat {
  readonly from: string;
  readonly to?: string | undefined;
  readonly pay?: unknown;
  readonly rate?: unknown;
}

/** Brackets begin at 0, rise, join each other and pay one thing each. */
export function checkBrackets(context: CompileContext, brackets: readonly BracketFormat[], marginal: boolean): void {
  let previous: Fen | undefined;
  for (const [index, it] of brackets.entries()) {
    const from = parseMoney(it.from)!;
    const next = brackets[index + 1];
    const to = it.to === undefined ? undefined : parseMoney(it.to)!;
    if (to !== undefined && next && to < parseMoney(next.from)!) context.problem(`档次之间有空档：${it.to}到${next.from}没有规定`);
    if (to !== undefined && next && to > parseMoney(next.from)!) context.problem(`档次重叠：${next.from}到${it.to}属于两档`);
    if (to !== undefined && !next) context.problem(`最高一档到${it.to}为止，其上留有空档`);
    if (previous === undefined && from !== 0n) context.problem(`第一档应从“0元”开始，现从${it.from}开始，其下留有空档`);
    if (previous !== undefined && from === previous) context.problem(`档次重叠：两档都从${it.from}开始`);
    if (previous !== undefined && from < previous) context.problem(`档次次序颠倒：${it.from}排在更高的一档之后`);
    if ((it.pay === undefined) === (it.rate === undefined)) context.problem(`${it.from}一档应写定额或比率之一`);
    if (marginal && it.rate === undefined) context.problem(`超额累进的${it.from}一档应写比率`);
    previous = from;
  }
}

export interface Bracket {
  readonly from: Fen;
  readonly pay: Fen | undefined;
  readonly rate: Rate | undefined;
}

/** What brackets pay on an amount that lies somewhere in a range. A higher bracket may pay less, so each bracket's both ends are looked at. */
export function bracketRange(brackets: readonly Bracket[], { min, max }: Range, marginal: boolean): Range {
  const ends = brackets.flatMap(({ from }) => [from - 1n, from]).filter((it) => min < it && it < max);
  const pays = [min, ...ends, max].map((it) => bracketPay(brackets, it, marginal));
  return { min: pays.reduce((a, b) => (a < b ? a : b)), max: pays.reduce((a, b) => (a > b ? a : b)) };
}

/** Whole: all of it by its bracket; marginal: each part by its own, rounded once. */
function bracketPay(brackets: readonly Bracket[], amount: Fen, marginal: boolean): Fen {
  if (!marginal) {
    const last = brackets.filter((it) => it.from <= amount).at(-1);
    return !last ? 0n : last.pay ?? (last.rate ? timesRate(amount, last.rate) : 0n);
  }
  const exact = brackets.reduce<Rate>((sum, it, index) => {
    const end = brackets[index + 1]?.from;
    const top = end !== undefined && end < amount ? end : amount;
    return top > it.from && it.rate ? plus(sum, { numerator: (top - it.from) * it.rate.numerator, denominator: it.rate.denominator }) : sum;
  }, { numerator: 0n, denominator: 1n });
  return divideRoundHalfUp(exact.numerator, exact.denominator);
}

function plus(a: Rate, b: Rate): Rate {
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}
