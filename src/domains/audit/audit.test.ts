import { call } from '@orpc/server';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contextOf } from '../../../tests/context.ts';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { joinRights, type Right } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { rights as allRights } from '../../app/rights.ts';
import { decisionActs } from '../decisions/terms.ts';
import { actLabels } from '../records/terms.ts';
import { auditHandlers } from './handlers.ts';
import { exportLog } from './look.ts';
import { auditRights } from './rights.ts';
import { actionLabels, detailLabels, objectLabels } from './terms.ts';

const rights = joinRights([auditRights]);
/** What stands behind the domain where an act's name is put together. */
const ACTS_OF: Readonly<Record<string, readonly string[]>> = { records: Object.keys(actLabels), decisions: decisionActs };
const as = (test: TestLedger, role: string): LedgerContext => contextOf(test, '2026-06-30', rights, { unit: 'rencaiban', role });
const act = (test: TestLedger, action: string, objectId: string): Promise<unknown> =>
  write(test.database, { id: crypto.randomUUID(), account: null, body: action }, () => Promise.resolve({ answer: null, audit: [{ unit: 'rencaiban', action, objectKind: 'dossier', objectId, detail: { said: '=1+1' } }] }));

it('shows the log by act, object and day, page by page, and keeps every look', () => withLedger('taixing', async (test) => {
  for (let n = 0; n < 130; n++) await act(test, n % 2 === 0 ? 'records:certify' : 'records:return', `d${n % 10}`);
  const auditor = as(test, 'audit-admin');
  const first = await call(auditHandlers.log, { action: 'records:certify' }, { context: auditor });
  expect(first.rows.map((it) => it.actionLabel)).toEqual(Array.from({ length: 65 }, () => '认定'));
  expect(first.next).toBeNull();
  const all = await call(auditHandlers.log, {}, { context: auditor });
  expect([all.rows.length, all.rows[0]!.actionLabel]).toEqual([100, '查看操作日志']);
  const rest = await call(auditHandlers.log, { before: all.next! }, { context: auditor });
  expect(new Set([...all.rows, ...rest.rows].map((it) => it.seq)).size).toBe(all.rows.length + rest.rows.length);
  expect((await call(auditHandlers.log, { object: 'd3' }, { context: auditor })).rows).toHaveLength(13);
  expect((await call(auditHandlers.log, { to: '2020-01-01' }, { context: auditor })).rows).toEqual([]);
  await expect(call(auditHandlers.log, { from: '2026-02-01', to: '2026-01-01' }, { context: auditor })).rejects.toMatchObject({ code: 'bad-range' });
  const { rows } = await call(auditHandlers.looks, {}, { context: as(test, 'security-admin') });
  expect(rows).toHaveLength(5);
  expect(rows.every((it) => it.action === 'audit:look')).toBe(true);
}));

it('leaves as a file in which no text is a formula, and keeps that it left', () => withLedger('taixing', async (test) => {
  await act(test, 'records:certify', '=cmd');
  const auditor = as(test, 'audit-admin');
  const { bytes } = await exportLog(auditor, {});
  expect(Buffer.from(bytes).toString()).toContain("'=cmd");
  const watched = await call(auditHandlers.looks, {}, { context: as(test, 'security-admin') });
  expect(watched.rows.map((it) => [it.actionLabel, it.who?.id])).toEqual([['导出操作日志', auditor.actor!.account]]);
  expect((await call(auditHandlers.log, { account: auditor.actor!.account }, { context: auditor })).rows.map((it) => it.action)).toEqual(['audit:look', 'audit:export']);
  await expect(exportLog(as(test, 'system-admin'), {})).rejects.toMatchObject({ code: 'forbidden' });
}));

it('says coded values of a detail by the labels that they have elsewhere, and texts as they are', () => withLedger('taixing', async (test) => {
  const told = async (detail: Record<string, unknown>): Promise<string> => {
    await write(test.database, { id: crypto.randomUUID(), account: null, body: detail }, () => Promise.resolve({ answer: null, audit: [{ unit: null, action: 'grants:change', objectKind: 'account', objectId: 'a', detail }] }));
    return (await call(auditHandlers.log, { object: 'a' }, { context: as(test, 'audit-admin') })).rows[0]!.detail;
  };
  expect(await told({ before: 'park-officer', role: 'audit-admin', unit: 'gaoxinqu', also: ['jingkaiqu'], document: 'park-officer' })).toBe('分管：泰兴经济开发区；岗位：审计管理员；单位：泰兴高新区；原来：园区经办人；依据：park-officer');
  expect(await told({ by: 'single-sign-on', why: 'waits', window: '2026B5', secondFactor: false })).toBe('方式：统一认证；原因：失败过多，暂停尝试；时段：2026年9—10月；已用第二种验证方式：否');
  expect(await told({ kind: 'project', fields: ['chain'], narrowed: ['unit'], milestones: ['entry', 'signed'] })).toBe('种类：项目；字段：产业链；筛选：单位；事项：登记、签约');
  expect(await told({ is: 'shelved', from: '2026-01-01', parts: [{ unit: 'gaoxinqu', share: '0.6' }] })).toBe('状态：搁置；自：2026-01-01；分成：单位：泰兴高新区，份额：0.6');
}));

it('every act and object that the code writes into the audit has a name', () => {
  const root = join(import.meta.dirname, '../../');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.ts') && !it.includes('.test.') && !/fixture|test-/.test(it));
  const text = sources.map((it) => readFileSync(join(root, it), 'utf8')).join('\n');
  const written = [...text.matchAll(/(?:action: (?:[^'\n]*\? )?|\(context, )'([a-z]+:[a-z-]+)'(?: : '([a-z]+:[a-z-]+)')?/g)].flatMap((it) => [it[1], it[2]]).filter((it) => it !== undefined);
  // Handed on before it is written: whatever looks like an act, is no right, and does not stand for a request's body.
  const handedOn = [...text.matchAll(/(?<!body: \[)'(?!node:)([a-z]+:[a-z-]+)'/g)].map((it) => it[1]!).filter((it) => !allRights.knows(it as Right));
  const composed = [...text.matchAll(/action: `([a-z]+):\$\{[^}]*\}`/g)].flatMap((it) => ACTS_OF[it[1]!]?.map((one) => `${it[1]}:${one}`) ?? [`${it[1]}:…`]);
  expect([written.length > 30, handedOn.length > 30, composed.length > 8]).toEqual([true, true, true]);
  expect([...new Set([...written, ...handedOn, ...composed])].filter((it) => actionLabels[it] === undefined)).toEqual([]);
  const objects = [...text.matchAll(/objectKind: '([a-z-]+)'/g)].map((it) => it[1]!);
  expect(objects.filter((it) => objectLabels[it] === undefined)).toEqual([]);
  const parts = [...text.matchAll(/action[^\n]*\bdetail: \{([^{}]*)\}/g)].flatMap((it) => it[1]!.split(',').map((one) => /^\s*(\w+)/.exec(one)?.[1])).filter((it) => it !== undefined);
  expect(new Set(parts).size).toBeGreaterThan(30);
  expect([...new Set(parts)].filter((it) => detailLabels[it] === undefined)).toEqual([]);
});
