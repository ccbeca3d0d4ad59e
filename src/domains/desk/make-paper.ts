import { keepFile } from '../../base/kept-files.ts';
import type { Database } from '../../base/database.ts';
import type { Rights } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { endPaper, nextPaper, noteProgress, type PaperRow } from './paper-store.ts';
import { paperFiles } from './paper-files.ts';
import { packed } from './paper-zip.ts';

/** What the packs are made with. */
export interface PaperDeps {
  readonly database: Database;
  readonly ledger: Ledger;
}

/** Makes the packs that wait, one after the other, each with the rights of whoever asked for it. What fails is told and not tried again. */
export async function runWaitingPapers({ database, ledger }: PaperDeps, rights: Rights): Promise<void> {
  for (let paper = await nextPaper(database); paper; paper = await nextPaper(database)) {
    const asked: PaperRow = paper;
    try {
      const bytes = await packed(await paperFiles({ database, ledger, rights }, asked, (done, total) => noteProgress(database, asked.id, done, total)));
      await write(database, { id: crypto.randomUUID(), account: asked.account, body: ['papers:make', asked.id] }, async (tx) => {
        const sha256 = await keepFile(tx, `${asked.id}.zip`, bytes);
        await endPaper(tx, asked.id, { sha256 });
        return { answer: null, audit: [{ unit: asked.unit, action: 'papers:make', objectKind: 'paper', objectId: asked.id, detail: { sha256 } }] };
      });
    } catch (error) {
      console.error('工作底稿没有做成：', (error as Error).stack?.split('\n').slice(1, 6).join('\n'));
      await endPaper(database, asked.id, { failed: '没有做成，请重新制作；再不行请联系系统管理员。' });
    }
  }
}
