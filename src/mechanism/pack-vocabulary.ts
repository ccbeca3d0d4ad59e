import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import type { Field, SubjectKind, Vocabulary } from './vocabulary.ts';

/** The domains' vocabulary with the fields that the pack adds, and every choice bound to a list that the pack has. */
export function withPackFields(pack: Pack, base: Vocabulary, report: (problem: Problem) => void): Vocabulary {
  const kinds: Record<string, SubjectKind> = { ...base };
  for (const [index, { subject, id, ...field }] of pack.fields.entries()) {
    const place = ['fields', index];
    const kind = kinds[subject];
    if (!kind) {
      report({ place, message: `没有“${subject}”这类对象` });
      continue;
    }
    if (kind.fields[id] || kind.milestones[id] || kind.references[id]) report({ place, message: `${kind.label}已有“${id}”，请换一个编号` });
    if (field.type === 'choice' && !(field.list && pack.lists[field.list])) report({ place, message: `选项字段“${field.label}”要写明 lists 中的一个清单` });
    kinds[subject] = { ...kind, fields: { ...kind.fields, [id]: fieldOf(field) } };
  }
  return kinds;
}

function fieldOf({ label, type, list }: { label: string; type: Field['type']; list?: string | undefined }): Field {
  return list === undefined ? { label, type } : { label, type, list };
}
