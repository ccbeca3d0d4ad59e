import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { makeActivationCode } from './activation.ts';
import { endLink, insertLink, subjectMac } from './link-store.ts';
import type { CodeAnswer } from './manage.ts';
import { holdAccount } from './store.ts';

/**
 * Lets a person of the city's single sign-on log in to an account; its password is gone, and none can be set while the link stands.
 * @param subject the person's id at the provider (`sub`)
 * @throws Refusal 'no-provider', 'own-account', 'not-found', 'linked' where one of both is linked already
 */
export async function linkAccount(context: LedgerContext, id: string, subject: string): Promise<void> {
  const { account, unit } = actorOf(context);
  const issuer = context.caller?.issuer;
  if (issuer === undefined) throw new Refusal('no-provider', '平台没有接入统一认证，请先由运维人员按《系统对接》文档配置。');
  if (id === account) throw new Refusal('own-account', '不能关联自己正在使用的账号，请由另一位管理员办理。');
  const mac = subjectMac(context.database, issuer, subject);
  await write(context.database, { id: context.request, account, body: ['linkAccount', id, mac] }, async (tx) => {
    if (!(await holdAccount(tx, id))) throw new Refusal('not-found', '没有这个账号，或它已停用，请刷新页面后重试。');
    if (!(await insertLink(tx, id, mac, account))) throw new Refusal('linked', '这个账号或这个人员已经关联过，请先解除原来的关联。');
    return { answer: { done: true as const }, audit: [{ unit, action: 'accounts:link', objectKind: 'account', objectId: id }] };
  });
}

/** Ends an account's link. @returns the one-time code by which its person sets a password again @throws Refusal 'own-account', 'not-found' */
export async function unlinkAccount(context: LedgerContext, id: string): Promise<CodeAnswer> {
  const { account, unit } = actorOf(context);
  if (id === account) throw new Refusal('own-account', '不能解除自己正在使用的账号，请由另一位管理员办理。');
  let code: string | null = null;
  const answer = await write(context.database, { id: context.request, account, body: ['unlinkAccount', id] }, async (tx) => {
    if (!(await holdAccount(tx, id)) || !(await endLink(tx, id, account))) throw new Refusal('not-found', '这个账号没有关联统一认证，请刷新页面。');
    code = await makeActivationCode(tx, id, account);
    return { answer: { id }, audit: [{ unit, action: 'accounts:unlink', objectKind: 'account', objectId: id }] };
  });
  return { ...answer, code };
}
