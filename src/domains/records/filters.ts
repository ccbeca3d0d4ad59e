import { Refusal } from '../../kernel/refusal.ts';
import { comparableName } from '../../kernel/text.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { amountOfCell } from '../../office/cell-habits.ts';
import { comparable, like } from './compared.ts';
import { stagesOf, stageSql } from './stages.ts';

/** What a list may be narrowed by beside unit, state and year. */
export interface Filters {
  readonly stage?: string | undefined;
  readonly progress?: string | undefined;
  readonly cause?: string | undefined;
  /** By field: a word of its list as it is, of a text a part of it. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** By field of money: at least so much, in 万元 where no unit is written. */
  readonly atLeast?: Readonly<Record<string, string>> | undefined;
}

/**
 * Filters as conditions on the `dossier` row `d`. @param say takes a value and answers its place
 * @throws Refusal 'bad-filter' where it is no filter of that kind; nobody is found by what names a human
 */
export function filtersSql(mechanism: Pick<Mechanism, 'courses'>, kind: SubjectKind, filters: Filters, say: (value: unknown) => string): string[] {
  const { stage, progress, cause, fields = {}, atLeast = {} } = filters;
  const where: string[] = [];
  if (stage) where.push(`${stageSql(stagesOf(mechanism, kind.kind), say)} = ${say(stage)}`);
  if (progress) where.push(`d.body -> 'progress' ->> 'is' = ${say(progress)}`);
  if (cause) where.push(`d.body -> 'progress' ->> 'cause' = ${say(cause)}`);
  for (const [id, value] of Object.entries(fields)) {
    const { type } = fieldOf(kind, id, ['choice', 'text', 'yes-no']);
    const stored = `d.body -> 'fields' ->> ${say(id)}`;
    if (type === 'text') where.push(`${comparable(`(${stored})`)} like ${say(like(comparableName(value).toLowerCase()))}`);
    else where.push(`${stored} = ${say(type === 'yes-no' ? String(value === '是') : value)}`);
  }
  for (const [id, value] of Object.entries(atLeast)) {
    const field = fieldOf(kind, id, ['money']);
    const fen = amountOfCell(value, '万元', '元');
    if (fen === undefined) throw new Refusal('bad-filter', `“${field.label}”的“${value}”不是金额，请按万元填不小于 0 的数字。`);
    where.push(`(d.body -> 'fields' ->> ${say(id)})::numeric >= ${say(String(fen))}::numeric`);
  }
  return where;
}

function fieldOf(kind: SubjectKind, id: string, types: readonly string[]): SubjectKind['fields'][string] {
  const field = Object.hasOwn(kind.fields, id) ? kind.fields[id] : undefined;
  if (!field || field.personal || !types.includes(field.type)) throw new Refusal('bad-filter', `${kind.label}不能按“${field?.label ?? id}”筛选，请换一个条件。`);
  return field;
}
