import { actorOf } from '../../base/context.ts';
import type { Scope } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { inWan } from '../../kernel/fen.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseWindow, type Window, windowInChinese } from '../../kernel/window.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { unitName } from '../../mechanism/units.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { ENTRY_LABEL } from '../records/terms.ts';
import { certifiedIncomplete } from './incomplete.ts';
import { shownNames } from './shown-names.ts';
import { backdated, certifiedBetween, justAbove, lastDays, movedAfterFreeze, undocumented } from './report-rows.ts';
import { REPORT_EXPORT, REPORT_PAGE, type ReportKind, reportLabels } from './terms.ts';
import { thresholdsOf } from './thresholds.ts';
import type { ReportView } from './views.ts';

type Line = ReportView['rows'][number];
type Table = Pick<ReportView, 'columns' | 'rows'>;

/** What a report asks: its kind and, where it goes by days, the window. */
export interface ReportQuery {
  readonly kind: ReportKind;
  readonly window: string;
}

/** One of the auditor's reports, its newest or nearest rows first. @throws Refusal 'not-found' where there is no such window */
export async function readReport(context: LedgerContext, query: ReportQuery): Promise<ReportView> {
  const { window, table } = await tableOf(context, query, REPORT_PAGE + 1);
  return { kind: query.kind, ...reportLabels[query.kind], window: { name: window.name, label: windowInChinese(window) }, columns: table.columns, rows: table.rows.slice(0, REPORT_PAGE), more: table.rows.length > REPORT_PAGE };
}

/** The same as an .xlsx file, up to 20,000 rows; kept in the log. */
export async function exportReport(context: LedgerContext, query: ReportQuery): Promise<{ name: string; bytes: Uint8Array }> {
  const actor = actorOf(context);
  const { window, table } = await tableOf(context, query, REPORT_EXPORT);
  const { label, says } = reportLabels[query.kind];
  await write(context.database, { id: crypto.randomUUID(), account: actor.account, body: ['reports:export', query] }, () => Promise.resolve({ answer: null, audit: [{ unit: actor.unit, action: 'reports:export', objectKind: 'report', objectId: query.kind, detail: { window: window.name, rows: table.rows.length } }] }));
  const rows = [[`${label}（${windowInChinese(window)}）`], [says], table.columns, ...table.rows.map((it) => it.cells)];
  return { name: `${label}-${window.name}.xlsx`, bytes: await writeWorkbook([{ name: label, rows, boldRows: [0, 2] }]) };
}

async function tableOf(context: LedgerContext, { kind, window: name }: ReportQuery, limit: number): Promise<{ window: Window; table: Table }> {
  const window = parseWindow(name);
  if (!window) throw new Refusal('not-found', '没有这个时段，请重新选择。');
  const scope = context.rights.scope(actorOf(context), 'records:read');
  return { window, table: await TABLES[kind](context, scope, window, limit) };
}

const TABLES: Record<ReportKind, (context: LedgerContext, scope: Scope, window: Window, limit: number) => Promise<Table>> = {
  'last-days': async (context, scope, window, limit) => {
    const { from, to } = lastDays(window);
    const rows = await certifiedBetween(context.database, scope, from, to, limit);
    const about = await linesOf(context, rows);
    return { columns: ['记录', '编号', '申报单位', '事项', '事项日期', '认定日', '认定单位'], rows: rows.map((it) => about(it, [milestoneName(context, it), it.day ?? '', it.on, unitOf(context, it.by)])) };
  },
  backdated: async (context, scope, window, limit) => {
    const rows = await backdated(context.database, scope, window, await backdatingDays(context), limit);
    const about = await linesOf(context, rows);
    return { columns: ['记录', '编号', '申报单位', '事项', '事项日期', '登记日', '晚了几天', '写明的原因'], rows: rows.map((it) => about(it, [milestoneName(context, it), it.day, it.on, String(it.days), it.reason ?? ''])) };
  },
  'after-freeze': async (context, scope, window, limit) => {
    const { database, ledger: { mechanism } } = context;
    const rows = await movedAfterFreeze(database, scope, window, limit);
    const [about, owners] = [await linesOf(context, rows), await ownerNames(database, mechanism, rows.map((it) => it.owner))];
    return { columns: ['记录', '编号', '申报单位', '指标', '计入', '事项日期', '变动', '封账时段', '变动日'], rows: rows.map((it) => about(it, [mechanism.measures.get(it.measure)?.label ?? it.measure, owners.get(it.owner) ?? it.owner, it.day, it.quantity, it.frozen, it.on])) };
  },
  'near-threshold': async (context, scope, _, limit) => {
    const { database, ledger: { mechanism } } = context;
    const found = [];
    for (const threshold of thresholdsOf(mechanism, await parametersInForce(database, mechanism), context.clock.today())) {
      for (const row of await justAbove(database, scope, threshold, limit - found.length)) found.push({ row, threshold });
    }
    const about = await linesOf(context, found.map((it) => it.row));
    return { columns: ['记录', '编号', '申报单位', '金额项', '金额（万元）', '标准', '超出（万元）'], rows: found.map(({ row, threshold }) => about(row, [threshold.label, inWan(BigInt(row.amount)), threshold.written, inWan(BigInt(row.amount) - threshold.from)])) };
  },
  incomplete: async (context, scope, window, limit) => {
    const rows = await certifiedIncomplete(context, await certifiedBetween(context.database, scope, window.from, window.to, limit));
    const about = await linesOf(context, rows);
    return { columns: ['记录', '编号', '申报单位', '事项', '认定日', '认定单位', '缺什么'], rows: rows.map((it) => about(it, [milestoneName(context, it), it.on, unitOf(context, it.by), it.missing.join('、')])) };
  },
  'no-document': async (context, scope, window, limit) => {
    const { ledger: { mechanism } } = context;
    const what = { freeze: '封账', decision: '口径决定', upstream: '上级认定' };
    const nameOf = (it: { what: keyof typeof what; about: string; kind: string | null }): string =>
      it.what === 'decision' ? (mechanism.pack.parameters.find((one) => one.id === it.about)?.label ?? it.about) : it.what === 'upstream' ? milestoneName(context, { kind: it.kind!, milestone: it.about }) : it.about;
    const rows = await undocumented(context.database, scope, window, limit);
    return { columns: ['是什么', '内容', '编号', '单位', '日期'], rows: rows.map((it) => ({ subject: it.subject, cells: [what[it.what], nameOf(it), it.number ?? '', it.unit === null ? '' : unitOf(context, it.unit), it.on] })) };
  },
};

async function backdatingDays({ database, ledger: { mechanism }, clock }: LedgerContext): Promise<number> {
  const value = (await parametersInForce(database, mechanism)).at('entry.backdating-days', clock.today())?.value;
  return typeof value === 'object' && 'decimal' in value ? Number(formatDecimal(value.decimal)) : 31;
}

/** Lines about records: name, number and unit first. */
async function linesOf<T extends { id: string; kind: string; number: string; unit: string; fields: Parameters<typeof shownNames>[1][number]['fields'] }>(context: LedgerContext, rows: readonly T[]): Promise<(row: T, cells: string[]) => Line> {
  const nameOf = await shownNames(context, rows);
  return (row, cells) => ({ subject: row.id, cells: [nameOf(row), row.number, unitOf(context, row.unit), ...cells] });
}

function unitOf({ ledger: { mechanism } }: LedgerContext, id: string): string {
  return unitName(mechanism.pack, id);
}

function milestoneName({ ledger: { mechanism } }: LedgerContext, { kind, milestone }: { kind: string; milestone: string }): string {
  return milestone === ENTRY ? ENTRY_LABEL : (mechanism.vocabulary[kind]?.milestones[milestone]?.label ?? milestone);
}
