import { decimal } from '../kernel/decimal.ts';
import type { FieldType, SubjectKind, Vocabulary } from './vocabulary.ts';
import { dayOf, referred, type Scope, type Sight } from './visibility.ts';

/** What stands at a path: a comparable value, a blank (a person may know it), or nothing there at all (a reference or milestone that is not). */
export type Found = { value: string | boolean | bigint } | 'blank' | 'absent';

export type PathType = FieldType | 'reference';

/** A path of the pack, resolved against the vocabulary once. */
export interface CompiledPath {
  readonly type: PathType;
  /** `落户日期`, `对接活动的举办日期`; `outer` paths name the outer kind. */
  readonly label: string;
  /** For choices: the pack's list. */
  readonly list: string | undefined;
  /** The reference that it follows, for the dependency paths. */
  readonly follows: string | undefined;
  readonly outer: number;
  read(scope: Scope, sight: Sight): Found;
}

/**
 * @param kinds the kinds in scope, innermost first
 * @returns a sentence where the path names nothing
 */
export function compilePath(text: string, kinds: readonly string[], vocabulary: Vocabulary): CompiledPath | string {
  let names = text.split('.');
  let outer = 0;
  while (names[0] === 'outer') {
    names = names.slice(1);
    outer++;
  }
  if (names.length > 2) return `“${text}”跨了两步，最多写成“引用.字段”`;
  const kind = vocabulary[kinds[outer] ?? ''];
  if (!kind) return `“${text}”在这里没有外层对象可读`;
  const up = (scope: Scope): Scope => (outer === 0 ? scope : climb(scope, outer));
  const prefix = outer > 0 ? `该${kind.label}的` : '';
  if (names.length === 1) {
    const end = compileEnd(names[0]!, kind);
    if (!end) return `${kind.label}没有“${names[0]}”这个字段、里程碑或引用`;
    return { ...end, label: prefix + end.label, follows: undefined, outer, read: (scope, sight) => end.read(up(scope), sight) };
  }
  const [role, name] = names as [string, string];
  const reference = kind.references[role];
  const target = reference && vocabulary[reference.to];
  if (!reference || !target) return `${kind.label}没有引用“${role}”`;
  const end = compileEnd(name, target);
  if (!end) return `${target.label}没有“${name}”这个字段、里程碑或引用`;
  return {
    ...end,
    label: `${prefix}${reference.label}的${end.label}`,
    follows: role,
    outer,
    read: (scope, sight) => {
      const other = referred(sight, up(scope).subject, role);
      return other ? end.read({ subject: other }, sight) : 'absent';
    },
  };
}

function climb(scope: Scope, count: number): Scope {
  let found = scope;
  for (let i = 0; i < count; i++) found = found.outer ?? found;
  return found;
}

type End = Pick<CompiledPath, 'type' | 'label' | 'list' | 'read'>;

function compileEnd(name: string, kind: SubjectKind): End | undefined {
  if (name === 'number') return { type: 'text', label: kind.numberLabel, list: undefined, read: ({ subject }) => ({ value: subject.number }) };
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field) {
    const { type } = field;
    return {
      type,
      label: field.label,
      list: field.list,
      read: ({ subject }) => {
        const value = subject.fields[name];
        if (value === undefined) return 'blank';
        if (type === 'money') return { value: BigInt(value as string) };
        return { value: type === 'number' ? decimal(value as string) : value };
      },
    };
  }
  if (Object.hasOwn(kind.milestones, name)) {
    return {
      type: 'day',
      label: `${kind.milestones[name]!.label}日期`,
      list: undefined,
      read: ({ subject }, sight) => {
        const day = dayOf(subject, name, sight.standing);
        return day === undefined ? 'absent' : { value: day };
      },
    };
  }
  const reference = Object.hasOwn(kind.references, name) ? kind.references[name] : undefined;
  return reference && {
    type: 'reference',
    label: reference.label,
    list: undefined,
    read: ({ subject }) => {
      const id = subject.references[name];
      return id === undefined ? 'absent' : { value: id };
    },
  };
}
