import { hash } from 'node:crypto';
import { actorOf } from '../../base/context.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid, trimmed } from '../../kernel/text.ts';
import { refuseTelling } from './discretion.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import type { Author } from '../../ledger/statements.ts';
import { openForChange } from './change.ts';
import { evidenceType } from './evidence-type.ts';
import { EVIDENCE_LIMIT } from './terms.ts';
import { veiledSql } from './veil.ts';

/** A file that is to stand beside a milestone (`entry`: beside the record itself). */
export interface NewEvidence {
  readonly dossier: string;
  readonly milestone: string;
  readonly name: string;
  /** What it is, in words: 协议, 银行回单. */
  readonly kind: string;
  /** How it was come by: a word of the city's list. */
  readonly origin?: string;
  readonly bytes: Uint8Array;
}

/** Puts evidence beside a record of the actor's own. @throws Refusal 'not-found', 'forbidden', 'missing', 'too-large', 'bad-evidence' */
export async function addEvidence(context: LedgerContext, evidence: NewEvidence): Promise<{ id: string }> {
  const { dossier: id, milestone, kind, bytes } = evidence;
  const actor = actorOf(context);
  const name = fileName(evidence.name);
  if (!isUuid(id)) throw notFound();
  await judgeFile(name, bytes);
  const sha256 = hash('sha256', bytes);
  return write(context.database, { id: context.request, account: actor.account, body: ['records:add-evidence', id, milestone, name, kind, sha256] }, async (tx) => {
    const dossier = await openForChange(tx, context, 'records:write', id);
    await refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [name, kind]);
    if (milestone !== ENTRY && !Object.hasOwn(context.ledger.mechanism.vocabulary[dossier.kind]!.milestones, milestone)) {
      throw new Refusal('missing', '请选择这份佐证说明的是哪一事项。');
    }
    refuseUnknownOrigin(context.ledger.mechanism.pack.lists[EVIDENCE_ORIGINS], evidence.origin);
    const made = await storeEvidence(tx, { unit: actor.unit, account: actor.account, request: context.request }, { ...evidence, name }, sha256);
    return { answer: { id: made }, audit: [{ unit: actor.unit, action: 'records:add-evidence', objectKind: 'dossier', objectId: id, detail: { milestone, sha256, evidence: made } }] };
  });
}

/** As `addEvidence`, inside a transaction of the house's own (a demonstration, a take-over): nobody's rights are asked. @returns its id */
export async function keepEvidence(tx: Transaction, author: Author, evidence: NewEvidence): Promise<string> {
  const name = fileName(evidence.name);
  await judgeFile(name, evidence.bytes);
  return storeEvidence(tx, author, { ...evidence, name }, hash('sha256', evidence.bytes));
}

/** The evidence's file, where the actor may read the record that it stands beside. @throws Refusal 'not-found' */
export async function readEvidence(context: LedgerContext, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (!isUuid(id)) throw notFound();
  const found = await findEvidence(context.database, context.rights.scope(actorOf(context), 'records:read'), id);
  if (!found) throw notFound();
  return found;
}

async function findEvidence(db: Queryable, scope: Scope, id: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const values: unknown[] = [id];
  const { rows } = await db.query<{ name: string; bytes: Uint8Array; erased: boolean }>(
    `select e.name, f.content as bytes, f.erased_at is not null as erased from evidence e join dossier d using (subject_id) join file f using (sha256) where e.id = $1 and ${scopeSql(scope, 'd', values)} and not ${veiledSql(scope.units, values)}`,
    values,
  );
  if (rows[0]?.erased) throw new Refusal('erased', '这份佐证已随个人信息依法删除，只留下它的记录。');
  return rows[0] && { name: rows[0].name, bytes: rows[0].bytes };
}

/** The pack's list of ways in which evidence is come by. */
export const EVIDENCE_ORIGINS = 'evidenceOrigins';

function refuseUnknownOrigin(known: readonly string[] | undefined, origin: string | undefined): void {
  if (origin !== undefined && known && !known.includes(origin)) throw new Refusal('unknown-word', `佐证来源请从${known.join('、')}中选择。`);
}

async function judgeFile(name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) throw new Refusal('missing', `“${name}”是空文件，请重新选择。`);
  if (bytes.length > EVIDENCE_LIMIT) throw new Refusal('too-large', `“${name}”超过 ${EVIDENCE_LIMIT / 1024 / 1024} MB，请压缩或拆分后再上传。`);
  await evidenceType(name, bytes);
}

async function storeEvidence(tx: Transaction, by: Omit<Author, 'today'>, { dossier, milestone, name, kind, origin, bytes }: NewEvidence, sha256: string): Promise<string> {
  await keepFile(tx, { sha256, name, bytes });
  const { rows } = await tx.query<{ id: string }>(
    'insert into evidence (subject_id, milestone, sha256, name, kind, unit, account, request, origin) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id',
    [dossier, milestone, sha256, name, trimmed(kind).slice(0, 50) || '佐证', by.unit, by.account, by.request, origin ?? null],
  );
  return rows[0]!.id;
}

/** Stored once by its content; a file that was to expire is kept from now on. @throws Refusal 'erased' where its content was deleted with a person */
async function keepFile(tx: Transaction, { sha256, name, bytes }: { sha256: string; name: string; bytes: Uint8Array }): Promise<void> {
  const { rows } = await tx.query<{ erased: boolean }>(
    'insert into file (sha256, name, size, content) values ($1, $2, $3, $4) on conflict (sha256) do update set expires_at = null returning erased_at is not null as erased',
    [sha256, name, bytes.length, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
  );
  if (rows[0]!.erased) throw new Refusal('erased', '这份文件的内容已随个人信息依法删除，不能再上传。请换一份不涉及该人的材料。');
}

/** The last part of a path, without characters that a file system or a header would trip over. */
function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1)!.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '');
  const name = trimmed(last);
  const dot = name.lastIndexOf('.');
  return dot > 150 ? name.slice(0, 150) + name.slice(dot) : name;
}

function notFound(): Refusal {
  return new Refusal('not-found', '没有找到这份佐证，可能已经删去，或不在您的查看范围之内。');
}
