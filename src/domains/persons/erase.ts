import { actorOf } from '../../base/context.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { LEDGER_LOCK } from '../../ledger/ledger.ts';
import { fieldMeant, type NamingRecord, namingRecord, readHeld } from './held.ts';
import { refuseTelling } from './look.ts';
import { closeRequest, holdRequest, storeRequest } from './requests.ts';

/** What a person asks for: whose record, which of its fields names the person, why and on what document. */
export interface Asked {
  readonly id: string;
  readonly field?: string | undefined;
  readonly reason: string;
  readonly document: string;
}

/** The first of two steps. @throws Refusal 'not-found', 'no-person', 'erased', 'tells-of-human', 'already-proposed' */
export async function proposeErasure(context: LedgerContext, asked: Asked): Promise<{ id: string }> {
  const { database, rights, request } = context;
  const { account, unit } = actorOf(context);
  return write(database, { id: request, account, body: ['persons:propose-erasure', asked] }, async (tx) => {
    const record = await namingRecord(context, rights.scope(actorOf(context), 'persons:erase'), asked.id, tx);
    const field = fieldMeant(record, asked.field);
    const held = await readHeld(tx, record, field);
    if (held.ids.length === 0 || held.erased) throw new Refusal('erased', '这一项没有个人信息，或已经删除，不需要再办。');
    refuseTelling(held, [asked.reason, asked.document]);
    const id = await storeRequest(tx, { kind: 'erasure', subject: record.id, field, reason: asked.reason, document: asked.document, by: account });
    return { answer: { id }, audit: [{ unit, action: 'persons:propose-erasure', objectKind: 'person', objectId: held.ids[0]!, detail: { dossier: record.id, field, reason: asked.reason, document: asked.document } }] };
  });
}

/**
 * The second step, by another person: name and details are gone, and what files may hold of them. Facts, figures, postings and the
 * audit stay, since they hold the id alone.
 * @returns how many files of evidence lost their content, and how many keep it because another record rests on them
 * @throws Refusal 'not-found', 'same-person'
 */
export async function erase(context: LedgerContext, id: string): Promise<{ files: number; kept: number }> {
  const { database, rights, request } = context;
  const { account, unit } = actorOf(context);
  return write(database, { id: request, account, body: ['persons:erase', id] }, async (tx) => {
    // In the order of every writer: the ledger, the request, the subject.
    await tx.query('select pg_advisory_xact_lock_shared($1)', [LEDGER_LOCK]);
    const asked = await holdRequest(tx, id, account);
    await tx.query('select from subject where id = $1 for update', [asked.subject]);
    const record = await namingRecord(context, rights.scope(actorOf(context), 'persons:erase'), asked.subject, tx);
    const { ids } = await readHeld(tx, record, asked.field);
    await erasePersons(tx, ids);
    const files = asked.field === record.kind.nameField ? await emptyEvidence(tx, record.id) : { files: 0, kept: 0 };
    await dropUploads(tx, context, record);
    await closeRequest(tx, id, account, null);
    return { answer: files, audit: [{ unit, action: 'persons:erase', objectKind: 'person', objectId: ids[0]!, detail: { dossier: record.id, field: asked.field, request: id, rows: ids.length, ...files } }] };
  });
}

/** Not erased after all; why is kept for good. @throws Refusal 'not-found', 'same-person', 'tells-of-human' */
export async function refuseErasure(context: LedgerContext, { id, reason }: { id: string; reason: string }): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: ['persons:refuse-erasure', id, reason] }, async (tx) => {
    const { subject, field } = await holdRequest(tx, id, account);
    const record = await namingRecord(context, context.rights.scope(actorOf(context), 'persons:erase'), subject, tx);
    const held = await readHeld(tx, record, field);
    refuseTelling(held, [reason]);
    await closeRequest(tx, id, account, reason);
    return { answer: { done: true }, audit: [{ unit, action: 'persons:refuse-erasure', objectKind: 'person', objectId: held.ids[0]!, detail: { dossier: subject, field, request: id, reason } }] };
  });
}

/** Nothing of them is left but the ids. */
async function erasePersons(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query("update person set name = '', phone = null, id_number = null, email = null, erased_at = clock_timestamp() where id = any($1::uuid[]) and erased_at is null", [ids]);
}

/** Files and photos beside the person's own record: emptied, but for those on which another record rests too. */
async function emptyEvidence(tx: Transaction, subject: string): Promise<{ files: number; kept: number }> {
  const { rows } = await tx.query<{ sha256: string; shared: boolean }>(
    `with held as (select subject_id, sha256 from evidence union all select u.subject_id, p.sha256 from follow_up_photo p join follow_up u on u.id = p.follow_up_id)
     select f.sha256, exists (select from held o where o.sha256 = f.sha256 and o.subject_id <> $1) as shared
     from file f where f.erased_at is null and f.sha256 in (select sha256 from held where subject_id = $1) for update of f`,
    [subject],
  );
  const own = rows.filter((it) => !it.shared).map((it) => it.sha256);
  await tx.query("update file set content = '', name = '', erased_at = clock_timestamp() where sha256 = any($1::text[])", [own]);
  return { files: own.length, kept: rows.length - own.length };
}

/** Uploaded registers of that kind, their refused rows and their differences: any of them may name the person, so all go before their time. */
async function dropUploads(tx: Transaction, { ledger }: LedgerContext, { kind }: NamingRecord): Promise<void> {
  const sheets = ledger.mechanism.pack.registers.filter((it) => it.subject === kind.kind).map((it) => it.sheet);
  await tx.query(
    `delete from file f where f.expires_at is not null and not exists (select from evidence e where e.sha256 = f.sha256)
       and exists (select from import i cross join jsonb_array_elements(i.files) u
         where exists (select from jsonb_array_elements_text(u -> 'registers') r where r = any($1::text[]))
           and f.sha256 in (u ->> 'sha256', i.report ->> 'changesFile', i.report ->> 'refusedFile'))`,
    [sheets],
  );
}
