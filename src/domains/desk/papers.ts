import { actorOf } from '../../base/context.ts';
import { readKept } from '../../base/kept-files.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid } from '../../kernel/text.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import { papersOf } from './paper-store.ts';
import type { PaperView } from './views.ts';

/** Asks for a figure's working papers; the asking is kept in the log. @throws Refusal 'not-found' where there is no such figure */
export async function askPaper(context: LedgerContext, input: { measure: string; owner: string; window: string; standing: Standing }): Promise<{ id: string }> {
  const { mechanism } = context.ledger;
  const actor = actorOf(context);
  const known = mechanism.measures.has(input.measure) && parseWindow(input.window) && (isUuid(input.owner) || input.owner === 'city' || mechanism.pack.units.some((it) => it.id === input.owner));
  if (!known) throw new Refusal('not-found', '没有这个数，请从任务总表重新打开后再要底稿。');
  const asked = await write(context.database, { id: context.request, account: actor.account, body: ['papers:ask', input] }, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      'insert into working_paper (measure, owner, window_name, standing, unit, account, role, units, request) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id',
      [input.measure, input.owner, input.window, input.standing, actor.unit, actor.account, actor.role, actor.units, context.request],
    );
    return { answer: { id: rows[0]!.id }, audit: [{ unit: actor.unit, action: 'papers:ask', objectKind: 'paper', objectId: rows[0]!.id, detail: { ...input } }] };
  });
  context.wakeWorker();
  return asked;
}

/** The actor's own packs, the newest first. */
export async function readPapers(context: LedgerContext): Promise<PaperView[]> {
  const { database, ledger: { mechanism } } = context;
  const rows = await papersOf(database, actorOf(context).account);
  const names = await ownerNames(database, mechanism, rows.map((it) => it.owner));
  return rows.map((it) => ({
    id: it.id, measure: { id: it.measure, name: mechanism.measures.get(it.measure)?.label ?? it.measure }, owner: { id: it.owner, name: names.get(it.owner) ?? it.owner },
    window: it.window, windowLabel: windowInChinese(parseWindow(it.window)!), standing: it.standing, at: it.at.toISOString(), done: it.done, total: it.total, sha256: it.sha256, size: it.size === null ? null : Number(it.size), failed: it.failed,
  }));
}

/** The finished file, to whoever asked for it. @throws Refusal 'not-found' */
export async function readPaperFile(context: LedgerContext, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const actor = actorOf(context);
  const found = (await papersOf(context.database, actor.account)).find((it) => it.id === id);
  const bytes = found?.sha256 ? await readKept(context.database, found.sha256) : undefined;
  if (!found || !bytes) throw new Refusal('not-found', '没有这份底稿，或已过保存期，请重新制作。');
  await write(context.database, { id: crypto.randomUUID(), account: actor.account, body: ['papers:take', id] }, () => Promise.resolve({ answer: null, audit: [{ unit: actor.unit, action: 'papers:take', objectKind: 'paper', objectId: id, detail: { sha256: found.sha256 } }] }));
  return { name: `工作底稿-${context.ledger.mechanism.measures.get(found.measure)?.label ?? found.measure}-${found.window}.zip`, bytes };
}
