import { randomBytes } from 'node:crypto';
import { actorOf } from '../../base/context.ts';
import { sealText } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { objectLabels } from '../audit/terms.ts';
import { readTarget, targetRules } from './target.ts';
import { topicLabel, topics } from './terms.ts';
import { endRow, holdWebhook, insertWebhook, listMessages, listWebhooks, type NewWebhook, resumeRow, skipRow } from './webhook-store.ts';

const labelled = (id: string): { id: string; label: string } => ({ id, label: topicLabel(id) });

/** Where a webhook's secret is bound to. */
export function secretPlace(webhook: string): string {
  return `webhook.secret ${webhook}`;
}

/**
 * Makes a webhook: from now on it is told of each act of its topics.
 * @returns its id, and the secret that its receiver checks signatures with, shown this once (null where the request was a repetition)
 * @throws Refusal 'bad-target', 'foreign-target'
 */
export async function makeWebhook(context: LedgerContext, input: NewWebhook): Promise<{ id: string; secret: string | null }> {
  const { account, unit } = actorOf(context);
  const url = readTarget(input.url, targetRules()).href;
  let secret: string | null = null;
  const answer = await write(context.database, { id: context.request, account, body: ['makeWebhook', input] }, async (tx) => {
    const id = crypto.randomUUID();
    secret = `whsec_${randomBytes(32).toString('base64')}`;
    const wanted = [...new Set(input.topics)].sort();
    await insertWebhook(tx, id, { ...input, url, topics: wanted }, sealText(tx, secretPlace(id), secret), account);
    return { answer: { id }, audit: [{ unit, action: 'webhooks:make', objectKind: 'webhook', objectId: id, detail: { url, topics: wanted } }] };
  });
  return { ...answer, secret };
}

/** @throws Refusal 'not-found' */
export function endWebhook(context: LedgerContext, id: string): Promise<void> {
  return change(context, 'webhooks:end', id, {}, (tx, account) => endRow(tx, id, account));
}

/** Lets a webhook that was given up, or waits for its next try, go on at once. Nothing was lost meanwhile. @throws Refusal 'not-found' */
export function resumeWebhook(context: LedgerContext, id: string): Promise<void> {
  return change(context, 'webhooks:resume', id, {}, (tx) => resumeRow(tx, id));
}

/** Gives up the first message that waits. @throws Refusal 'not-found', 'stale' where another stands first by now */
export function skipMessage(context: LedgerContext, id: string, message: string): Promise<void> {
  return change(context, 'webhooks:skip', id, { message }, async (tx) => {
    if (!(await skipRow(tx, id, message))) throw new Refusal('stale', '只能跳过排在最前面的一条，它已经送达或变动，请刷新页面。');
  });
}

async function change(context: LedgerContext, action: string, id: string, detail: Record<string, string>, effect: (tx: Transaction, account: string) => Promise<void>): Promise<void> {
  const { account, unit } = actorOf(context);
  await write(context.database, { id: context.request, account, body: [action, id, detail] }, async (tx) => {
    if (!(await holdWebhook(tx, id))) throw new Refusal('not-found', '没有这项推送，或它已经停止，请刷新页面。');
    await effect(tx, account);
    return { answer: { done: true as const }, audit: [{ unit, action, objectKind: 'webhook', objectId: id, detail }] };
  });
}

/** The webhooks that stand, and what is needed to make one. */
export async function readWebhooks({ database }: LedgerContext) {
  return {
    hosts: [...targetRules().hosts],
    topics: topics.map(labelled),
    webhooks: (await listWebhooks(database)).map(({ pausedAt, attempts, deliveredAt, ...it }) => ({
      ...it,
      topics: it.topics.map(labelled),
      state: pausedAt ? ('paused' as const) : (attempts ?? 0) > 0 ? ('failing' as const) : ('delivering' as const),
      deliveredAt: deliveredAt?.toISOString() ?? null,
    })),
  };
}

/** The latest messages of a webhook; those that wait stand first. */
export async function readMessages({ database }: LedgerContext, id: string) {
  return (await listMessages(database, id)).map(({ topic, objectKind, objectId, at, nextAt, deliveredAt, skippedAt, ...it }) => {
    const state = deliveredAt ? ('delivered' as const) : skippedAt ? ('skipped' as const) : ('waiting' as const);
    return {
      ...it,
      topic: labelled(topic),
      object: { id: objectId, name: objectLabels[objectKind] ?? objectKind },
      at: at.toISOString(),
      state,
      nextAt: state === 'waiting' ? nextAt.toISOString() : null,
      doneAt: (deliveredAt ?? skippedAt)?.toISOString() ?? null,
    };
  });
}
