import type { Queryable } from '../../base/database.ts';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { unitName } from '../../mechanism/units.ts';
import { accountNames, openDossier } from './store.ts';
import type { DossierView } from './views.ts';

/** The pack's list of ways in which evidence is verified. */
const WAYS = 'evidenceChecks';

/** Whether the actor may say how a record's evidence was verified: who judges may, never of its own. */
export function mayCheck(context: Pick<LedgerContext, 'actor' | 'rights'>, dossier: Dossier): boolean {
  const actor = actorOf(context);
  const own = ownUnits(dossier);
  return context.rights.can(actor, 'verdicts:give', { units: own }) && !own.some((it) => actor.units.includes(it));
}

/** Notes how a piece of evidence was verified, and what was found; noted again, both stand. @throws Refusal 'not-found', 'own-record', 'unknown-word' */
export async function checkEvidence(context: LedgerContext, input: { id: string; how: string; good: boolean }): Promise<{ done: true }> {
  const actor = actorOf(context);
  const scope = context.rights.scope(actor, 'records:read');
  return write(context.database, { id: context.request, account: actor.account, body: ['records:check-evidence', input] }, async (tx) => {
    const { rows } = await tx.query<{ subject_id: string }>('select subject_id from evidence where id = $1', [input.id]);
    const dossier = rows[0] && (await openDossier(tx, scope, rows[0].subject_id).catch(() => undefined));
    if (!dossier) throw new Refusal('not-found', '没有找到这份佐证，可能已经删去，或不在您的查看范围之内。');
    if (!mayCheck(context, dossier)) throw new Refusal('own-record', '本单位的记录，佐证不能由本单位核验，请由初核、认定单位核验。');
    const ways = context.ledger.mechanism.pack.lists[WAYS];
    if (ways && !ways.includes(input.how)) throw new Refusal('unknown-word', `核验方式请从${ways.join('、')}中选择。`);
    await tx.query('insert into evidence_check (evidence_id, how, good, unit, account, request) values ($1, $2, $3, $4, $5, $6)', [input.id, input.how, input.good, actor.unit, actor.account, context.request]);
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'records:check-evidence', objectKind: 'dossier', objectId: dossier.id, detail: { evidence: input.id, how: input.how, good: input.good } }] };
  });
}

type Checks = DossierView['evidence'][number]['checks'];

/** How the evidence of a record was verified, by evidence, the latest last. The caller has seen to the scope. */
export async function readChecks(db: Queryable, context: Pick<LedgerContext, 'ledger'>, subject: string): Promise<Map<string, Checks>> {
  const { rows } = await db.query<{ evidence: string; how: string; good: boolean; unit: string; account: string | null; at: Date }>(
    'select c.evidence_id as evidence, c.how, c.good, c.unit, c.account, c.checked_at as at from evidence_check c join evidence e on e.id = c.evidence_id where e.subject_id = $1 order by c.checked_at',
    [subject],
  );
  const names = await accountNames(db, rows.flatMap((it) => it.account ?? []));
  const found = new Map<string, Checks>();
  for (const { evidence, how, good, unit, account, at } of rows) {
    const view = { how, good, unit: { id: unit, name: unitName(context.ledger.mechanism.pack, unit) }, who: account === null ? null : (names.get(account) ?? null), at: at.toISOString() };
    found.set(evidence, [...(found.get(evidence) ?? []), view]);
  }
  return found;
}
