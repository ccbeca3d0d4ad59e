import { type Fen, moneyInChinese, parseMoney, parseRate, type Rate } from '../kernel/fen.ts';
import type { CompileContext } from './compile-context.ts';
import type { Scope, Sight } from './visibility.ts';

/** What an award comes to: from `min` to `max` fen; equal where it is exact. */
export interface Range {
  readonly min: Fen;
  readonly max: Fen;
}

/** What the amounts of a case are taken of. Unknown items widen the range. */
export interface AmountInput {
  readonly scope: Scope;
  readonly sight: Sight;
  /** The sum of a money field over the case's items, from those that surely count to those that may; undefined where one is blank. */
  sum(field: string): Range | undefined;
  items(): { min: bigint; max: bigint };
}

/** Something an amount is computed from. */
export interface Operand<T> {
  readonly sentence: string;
  read(input: AmountInput, missing: string[]): T | undefined;
}

export function money(context: CompileContext, format: string | { param: string }): Operand<Fen> {
  if (typeof format !== 'string') return parameterOperand<Fen>(context, format.param, 'money');
  const fen = parseMoney(format)!;
  return { sentence: format, read: () => fen };
}

export function rateOperand(context: CompileContext, format: string | { param: string }): Operand<Rate> {
  if (typeof format !== 'string') return parameterOperand<Rate>(context, format.param, 'rate');
  const rate = parseRate(format)!;
  return { sentence: format, read: () => rate };
}

function parameterOperand<T>(context: CompileContext, id: string, type: 'money' | 'rate'): Operand<T> {
  const declared = context.parameters.get(id);
  if (!declared) context.problem(`没有声明参数“${id}”`);
  else if (declared.type !== type) context.problem(`参数“${declared.label}”不是${type === 'money' ? '金额' : '比率'}`);
  context.usedParameters.add(id);
  return {
    sentence: `“${declared?.label ?? id}”`,
    read: ({ sight }, missing) => {
      const inForce = sight.parameters.at(id, sight.day);
      if (!inForce) missing.push(`决定：${declared?.label ?? id}`);
      return inForce?.value as T | undefined;
    },
  };
}

export function compileBase(context: CompileContext, of: { field: string } | { sum: string }): Operand<Range> {
  const inItems = 'sum' in of;
  const name = inItems ? of.sum : of.field;
  const kind = context.vocabulary[inItems ? (context.itemKind ?? '') : context.kinds[0]!];
  const field = kind?.fields[name];
  if (field?.type !== 'money') context.problem(`${inItems ? '分组条目' : '对象'}没有金额字段“${name}”`);
  const label = field?.label ?? name;
  if (inItems) return { sentence: `${label}合计`, read: (input, missing) => known(input.sum(name), label, missing) };
  return {
    sentence: label,
    read: ({ scope }, missing) => {
      const value = known(scope.subject.fields[name], label, missing);
      return value === undefined ? undefined : { min: BigInt(value as string), max: BigInt(value as string) };
    },
  };
}

function known<T>(value: T | undefined, label: string, missing: string[]): T | undefined {
  if (value === undefined) missing.push(label);
  return value;
}

/** `1,999.9995万元`, or `1万元至10万元`. */
export function rangeInChinese(range: Range): string {
  return range.min === range.max ? moneyInChinese(range.min) : `${moneyInChinese(range.min)}至${moneyInChinese(range.max)}`;
}
