import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { trimmed } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { personsContract } from './contract.ts';
import { type Held, keepDetail, namingRecord, readHeld } from './held.ts';
import { type Detail, detailIds, details, ERASED, maskOf } from './terms.ts';

type Card = InferContractRouterOutputs<typeof personsContract>['card'];

/** What is held of the human of a record, masked: the name in full only where the actor may write the record. @throws Refusal 'not-found' */
export async function readCard(context: LedgerContext, id: string): Promise<Card> {
  const { database, rights } = context;
  const actor = actorOf(context);
  const record = await namingRecord(context, rights.scope(actor, 'records:read'), id);
  const own = record.kind.nameField;
  const named = own !== undefined && record.fields.includes(own);
  const held: Held | undefined = named ? await readHeld(database, record, own) : undefined;
  const may = (right: 'persons:unmask' | 'records:write'): boolean => rights.can(actor, right, record);
  return {
    fields: held ? [{ field: 'name' as const, label: record.kind.fields[own!]!.label, shown: nameShown(held, may('records:write')) }, ...detailIds.map((it) => ({ field: it, label: details[it].label, shown: held.details[it] === undefined ? null : maskOf(it, held.details[it]) }))] : [],
    people: record.fields.map((it) => ({ id: it, name: record.kind.fields[it]!.label })),
    erased: held?.erased ?? false,
    mayLook: may('persons:unmask'),
    mayKeep: may('records:write'),
    mayHandOver: rights.can(actor, 'persons:hand-over'),
    mayErase: rights.can(actor, 'persons:erase'),
  };
}

function nameShown({ names, erased }: Held, plain: boolean): string | null {
  if (erased) return ERASED;
  return names[0] === undefined ? null : plain ? names[0] : maskOf('name', names[0]);
}

/** Keeps what is said of the human of a record of the actor's own. @throws Refusal 'not-found', 'no-person', 'erased', 'bad-detail', 'masked' */
export async function keepCard(context: LedgerContext, id: string, said: Readonly<Partial<Record<Detail, string | null | undefined>>>): Promise<{ done: true }> {
  const { database, rights } = context;
  const actor = actorOf(context);
  const values = detailIds.flatMap((it) => (said[it] === undefined ? [] : [[it, readDetail(it, said[it])] as const]));
  if (values.length === 0) throw new Refusal('nothing-changed', '没有要更改的内容，请先填写。');
  return write(database, { id: context.request, account: actor.account, body: ['persons:keep', id, values] }, async (tx) => {
    const record = await namingRecord(context, rights.scope(actor, 'records:write'), id, tx);
    const own = record.kind.nameField;
    const held = own !== undefined && record.fields.includes(own) ? await readHeld(tx, record, own) : undefined;
    if (!held || held.ids.length === 0) throw new Refusal('no-person', '这条记录没有登记姓名，请先更正姓名，再登记联系方式。');
    if (held.erased) throw new Refusal('erased', '这个人的个人信息已依法删除，不能再登记。');
    for (const [detail, value] of values) await keepDetail(tx, held, detail, value);
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'persons:keep', objectKind: 'person', objectId: held.ids[0]!, detail: { dossier: id, fields: values.map(([it]) => it) } }] };
  });
}

/** As it is kept: narrow, without blanks; null where it is empty. */
function readDetail(detail: Detail, said: string | null): string | null {
  const text = trimmed(said ?? '').normalize('NFKC').replace(/\s/gu, '');
  if (text === '') return null;
  if (text.includes('*')) throw new Refusal('masked', `“${details[detail].label}”里有星号，是遮盖后的写法，请填写完整，或不改这一项。`);
  const plain = detail === 'email' ? text : detail === 'phone' ? text.replaceAll('-', '') : text.toUpperCase();
  if (!SHAPES[detail].test(plain)) throw new Refusal('bad-detail', `“${details[detail].label}”的写法不对，请核对后重新填写。`);
  return plain;
}

const SHAPES: Record<Detail, RegExp> = { phone: /^\+?\d{7,15}$/, idNumber: /^[0-9A-Z]{5,18}$/, email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/ };
