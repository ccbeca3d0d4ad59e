import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { trimmed } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { findSubjects, subjectKey } from '../../ledger/subjects.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';
import { reachedBy } from './store.ts';

/**
 * What a record refers to, from numbers as people write them; blank is none.
 * @returns ids by role, and what is wrong with it: a number that is none, or none that the actor may see, is the same
 */
export async function readReferences(db: Queryable, context: LedgerContext, kind: SubjectKind, written: Readonly<Record<string, string | null>>): Promise<{ references: Record<string, string>; problems: string[] }> {
  const problems = Object.keys(written).filter((it) => !Object.hasOwn(kind.references, it)).map((it) => `${kind.label}没有“${it}”这一项关联，请刷新后重新填写。`);
  const named = Object.entries(written).flatMap(([role, text]) => {
    const number = trimmed(text ?? '').normalize('NFKC');
    return number === '' || !Object.hasOwn(kind.references, role) ? [] : [{ role, kind: kind.references[role]!.to, number }];
  });
  const ids = await findSubjects(db, named);
  const seen = await reachedBy(db, context.rights.scope(actorOf(context), 'records:read'), [...ids.values()]);
  const references: Record<string, string> = {};
  for (const it of named) {
    const id = ids.get(subjectKey(it));
    if (id !== undefined && seen.has(id)) references[it.role] = id;
    else problems.push(`“${kind.references[it.role]!.label}”的“${it.number}”没有找到，请先登记它，或改成您能看到的编号。`);
  }
  return { references, problems };
}
