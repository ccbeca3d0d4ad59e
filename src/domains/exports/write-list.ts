import { audit } from '../../base/audit.ts';
import type { Clock } from '../../base/clock.ts';
import type { Database } from '../../base/database.ts';
import { keepFile } from '../../base/kept-files.ts';
import { isOutage } from '../../base/outage.ts';
import type { Actor, Rights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import { yearOf } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { unitName } from '../../mechanism/units.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { layoutSheet } from './layout-sheet.ts';
import type { ListedRow, ReadList } from './listed.ts';
import { failExport, finishExport, type KeptExport, tellProgress, waitingExport } from './store.ts';

/** What writing lists needs of a platform. */
export interface ExportDeps {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly rights: Rights;
}

/** Writes every list that waits, the oldest first: also those that a stop interrupted. */
export async function runWaitingExports(deps: ExportDeps, readList: ReadList): Promise<void> {
  for (let next = await waitingExport(deps.database, null); next; next = await waitingExport(deps.database, null)) await runExport(deps, readList, next.id);
}

/**
 * Writes one list as a file that is kept for 30 days; what is refused or breaks leaves it failed.
 * @throws where the database is not there: the list waits for the next round
 */
export async function runExport(deps: ExportDeps, readList: ReadList, id: string): Promise<void> {
  try {
    await writeList(deps, readList, id);
  } catch (error) {
    if (isOutage(error)) throw error;
    if (!(error instanceof Refusal)) console.error(`[${id}]`, (error as Error).stack?.split('\n').slice(1, 8).join('\n'));
    await failExport(deps.database, id, error instanceof Refusal ? error.message : `导出时出了意外，请重新导出。如仍不行，请把编号 ${id} 告诉管理员。`);
  }
}

async function writeList(deps: ExportDeps, readList: ReadList, id: string): Promise<void> {
  const { database, ledger } = deps;
  const waiting = await waitingExport(database, id);
  if (!waiting) return;
  const { account, unit, units, role, form, query } = waiting;
  const actor: Actor = { account, unit, units, role };
  const list = await readList({ ...deps, actor }, query);
  const rows: ListedRow[] = [];
  for await (const some of list.rows()) {
    rows.push(...some);
    await tellProgress(database, id, rows.length);
  }
  const { pack, vocabulary } = ledger.mechanism;
  const sheet = await layoutSheet({ pack, kind: vocabulary[waiting.kind]! }, form, headingOf(deps, waiting, query.year), rows);
  const bytes = await writeWorkbook([sheet]);
  await transact(database, async (tx) => {
    const sha256 = await keepFile(tx, waiting.name, bytes);
    // Somebody else may have written it meanwhile.
    if (!(await finishExport(tx, id, sha256, rows.length))) return;
    const narrowed = Object.entries(query).flatMap(([key, value]) => (key === 'kind' || value === undefined ? [] : [key]));
    await audit(tx, [{ account, unit, action: 'exports:make', objectKind: 'export', objectId: id, request: id, detail: { kind: query.kind, layout: waiting.label, narrowed, rows: rows.length, sha256 } }]);
  });
}

function headingOf({ ledger: { mechanism: { pack } }, clock }: ExportDeps, { form, unit, total }: KeptExport, year: number | undefined): { title: string; note: string } {
  const today = clock.today();
  const filled: Record<string, string> = { '{year}': String(year ?? yearOf(today)), '{city}': pack.city.name, '{unit}': unitName(pack, unit) };
  const title = (form.title ?? `{year}年度${form.sheet}`).replace(/\{(?:year|city|unit)\}/g, (it) => filled[it]!);
  // Headings that do not name the unit of their amounts.
  const units = [...new Set(form.columns.flatMap((it) => (it.unitOfAmount && !it.heading.includes('元') ? [it.unitOfAmount] : [])))];
  return { title, note: [`导出单位：${unitName(pack, unit)}`, `导出日期：${today}`, `共 ${total} 条`, ...(units.length > 0 ? [`金额单位：${units.join('、')}`] : [])].join('　　') };
}
