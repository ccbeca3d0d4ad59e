import { type Fen, parseMoney, type Rate, timesRate } from '../kernel/fen.ts';
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

/** What brackets pay on an amount; whole: all of it by its bracket; marginal: each part by its own. */
export function bracketPay(brackets: readonly Bracket[], amount: Fen, marginal: boolean): Fen {
  if (!marginal) {
    const last = brackets.filter((it) => it.from <= amount).at(-1);
    return !last ? 0n : last.pay ?? (last.rate ? timesRate(amount, last.rate) : 0n);
  }
  return brackets.reduce((sum, it, index) => {
    const end = brackets[index + 1]?.from;
    const top = end !== undefined && end < amount ? end : amount;
    return top > it.from && it.rate ? sum + timesRate(top - it.from, it.rate) : sum;
  }, 0n);
}
