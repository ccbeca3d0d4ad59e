import type { CompileContext } from './compile-context.ts';
import type { CompiledCondition } from './condition.ts';
import { comparisons, type Comparison, type Leaf } from './format/conditions.ts';
import { compileList, compileOperand, type CompiledOperand, inChinese, literal, usePath } from './operand.ts';
import type { Outcome } from './outcome.ts';
import type { CompiledPath, Found, PathType } from './path.ts';
import type { Scope, Sight } from './visibility.ts';

type Plain = string | boolean | bigint;

const ORDERED: readonly PathType[] = ['money', 'number', 'day'];

const tests: Record<Exclude<Comparison, 'in' | 'present'>, { holds(left: Plain, right: Plain): boolean; words: string; for: readonly PathType[] | undefined }> = {
  is: { holds: (a, b) => a === b, words: '为', for: undefined },
  atLeast: { holds: (a, b) => a >= b, words: '不低于', for: ORDERED },
  moreThan: { holds: (a, b) => a > b, words: '高于', for: ORDERED },
  atMost: { holds: (a, b) => a <= b, words: '不高于', for: ORDERED },
  lessThan: { holds: (a, b) => a < b, words: '低于', for: ORDERED },
  onOrBefore: { holds: (a, b) => a <= b, words: '不晚于', for: ['day'] },
  before: { holds: (a, b) => a < b, words: '早于', for: ['day'] },
  onOrAfter: { holds: (a, b) => a >= b, words: '不早于', for: ['day'] },
  after: { holds: (a, b) => a > b, words: '晚于', for: ['day'] },
  sameYearAs: { holds: (a, b) => String(a).slice(0, 4) === String(b).slice(0, 4), words: '同年于', for: ['day'] },
};

const never: CompiledCondition = {
  sentence: '（无法读取的条件）',
  evaluate: () => 'unknown',
  explain: () => ({ sentence: '（无法读取的条件）', outcome: 'unknown', missing: [], parts: [] }),
};

/** What one comparison came to, and what would have to be known where it came to nothing. */
type Weighed = { outcome: Outcome; missing: string[] };

/** A single comparison. A path with nothing at its end is a plain no; a blank counts as the pack says, unknown by default. */
export function compileLeaf(context: CompileContext, format: Leaf): CompiledCondition {
  const path = usePath(context, format.field);
  if (!path) return never;
  const comparison = comparisons.find((name) => format[name] !== undefined)!;
  const weigh = comparison === 'present' ? present(format.present!) : comparison === 'in' ? member(context, format, path) : compared(context, format, path, comparison);
  if (!weigh) return never;
  const { sentence } = weigh;
  return {
    sentence,
    evaluate: (scope, sight) => weigh.weigh(path.read(scope, sight), scope, sight).outcome,
    explain: (scope, sight) => {
      const found = path.read(scope, sight);
      const { outcome, missing } = weigh.weigh(found, scope, sight);
      return { sentence, outcome, found: shown(found, path, sight), missing, parts: [] };
    },
  };

  function present(wanted: boolean): Weighing {
    return {
      sentence: wanted ? `有${path!.label}` : `没有${path!.label}`,
      weigh: (found) => ({ outcome: (typeof found === 'object') === wanted ? 'yes' : 'no', missing: [] }),
    };
  }
}

interface Weighing {
  sentence: string;
  weigh(found: Found, scope: Scope, sight: Sight): Weighed;
}

function shown(found: Found, path: CompiledPath, sight: Sight): string {
  if (typeof found === 'string') return found === 'blank' ? '未填' : '无';
  if (path.type === 'reference') return sight.around.get(String(found.value))?.number ?? '';
  return inChinese(found.value, path.type);
}

function blankOutcome(format: Leaf, path: CompiledPath): Weighed {
  const outcome = format.blank ?? 'unknown';
  return { outcome, missing: outcome === 'unknown' ? [path.label] : [] };
}

function member(context: CompileContext, format: Leaf, path: CompiledPath): Weighing | undefined {
  const wanted = format.in!;
  if (Array.isArray(wanted)) {
    const values = wanted.map((it) => literal(context, it, path));
    const words = values.map((it) => (it === undefined ? '' : inChinese(it, path.type)));
    return {
      sentence: `${path.label}为${words.map((it) => `“${it}”`).join('、')}${words.length > 1 ? '之一' : ''}`,
      weigh: (found) => {
        if (found === 'absent') return { outcome: 'no', missing: [] };
        if (found === 'blank') return blankOutcome(format, path);
        return { outcome: values.includes(found.value) ? 'yes' : 'no', missing: [] };
      },
    };
  }
  const operand = compileList(context, wanted.param, path);
  return operand && {
    sentence: `${path.label}属于${operand.sentence}`,
    weigh: (found, scope, sight) => {
      if (found === 'absent') return { outcome: 'no', missing: [] };
      if (found === 'blank') return blankOutcome(format, path);
      const right = operand.read(scope, sight);
      if (typeof right !== 'object' || 'open' in right) return { outcome: 'unknown', missing: typeof right === 'object' ? [`决定：${right.open}`] : [] };
      const list = right.value as unknown as readonly string[];
      return { outcome: list.includes(String(found.value)) ? 'yes' : 'no', missing: [] };
    },
  };
}

function compared(context: CompileContext, format: Leaf, path: CompiledPath, comparison: Exclude<Comparison, 'in' | 'present'>): Weighing | undefined {
  const test = tests[comparison];
  if (test.for && !test.for.includes(path.type)) context.problem(`“${path.label}”不能用 ${comparison} 比较`);
  const operand: CompiledOperand | undefined = compileOperand(context, format[comparison]!, path);
  return operand && {
    sentence: `${path.label}${test.words}${quoted(format[comparison], operand.sentence, path.type)}`,
    weigh: (left, scope, sight) => {
      if (left === 'absent') return { outcome: 'no', missing: [] };
      if (left === 'blank') return blankOutcome(format, path);
      const right = operand.read(scope, sight);
      if (right === 'absent') return { outcome: 'no', missing: [] };
      if (right === 'blank') return { outcome: format.blank ?? 'unknown', missing: [operand.sentence] };
      if ('open' in right) return { outcome: 'unknown', missing: [`决定：${right.open}`] };
      return { outcome: test.holds(left.value, right.value) ? 'yes' : 'no', missing: [] };
    },
  };
}

function quoted(format: unknown, sentence: string, type: PathType): string {
  return typeof format === 'string' && (type === 'choice' || type === 'text') ? `“${sentence}”` : sentence;
}
