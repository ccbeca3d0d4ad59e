import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { refuseConfirmation } from './confirmation.ts';
import { findImport } from './find-import.ts';
import { handedInBefore, readFiles } from './intake-files.ts';
import { type Match, matchRows, type Picks } from './match-rows.ts';
import { previewImport } from './preview-import.ts';
import { storePicks } from './store.ts';

/**
 * Takes what was picked for rows without a number, and works out anew what importing them would do.
 * @param picked by place: a number, `new`, `out`, or `open` for nothing
 * @throws Refusal 'not-found' (the import, or the record that was picked), 'already-confirmed', 'forbidden', 'expired'
 */
export async function pickRecords(context: LedgerContext, { id, picks: picked }: { id: string; picks: Readonly<Record<string, string>> }): Promise<{ done: true }> {
  const { database, ledger, rights, request } = context;
  const actor = actorOf(context);
  const found = await findImport(context, id);
  return write(database, { id: request, account: actor.account, body: ['imports.pick', id, picked] }, async (tx) => {
    const refusal = refuseConfirmation(ledger.mechanism, rights, actor, { ...found, report: { ...found.report, foreignCount: 0 } });
    if (refusal) throw refusal;
    const read = await readFiles(ledger.mechanism, await handedInBefore(tx, found.files), { layouts: found.layouts });
    const { matches } = await matchRows(tx, context, read);
    const picks = merged(found.picks, picked, matches);
    if (Object.values(picks).includes('new') && read.registers.some((it) => it.found.origin.numbering === undefined && matches.some((one) => one.sheet === it.found.register.sheet && picks[one.place] === 'new'))) {
      throw new Refusal('no-numbering', '这本台账的编号由各单位自己编，请在表中加上编号列后重新上传。');
    }
    const { report, total } = await previewImport(tx, context, { id, read, matches, picks });
    if (!(await storePicks(tx, { id, picks, report, total }))) throw refuseConfirmation(ledger.mechanism, rights, actor, { ...found, state: 'running' })!;
    return { answer: { done: true as const }, audit: [{ unit: actor.unit, action: 'imports:pick', objectKind: 'import', objectId: id, detail: { rows: Object.keys(picked).length } }] };
  });
}

/** What stands, with what is picked now; only what a row's own candidates offer can be picked. */
function merged(standing: Picks, picked: Readonly<Record<string, string>>, matches: readonly Match[]): Picks {
  const rows = new Map(matches.map((it) => [it.place, it]));
  const picks: Record<string, Picks[string]> = { ...standing };
  for (const [place, to] of Object.entries(picked)) {
    const row = rows.get(place);
    if (!row) throw new Refusal('not-found', '没有找到这一行，请刷新页面后重新选择。');
    if (to === 'open') delete picks[place];
    else if (to === 'new' || to === 'out') picks[place] = to;
    else if (row.candidates.some((it) => it.number === to)) picks[place] = { to };
    else throw new Refusal('not-found', `“${to}”不在第 ${row.row} 行可以对应的记录之中，请刷新页面后重新选择。`);
  }
  return picks;
}
