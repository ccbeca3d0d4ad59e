import type { InferContractRouterOutputs } from '@orpc/contract';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid, trimmed } from '../../kernel/text.ts';
import { dayText } from '../../kernel/wire.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { barePhoto } from './bare-photo.ts';
import { accountNames, colleaguesOf } from './colleagues.ts';
import type { projectsContract } from './contract.ts';
import { findFollowUp, followUpsOf, insertFollowUp, insertMentions, insertPhoto } from './follow-up-store.ts';
import { openRecord, unitsOf } from './open-record.ts';
import type { RecordsPort } from './records-port.ts';
import { PHOTO_LIMIT, PHOTOS } from './terms.ts';

type FollowUps = InferContractRouterOutputs<typeof projectsContract>['followUps'];

/** The fields of the form in which a follow-up comes; `mentioned` are accounts with commas between. */
const said = z.object({
  form: z.string().max(50).default(''),
  day: dayText,
  text: z.string().transform(trimmed).pipe(z.string().min(1, '请写明跟进的情况').max(2000, '跟进情况最多 2000 字')),
  nextStep: z.string().transform(trimmed).pipe(z.string().max(500, '下一步最多 500 字')).default(''),
  nextDay: z.union([z.literal(''), dayText]).default(''),
  mentioned: z.string().max(4000).default('').transform((it) => [...new Set(it.split(',').filter(Boolean))]),
});

/**
 * Says a follow-up of a record, with photos and with colleagues who are asked to look.
 * @param fields as the form sends them
 * @throws Refusal 'bad-input', 'bad-form', 'bad-day', 'missing', 'bad-photo', 'too-large', 'not-found', 'forbidden', 'withdrawn', 'tells-of-human', 'unknown-colleague'
 */
export async function sayFollowUp(context: LedgerContext, records: RecordsPort, id: string, fields: Readonly<Record<string, string>>, files: readonly { readonly bytes: Uint8Array }[]): Promise<{ id: string }> {
  const actor = actorOf(context);
  if (!isUuid(id)) throw notFound();
  const read = said.safeParse(fields);
  if (!read.success) throw new Refusal('bad-input', read.error.issues[0]!.message, undefined, read.error.issues.map((it) => it.message));
  const { form, day, text, nextStep, nextDay, mentioned } = read.data;
  const forms = context.ledger.mechanism.pack.lists['followUpForms'] ?? [];
  if (form !== '' && !forms.includes(form)) throw new Refusal('bad-form', `跟进方式请从“${forms.join('、')}”中选。`);
  if (day > context.clock.today()) throw new Refusal('bad-day', '跟进日期不能晚于今天，还没有做的事请写在“下一步”里。');
  if ((nextStep === '') !== (nextDay === '')) throw new Refusal('missing', nextStep === '' ? '请写明下一步做什么，或去掉它的日期。' : '请写明下一步在哪一天，以便到时提醒。');
  if (files.length > PHOTOS) throw new Refusal('too-many', `一次最多 ${PHOTOS} 张照片，请去掉几张。`);
  if (files.some((it) => it.bytes.length > PHOTO_LIMIT)) throw new Refusal('too-large', `照片不能超过 ${PHOTO_LIMIT / 1024 / 1024} MB，请压缩后再上传。`);
  const photos = files.map((it) => barePhoto(it.bytes)).map((photo) => ({ photo, sha256: hash('sha256', photo.bytes) }));
  return write(context.database, { id: context.request, account: actor.account, body: ['followups:say', id, read.data, photos.map((it) => it.sha256)] }, async (tx) => {
    const dossier = await records.openForChange(tx, context, 'followups:write', id);
    await records.refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [text, nextStep], '跟进情况');
    if (mentioned.length > 0) {
      const known = new Set((await colleaguesOf(context, id, tx)).map((it) => it.id));
      if (!mentioned.every((it) => known.has(it))) throw new Refusal('unknown-colleague', '提醒的同事里有人看不到这条记录，请刷新后重新选择。');
    }
    const made = await insertFollowUp(tx, { subject: id, form: form || null, day, text, next: nextStep === '' ? null : { step: nextStep, day: nextDay }, unit: actor.unit, account: actor.account });
    for (const { photo, sha256 } of photos) await insertPhoto(tx, made, photo, sha256);
    await insertMentions(tx, made, mentioned);
    return { answer: { id: made }, audit: [{ unit: actor.unit, action: 'followups:say', objectKind: 'dossier', objectId: id, detail: { followUp: made, form: form || null, day, photos: photos.length, mentioned: mentioned.length } }] };
  });
}

/** What was said of a record, the latest first. @throws Refusal 'not-found' */
export async function readFollowUps(context: LedgerContext, id: string): Promise<FollowUps> {
  const { database, ledger, rights, clock } = context;
  const { pack } = ledger.mechanism;
  const actor = actorOf(context);
  const dossier = await openRecord(database, context, 'followups:read', id);
  const rows = await followUpsOf(database, id);
  const names = await accountNames(database, rows.flatMap((it) => [it.account, ...it.mentioned]));
  return {
    forms: [...(pack.lists['followUpForms'] ?? [])],
    mayWrite: rights.can(actor, 'followups:write', { units: unitsOf(dossier) }) && dossier.milestones['entry'] !== undefined,
    today: clock.today(),
    items: rows.map((it) => {
      const gone = it.takenBackAt !== null;
      return {
        id: it.id,
        form: it.form,
        day: it.day,
        text: gone ? '' : it.text,
        next: !gone && it.step !== null ? { step: it.step, day: it.stepDay! } : null,
        unit: { id: it.unit, name: unitName(pack, it.unit) },
        who: names.get(it.account) ?? null,
        at: it.at.toISOString(),
        photos: gone ? [] : [...it.photos],
        mentioned: it.mentioned.flatMap((one) => names.get(one) ?? []),
        takenBack: gone ? { reason: it.reason!, at: it.takenBackAt!.toISOString() } : null,
        mayTakeBack: !gone && it.account === actor.account,
      };
    }),
  };
}

/** Takes a follow-up back: by who said it, with a reason. @throws Refusal 'not-found', 'forbidden', 'taken-back', 'tells-of-human' */
export async function takeBackFollowUp(context: LedgerContext, records: RecordsPort, { id, reason }: { id: string; reason: string }): Promise<{ done: true }> {
  const actor = actorOf(context);
  return write(context.database, { id: context.request, account: actor.account, body: ['followups:take-back', id, reason] }, async (tx) => {
    const found = await findFollowUp(tx, id);
    if (!found) throw notFound();
    const dossier = await openRecord(tx, context, 'followups:read', found.subject);
    if (found.account !== actor.account) throw new Refusal('forbidden', '只有写下这条跟进的人能撤回它。如有不实，请另写一条说明。');
    await records.refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [reason]);
    const { rowCount } = await tx.query('insert into follow_up_taken_back (follow_up_id, reason, account_id) values ($1, $2, $3) on conflict do nothing', [id, reason, actor.account]);
    if (rowCount === 0) throw new Refusal('taken-back', '这条跟进已经撤回，请刷新页面。');
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'followups:take-back', objectKind: 'dossier', objectId: found.subject, detail: { followUp: id } }] };
  });
}

function notFound(): Refusal {
  return new Refusal('not-found', '没有找到这条记录或跟进，可能已经删去，或不在您的查看范围之内。');
}
