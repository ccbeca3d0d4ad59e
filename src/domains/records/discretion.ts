import type { Queryable } from '../../base/database.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { namesOf } from '../persons/store.ts';
import { tellsOfHuman } from '../persons/terms.ts';
import { isMasked } from './shown.ts';

/**
 * Reasons, documents and file names are kept for good, so nothing may stand in them that would have to be erased with a person.
 * @param fields of the record, whose persons' names are asked for
 * @param what the texts are, in words
 * @throws Refusal 'tells-of-human'
 */
export async function refuseTelling(db: Queryable, kind: SubjectKind, fields: readonly Dossier['fields'][], texts: readonly (string | undefined)[], what = '原因、依据和文件名'): Promise<void> {
  const written = texts.filter((it): it is string => it !== undefined && it !== '');
  if (written.length === 0) return;
  // An introducer may be an office, whose name may stand anywhere.
  const masked = Object.entries(kind.fields).flatMap(([id, it]) => (it.type === 'person' && isMasked(it) ? [id] : []));
  const known = await namesOf(db, fields.flatMap((it) => masked.flatMap((id) => (typeof it[id] === 'string' ? [it[id]] : []))));
  if (written.some((it) => tellsOfHuman(it, known.values()))) throw new Refusal('tells-of-human', `${what}会永久留存，请不要写个人的姓名、电话、证件号码和邮箱，改写后重新提交。`);
}
