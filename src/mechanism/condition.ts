import { moneyInChinese } from '../kernel/fen.ts';
import type { CompileContext } from './compile-context.ts';
import { inside } from './compile-context.ts';
import type { Condition, List } from './format/conditions.ts';
import { compileLeaf } from './leaf.ts';
import { compileOperand } from './operand.ts';
import type { CompiledPath } from './path.ts';
import { allOf, anyOf, type Explained, negated, type Outcome } from './outcome.ts';
import { referring, type Scope, type Sight } from './visibility.ts';

/** A condition of the pack, ready to be asked about a subject. */
export interface CompiledCondition {
  readonly sentence: string;
  evaluate(scope: Scope, sight: Sight): Outcome;
  explain(scope: Scope, sight: Sight): Explained;
}

export const always: CompiledCondition = {
  sentence: '',
  evaluate: () => 'yes',
  explain: () => ({ sentence: '', outcome: 'yes', missing: [], parts: [] }),
};

export function compileCondition(context: CompileContext, format: Condition | undefined): CompiledCondition {
  if (format === undefined) return always;
  if ('all' in format) return joined(format.all.map((it) => compileCondition(context, it)), allOf, '，且');
  if ('any' in format) return joined(format.any.map((it) => compileCondition(context, it)), anyOf, '，或');
  if ('not' in format) return negation(compileCondition(context, format.not));
  if ('use' in format) return compileNamed(context, format.use);
  if ('field' in format) return compileLeaf(context, format);
  if ('some' in format) return quantified(context, format.some, format.where, '有', anyOf);
  if ('none' in format) return quantified(context, format.none, format.where, '没有', (outcomes) => negated(anyOf(outcomes)));
  if ('every' in format) return quantified(context, format.every, format.where, '每个', allOf);
  if ('count' in format) return counted(context, format.count, format.where, format.atLeast);
  return summed(context, format);
}

function joined(parts: CompiledCondition[], join: (outcomes: Iterable<Outcome>) => Outcome, word: string): CompiledCondition {
  const sentence = parts.map((it) => (it.sentence.includes('，') ? `（${it.sentence}）` : it.sentence)).join(word);
  return {
    sentence,
    evaluate: (scope, sight) => join(lazily(parts, scope, sight)),
    explain: (scope, sight) => {
      const explained = parts.map((it) => it.explain(scope, sight));
      const outcome = join(explained.map((it) => it.outcome));
      return { sentence, outcome, missing: missingOf(explained, outcome), parts: explained };
    },
  };
}

function* lazily(parts: CompiledCondition[], scope: Scope, sight: Sight): Iterable<Outcome> {
  for (const part of parts) yield part.evaluate(scope, sight);
}

/** Only what could still turn an open outcome is missing. */
function missingOf(parts: readonly Explained[], outcome: Outcome): string[] {
  if (outcome !== 'unknown') return [];
  return [...new Set(parts.filter((it) => it.outcome === 'unknown').flatMap((it) => it.missing))];
}

function negation(inner: CompiledCondition): CompiledCondition {
  const sentence = `不属于：${inner.sentence}`;
  return {
    sentence,
    evaluate: (scope, sight) => negated(inner.evaluate(scope, sight)),
    explain: (scope, sight) => {
      const part = inner.explain(scope, sight);
      return { sentence, outcome: negated(part.outcome), missing: part.missing, parts: [part] };
    },
  };
}

function compileNamed(context: CompileContext, id: string): CompiledCondition {
  const named = context.named.get(id);
  if (!named) {
    context.problem(`没有名为“${id}”的条件`);
    return always;
  }
  if (context.using?.includes(id)) {
    context.problem(`条件“${named.label}”绕回到了自己`);
    return always;
  }
  if (named.subject !== context.kinds[0]) context.problem(`条件“${named.label}”说的不是这类对象`);
  const inner = compileCondition({ ...context, using: [...(context.using ?? []), id] }, named.where);
  return { ...inner, sentence: named.label, explain: (scope, sight) => ({ ...inner.explain(scope, sight), sentence: named.label }) };
}

function quantified(context: CompileContext, list: List, where: Condition | undefined, word: string, join: (outcomes: Iterable<Outcome>) => Outcome): CompiledCondition {
  const { items, noun, condition } = compileList(context, list, where);
  const sentence = `${word}${noun}${condition.sentence && `：${condition.sentence}`}`;
  return {
    sentence,
    evaluate: (scope, sight) => join(items(scope, sight).map((it) => condition.evaluate(it, sight))),
    explain: (scope, sight) => {
      const found = items(scope, sight);
      const parts = explainItems(found, condition, sight);
      const outcome = join(parts.map((it) => it.outcome));
      return { sentence, outcome, found: `${found.length}个`, missing: missingOf(parts, outcome), parts };
    },
  };
}

function explainItems(items: readonly Scope[], condition: CompiledCondition, sight: Sight): Explained[] {
  return items.map((it) => ({ ...condition.explain(it, sight), sentence: `${it.subject.number}：${condition.sentence || '存在'}` }));
}

function compileList(context: CompileContext, list: List, where: Condition | undefined) {
  const inner = inside(context, list.kind, list.by);
  const kind = context.vocabulary[list.kind];
  const noun = `以其为${kind?.references[list.by]?.label ?? list.by}的${kind?.label ?? list.kind}`;
  const items = (scope: Scope, sight: Sight): Scope[] => referring(sight, scope.subject.id, list.kind, list.by).map((subject) => ({ subject, outer: scope }));
  return { items, noun, condition: compileCondition(inner, where) };
}

function counted(context: CompileContext, list: List, where: Condition | undefined, atLeast: number): CompiledCondition {
  const { items, noun, condition } = compileList(context, list, where);
  const sentence = `${noun}${condition.sentence && `（${condition.sentence}）`}不少于${atLeast}个`;
  const outcomeOf = (outcomes: readonly Outcome[]): Outcome => {
    const yes = outcomes.filter((it) => it === 'yes').length;
    const open = outcomes.filter((it) => it === 'unknown').length;
    return yes >= atLeast ? 'yes' : yes + open >= atLeast ? 'unknown' : 'no';
  };
  return {
    sentence,
    evaluate: (scope, sight) => outcomeOf(items(scope, sight).map((it) => condition.evaluate(it, sight))),
    explain: (scope, sight) => {
      const parts = explainItems(items(scope, sight), condition, sight);
      const outcome = outcomeOf(parts.map((it) => it.outcome));
      return { sentence, outcome, found: `${parts.filter((it) => it.outcome === 'yes').length}个`, missing: missingOf(parts, outcome), parts };
    },
  };
}

function summed(context: CompileContext, format: Extract<Condition, { sum: List }>): CompiledCondition {
  const { items, noun, condition } = compileList(context, format.sum, format.where);
  const field = context.vocabulary[format.sum.kind]?.fields[format.of];
  if (field?.type !== 'money') context.problem(`“${format.of}”不是金额，不能求和`);
  const left: CompiledPath = { type: 'money', label: field?.label ?? format.of, list: undefined, follows: undefined, outer: 0, read: () => 'blank' };
  const bound = compileOperand(context, format.atLeast, left);
  const sentence = `${noun}${condition.sentence && `（${condition.sentence}）`}的${left.label}合计不低于${bound?.sentence ?? ''}`;
  const weigh = (scope: Scope, sight: Sight): { outcome: Outcome; low: bigint; missing: string[] } => {
    const limit = bound?.read(scope, sight) ?? 'blank';
    let low = 0n;
    let open = false;
    for (const item of items(scope, sight)) {
      const outcome = condition.evaluate(item, sight);
      const amount = item.subject.fields[format.of];
      if (outcome === 'no') continue;
      if (outcome === 'yes' && amount !== undefined) low += BigInt(amount as string);
      else open = true;
    }
    if (limit === 'absent') return { outcome: 'no', low, missing: [] };
    if (limit === 'blank') return { outcome: 'unknown', low, missing: [bound?.sentence ?? ''] };
    if ('open' in limit) return { outcome: 'unknown', low, missing: [`决定：${limit.open}`] };
    // Amounts are never negative, so what is open can only add to the sum.
    return { outcome: low >= (limit.value as bigint) ? 'yes' : open ? 'unknown' : 'no', low, missing: open ? [left.label] : [] };
  };
  return {
    sentence,
    evaluate: (scope, sight) => weigh(scope, sight).outcome,
    explain: (scope, sight) => {
      const { outcome, low, missing } = weigh(scope, sight);
      return { sentence, outcome, found: moneyInChinese(low), missing: outcome === 'unknown' ? missing : [], parts: [] };
    },
  };
}
