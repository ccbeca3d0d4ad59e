import { parseDay } from '../kernel/day.ts';
import { formatDecimal, parseDecimal } from '../kernel/decimal.ts';
import { moneyInChinese, parseMoney } from '../kernel/fen.ts';
import type { CompileContext } from './compile-context.ts';
import { follow } from './compile-context.ts';
import type { ParameterFormat } from './format/tasks.ts';
import type { ParameterValue, WrittenValue } from './parameters.ts';
import { compilePath, type CompiledPath, type Found, type PathType } from './path.ts';
import type { Scope, Sight } from './visibility.ts';

/** The right-hand side of a comparison: a literal, a parameter, or another path. */
export interface CompiledOperand {
  readonly sentence: string;
  /** `open`: the parameter that no one has decided for the day of the event. */
  read(scope: Scope, sight: Sight): Found | { open: string };
}

type OperandFormat = string | number | boolean | { param: string } | { field: string };

export function compileOperand(context: CompileContext, format: OperandFormat, left: CompiledPath): CompiledOperand | undefined {
  if (typeof format === 'object' && 'param' in format) return compileParameter(context, format.param, PARAMETER_FOR[left.type]);
  if (typeof format === 'object') {
    const path = usePath(context, format.field);
    if (path && path.type !== left.type) context.problem(`“${left.label}”与“${path.label}”类型不同，不能比较`);
    return path && { sentence: path.label, read: (scope, sight) => path.read(scope, sight) };
  }
  const value = literal(context, format, left);
  return value === undefined ? undefined : { sentence: inChinese(value, left.type), read: () => ({ value }) };
}

/** Compiles a path and notes the reference that it follows. */
export function usePath(context: CompileContext, text: string): CompiledPath | undefined {
  const path = compilePath(text, context.kinds, context.vocabulary);
  if (typeof path === 'string') {
    context.problem(path);
    return undefined;
  }
  if (path.follows) follow(context, path.outer, path.follows);
  return path;
}

/** @returns the typed value; a problem is reported where the text does not fit the path's type */
export function literal(context: CompileContext, written: string | number | boolean, left: CompiledPath): string | boolean | bigint | undefined {
  const value = typedLiteral(left.type, written);
  if (value === undefined) context.problem(`“${String(written)}”不能与“${left.label}”比较`);
  else if (left.type === 'choice' && left.list && !context.lists[left.list]?.includes(String(value))) {
    context.problem(`“${String(written)}”不在“${left.label}”的选项之中`);
  }
  return value;
}

function typedLiteral(type: PathType, written: string | number | boolean): string | boolean | bigint | undefined {
  switch (type) {
    case 'money':
      return typeof written === 'string' ? parseMoney(written) : undefined;
    case 'number':
      return parseDecimal(String(written));
    case 'yes-no':
      return typeof written === 'boolean' ? written : undefined;
    case 'day':
      return typeof written === 'string' ? parseDay(written) : undefined;
    case 'text':
    case 'choice':
      return typeof written === 'string' ? written : undefined;
    default:
      // References and persons hold ids, which no one writes in a pack.
      return undefined;
  }
}

/** Which type of parameter a path is compared with; none for days, references and persons. */
const PARAMETER_FOR: Partial<Record<PathType, ParameterFormat['type']>> = { money: 'money', number: 'number', 'yes-no': 'yes-no', text: 'text', choice: 'text' };

/** A parameter that holds the words that a text or a choice may be. */
export function compileList(context: CompileContext, id: string, left: CompiledPath): CompiledOperand | undefined {
  return compileParameter(context, id, PARAMETER_FOR[left.type] === 'text' ? 'list' : undefined);
}

function compileParameter(context: CompileContext, id: string, fits: ParameterFormat['type'] | undefined): CompiledOperand | undefined {
  const declared = context.parameters.get(id);
  if (!declared) {
    context.problem(`没有声明参数“${id}”`);
    return undefined;
  }
  context.usedParameters.add(id);
  if (declared.type !== fits) context.problem(`参数“${declared.label}”的类型不能用在这里`);
  return {
    sentence: `“${declared.label}”`,
    read: (_scope, sight) => {
      const inForce = sight.parameters.at(id, sight.day);
      return inForce ? { value: plain(inForce.value) } : { open: declared.label };
    },
  };
}

function plain(value: ParameterValue): string | boolean | bigint {
  return typeof value === 'object' && 'decimal' in value ? value.decimal : (value as string | boolean | bigint);
}

/** A value as people read it. */
export function inChinese(value: string | boolean | bigint, type: PathType): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'bigint') return type === 'money' ? moneyInChinese(value) : formatDecimal(value);
  return value;
}

/** A decision's value as people read it. */
export function writtenInChinese(value: WrittenValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}
