import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { writeCsv } from '../../office/write-csv.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { detailText } from './detail-text.ts';
import { type LoggedRow, type LogQuery, readLog } from './store.ts';
import { actionLabels, AUDIT_EXPORT, AUDIT_PAGE, objectLabels } from './terms.ts';

export type AuditPage = { rows: ReturnType<typeof viewOf>[]; next: string | null };

/** A page of the log, the newest first. The look is kept in the log itself. */
export async function lookAtLog(context: LedgerContext, query: LogQuery): Promise<AuditPage> {
  await keepLook(context, 'audit:look', query);
  return pageOf(context, await readLog(context.database, query, AUDIT_PAGE + 1));
}

/** Who looked at the log or took it away, for who watches the auditors. */
export async function lookAtLooks(context: LedgerContext, before: string | undefined): Promise<AuditPage> {
  return pageOf(context, await readLog(context.database, { action: ['audit:look', 'audit:export'], before }, AUDIT_PAGE + 1));
}

/** The log as a CSV file, the newest 50,000 rows of the query. Kept in the log itself. @throws Refusal 'forbidden' */
export async function exportLog(context: LedgerContext, query: LogQuery): Promise<{ name: string; bytes: Uint8Array }> {
  context.rights.scope(actorOf(context), 'audit:read');
  await keepLook(context, 'audit:export', query);
  const rows = (await readLog(context.database, query, AUDIT_EXPORT)).map((it) => viewOf(context, it));
  const lines = rows.map((it) => [it.seq, it.at, it.who ? `${it.who.name}（${it.who.login}）` : '平台', it.unit?.name ?? '', it.actionLabel, it.objectLabel, it.objectId, it.request, it.detail]);
  return { name: `操作日志-${context.clock.today()}.csv`, bytes: writeCsv([['序号', '时间', '谁', '单位', '做了什么', '对象', '对象编号', '请求编号', '详情'], ...lines]) };
}

/** @throws Refusal 'bad-range' where the last day is before the first */
async function keepLook(context: LedgerContext, action: 'audit:look' | 'audit:export', query: LogQuery): Promise<void> {
  if (query.from && query.to && query.to < query.from) throw new Refusal('bad-range', '结束的日子早于开始的日子，请核对。');
  const { account, unit } = actorOf(context);
  // A page read again is a look again, so it has an id of its own.
  await write(context.database, { id: crypto.randomUUID(), account, body: [action, query] }, () => Promise.resolve({ answer: null, audit: [{ unit, action, objectKind: 'audit', objectId: 'log', detail: { ...query } }] }));
}

function pageOf(context: LedgerContext, found: readonly LoggedRow[]): AuditPage {
  const rows = found.slice(0, AUDIT_PAGE);
  return { rows: rows.map((it) => viewOf(context, it)), next: found.length > AUDIT_PAGE ? rows.at(-1)!.seq : null };
}

function viewOf(context: LedgerContext, { account, login, name, unit, detail, at, ...it }: LoggedRow) {
  return {
    ...it,
    at: at.toISOString(),
    who: account === null ? null : { id: account, login: login ?? '', name: name ?? '' },
    unit: unit === null ? null : { id: unit, name: unitName(context.ledger.mechanism.pack, unit) },
    actionLabel: actionLabels[it.action] ?? it.action,
    objectLabel: objectLabels[it.objectKind] ?? it.objectKind,
    detail: detailText(context, detail),
  };
}
