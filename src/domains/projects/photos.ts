import { actorOf } from '../../base/context.ts';
import { scopeSql } from '../../base/rights.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { BarePhoto } from './bare-photo.ts';

/** A photo beside a follow-up of a record that the actor may see. @throws Refusal 'not-found', 'erased' */
export async function readPhoto(context: LedgerContext, id: string): Promise<BarePhoto> {
  const values: unknown[] = [isUuid(id) ? id : null];
  const { rows } = await context.database.query<{ name: string; bytes: Uint8Array; erased: boolean }>(
    `select l.name, l.content as bytes, l.erased_at is not null as erased
     from follow_up_photo p join follow_up f on f.id = p.follow_up_id join dossier d on d.subject_id = f.subject_id join file l using (sha256)
     where p.id = $1 and not exists (select from follow_up_taken_back b where b.follow_up_id = f.id) and ${scopeSql(context.rights.scope(actorOf(context), 'followups:read'), 'd', values)}`,
    values,
  );
  if (!rows[0]) throw new Refusal('not-found', '没有找到这张照片，可能已经撤回，或不在您的查看范围之内。');
  if (rows[0].erased) throw new Refusal('erased', '这张照片已随个人信息依法删除，只留下它的记录。');
  return { type: rows[0].name.endsWith('.png') ? 'image/png' : 'image/jpeg', bytes: rows[0].bytes };
}
