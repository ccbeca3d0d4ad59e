import type { Condition } from './format/conditions.ts';
import type { ParameterFormat } from './format/tasks.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One step from a subject to its neighbours: along its own reference, or back along another kind's. */
export type Hop = { readonly to: string; readonly kind: string } | { readonly from: string; readonly role: string };

/** What compiling a rule needs to know, and where it reports what is wrong. */
export interface CompileContext {
  readonly vocabulary: Vocabulary;
  readonly parameters: ReadonlyMap<string, ParameterFormat>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly named: ReadonlyMap<string, { readonly label: string; readonly subject: string; readonly where: Condition }>;
  /** Kinds in scope, innermost first. */
  readonly kinds: readonly string[];
  /** How the innermost subject is reached from the rule's own. */
  readonly chain: readonly Hop[];
  /** Collects every path on which the rule reads another subject. */
  readonly hops: (readonly Hop[])[];
  /** Named conditions that are being compiled, so that none goes round in a circle. */
  readonly using?: readonly string[];
  /** In an award that groups items: their kind. */
  readonly itemKind?: string;
  readonly usedParameters: Set<string>;
  problem(message: string): void;
}

/** Rules reach at most two steps; dependants are found by walking these backwards. */
const MAX_HOPS = 2;

/** Notes that the rule reads a neighbour of the subject `outer` scopes out. */
export function follow(context: CompileContext, outer: number, role: string): void {
  const kind = context.vocabulary[context.kinds[outer] ?? '']?.references[role]?.to;
  if (kind) reach(context, [...context.chain.slice(0, context.chain.length - outer), { to: role, kind }]);
}

/** The context inside a list of the subjects that refer to the innermost one. */
export function inside(context: CompileContext, kind: string, role: string): CompileContext {
  const chain: Hop[] = [...context.chain, { from: kind, role }];
  const reference = context.vocabulary[kind]?.references[role];
  if (!context.vocabulary[kind]) context.problem(`没有“${kind}”这类对象`);
  else if (!reference) context.problem(`${context.vocabulary[kind]!.label}没有引用“${role}”`);
  else if (reference.to !== context.kinds[0]) context.problem(`${context.vocabulary[kind]!.label}的“${role}”不指向${context.vocabulary[context.kinds[0]!]?.label ?? context.kinds[0]}`);
  reach(context, chain);
  return { ...context, kinds: [kind, ...context.kinds], chain };
}

function reach(context: CompileContext, path: readonly Hop[]): void {
  if (path.length > MAX_HOPS) context.problem(`规则最多沿引用走 ${MAX_HOPS} 步`);
  else context.hops.push(path);
}
