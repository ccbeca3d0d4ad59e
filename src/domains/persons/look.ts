import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { fieldMeant, type Held, namingRecord, readHeld } from './held.ts';
import { details, type LookField, tellsOfHuman } from './terms.ts';

/**
 * One value in full, for a reason; the look is a row of the audit, in the same transaction.
 * @returns the value, null where the request is a repetition
 * @throws Refusal 'not-found', 'no-person', 'nothing-held', 'tells-of-human'
 */
export async function look(context: LedgerContext, { id, field, reason }: { id: string; field: LookField; reason: string }): Promise<{ value: string | null }> {
  const { database, rights, request } = context;
  const actor = actorOf(context);
  let value: string | null = null;
  await write(database, { id: request, account: actor.account, body: ['persons:look', id, field, reason] }, async (tx) => {
    const record = await namingRecord(context, rights.scope(actor, 'persons:unmask'), id, tx);
    const held = await readHeld(tx, record, fieldMeant(record, record.kind.nameField));
    const found = field === 'name' ? held.names[0] : held.details[field];
    if (found === undefined) throw new Refusal('nothing-held', held.erased ? '这个人的个人信息已依法删除，没有可以查看的内容。' : `这条记录没有登记${field === 'name' ? '姓名' : details[field].label}。`);
    refuseTelling(held, [reason]);
    value = found;
    return { answer: { looked: true }, audit: [{ unit: actor.unit, action: 'persons:look', objectKind: 'person', objectId: held.ids[0]!, detail: { dossier: id, field, reason } }] };
  });
  return { value };
}

/** What is kept for good says nothing of the human. @throws Refusal 'tells-of-human' */
export function refuseTelling({ names, details: found }: Pick<Held, 'names' | 'details'>, texts: readonly string[]): void {
  const words = [...names, ...Object.values(found)];
  if (texts.some((it) => tellsOfHuman(it, words))) throw new Refusal('tells-of-human', '事由和文件名会永久留存，请不要写姓名、电话、证件号码和邮箱，改写后重新提交。');
}
