import { call } from '@orpc/server';
import { expect, test } from 'vitest';
import { contextOf, fresh } from '../../../tests/context.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { type TestLedger, withLedger } from '../../../tests/database.ts';
import { joinRights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { record } from '../../ledger/record.ts';
import { selfAudit } from '../../ledger/self-audit.ts';
import { resolveSubjects } from '../../ledger/subjects.ts';
import { recordsRights } from '../records/rights.ts';
import { correctDossier } from '../records/correct.ts';
import { addEvidence, keepEvidence, readEvidence } from '../records/evidence.ts';
import { personsHandlers } from './handlers.ts';
import { forgetExpiredDetails } from './retention.ts';
import { personsRights } from './rights.ts';
import { keepNames } from './store.ts';

const NAME = '欧阳拾光';
const PHONE = '13812345678';
const ID = '321283199001011234';
const rights = joinRights([recordsRights, personsRights]);

const as = (test: TestLedger, role: string, unit: string, account = crypto.randomUUID()): LedgerContext => contextOf(test, '2026-06-30', rights, { unit, role, account });

/** A talent of the high-tech park, with a phone and an ID number. */
async function withTalent(work: (test: TestLedger, talent: string, park: LedgerContext) => Promise<void>): Promise<void> {
  await withLedger('taixing', async (test) => {
    const talent = await transact(test.database, async (tx) => {
      const [id] = [...(await resolveSubjects(tx, [{ kind: 'talent', number: 'RC-1' }])).values()];
      const [name, introducer] = await keepNames(tx, [NAME, '引荐人甲乙']);
      const author = { unit: 'gaoxinqu', account: null, request: crypto.randomUUID(), today: '2026-06-30' };
      await record(tx, test.ledger, author, [{ subject: { id: id!, kind: 'talent', number: 'RC-1' }, unit: 'gaoxinqu', entry: { fields: { name: name!, introducer: introducer!, degree: '博士' }, references: {}, credits: [{ unit: 'gaoxinqu', share: '1' }] }, milestones: { landed: '2026-03-01' } }]);
      return id!;
    });
    const park = as(test, 'park-officer', 'gaoxinqu');
    await call(personsHandlers.keep, { id: talent, phone: PHONE, idNumber: ID }, { context: park });
    await work(test, talent, park);
  });
}

test('everything is masked, to who may not write the record the name too; what stands beside the name is no plain text in the database', () => withTalent(async ({ owner, ...test }, talent, park) => {
  const shown = async (context: LedgerContext) => Object.fromEntries((await call(personsHandlers.card, { id: talent }, { context })).fields.map((it) => [it.field, it.shown]));
  expect(await shown(park)).toEqual({ name: NAME, phone: '138****5678', idNumber: '32*************234', email: null });
  expect((await shown(as({ owner, ...test }, 'talent-office', 'rencaiban')))['name']).toBe('欧*');
  const { rows } = await owner.query<{ text: string }>('select concat(p::text, encode(phone, \'escape\'), encode(id_number, \'escape\')) as text from person p');
  expect(rows.length).toBeGreaterThan(0);
  for (const it of rows) expect(it.text).not.toMatch(new RegExp(`${PHONE}|${ID}`));
}));

test('a look gives the value once, for a reason, and leaves an audit row that does not hold it', () => withTalent(async (test, talent, park) => {
  const office = as(test, 'talent-office', 'rencaiban');
  expect(await call(personsHandlers.look, { id: talent, field: 'phone', reason: '通知领奖' }, { context: office })).toEqual({ value: PHONE });
  // The same request again: neither a second row nor the value.
  expect(await call(personsHandlers.look, { id: talent, field: 'phone', reason: '通知领奖' }, { context: office })).toEqual({ value: null });
  const { rows } = await test.owner.query<{ unit: string; detail: object }>("select unit, detail from audit where action = 'persons:look'");
  expect(rows).toEqual([{ unit: 'rencaiban', detail: { dossier: talent, field: 'phone', reason: '通知领奖' } }]);
  const stored = await test.owner.query<{ text: string }>('select string_agg(r::text, \' \') as text from request r');
  expect(stored.rows[0]!.text).not.toContain(PHONE);
  for (const reason of [`找${NAME}`, '打 138-1234-5678', ID]) await expect(call(personsHandlers.look, { id: talent, field: 'name', reason }, { context: fresh(office) })).rejects.toMatchObject({ code: 'tells-of-human' });
  await expect(call(personsHandlers.look, { id: talent, field: 'email', reason: '通知' }, { context: fresh(park) })).rejects.toMatchObject({ code: 'nothing-held' });
}));

test('a look reaches as far as the right: own records, all, or none', () => withTalent(async (test, talent) => {
  const look = (context: LedgerContext) => call(personsHandlers.look, { id: talent, field: 'phone', reason: '核实' }, { context });
  for (const [role, unit] of [['park-officer', 'gaoxinqu'], ['talent-office', 'rencaiban'], ['audit-observer', 'rensheju']] as const) expect(await look(as(test, role, unit)), role).toEqual({ value: PHONE });
  for (const [role, unit] of [['park-officer', 'jingkaiqu'], ['office-handler', 'kejiju']] as const) await expect(look(as(test, role, unit)), role).rejects.toMatchObject({ code: 'not-found' });
  for (const role of ['park-leader', 'city-leader', 'finance', 'commerce-bureau', 'system-admin']) await expect(look(as(test, role, 'gaoxinqu')), role).rejects.toMatchObject({ code: 'forbidden' });
}));

test('whom a record is shared with sees the card masked, and neither looks nor keeps', () => withTalent(async (test, talent) => {
  await test.owner.query("insert into record_share (subject_id, unit, reason) values ($1, 'jingkaiqu', '共同洽谈')", [talent]);
  const further = as(test, 'park-officer', 'jingkaiqu');
  expect((await call(personsHandlers.card, { id: talent }, { context: further })).fields.map((it) => it.shown)).toEqual(['欧*', '138****5678', '32*************234', null]);
  await expect(call(personsHandlers.look, { id: talent, field: 'phone', reason: '核实' }, { context: fresh(further) })).rejects.toMatchObject({ code: 'not-found' });
  await expect(call(personsHandlers.keep, { id: talent, phone: '13900000000' }, { context: fresh(further) })).rejects.toMatchObject({ code: 'not-found' });
}));

test('what is handed over holds every value, the record, and who looked', () => withTalent(async (test, talent, park) => {
  await call(personsHandlers.look, { id: talent, field: 'phone', reason: '核实落户' }, { context: fresh(park) });
  const office = as(test, 'talent-office', 'rencaiban');
  const { files } = await call(personsHandlers.handOver, { id: talent, reason: '本人申请', document: '申请书' }, { context: office });
  const [json, workbook] = files!.map((it) => Buffer.from(it.base64, 'base64'));
  expect(files!.map((it) => it.name)).toEqual(['个人信息副本-2026-06-30.json', '个人信息副本-2026-06-30.xlsx']);
  const told = JSON.parse(json!.toString()) as Record<string, Record<string, string>[]>;
  expect(told['个人信息']).toEqual([{ 项目: '姓名', 内容: NAME }, { 项目: '联系电话', 内容: PHONE }, { 项目: '身份证件号码', 内容: ID }]);
  expect(told['登记内容']).toContainEqual({ 项目: '学历', 内容: '博士' });
  expect(told['谁看过']).toEqual([expect.objectContaining({ 单位: '泰兴高新区', 内容: '联系电话', 事由: '核实落户' })]);
  expect(told['处理规则']!.map((it) => it['项目'])).toEqual(['联系电话', '身份证件号码', '电子邮箱', '人才姓名']);
  const sheets = await readSheets({ name: 'a.xlsx', bytes: workbook! });
  expect(sheets.map((it) => it.name)).toEqual(Object.keys(told));
  for (const it of sheets) expect(it.rows.length - 1).toBe(told[it.name]!.length);
  expect((await call(personsHandlers.handOver, { id: talent, reason: '本人申请', document: '申请书' }, { context: office })).files).toBeNull();
  expect((await test.owner.query("select from audit where action = 'persons:hand-over'")).rowCount).toBe(1);
}));

test('erasure is proposed by one and carried out by another; figures and audit stay, nothing of the human does', () => withTalent(async (test, talent, park) => {
  const counted = async () => (await test.owner.query("select (select count(*) from posting)::int as postings, (select count(*) from fact)::int as facts, (select body::text from dossier where subject_id = $1) as body", [talent])).rows[0];
  const before = await counted();
  const [one, other] = [as(test, 'talent-office', 'rencaiban'), as(test, 'talent-office', 'rencaiban')];
  const { id } = await call(personsHandlers.proposeErasure, { id: talent, reason: '本人申请', document: '申请书' }, { context: one });
  await expect(call(personsHandlers.proposeErasure, { id: talent, reason: '又一次', document: '申请书' }, { context: fresh(one) })).rejects.toMatchObject({ code: 'already-proposed' });
  await expect(call(personsHandlers.erase, { id }, { context: fresh(one) })).rejects.toMatchObject({ code: 'same-person' });
  await call(personsHandlers.erase, { id }, { context: other });
  await expect(call(personsHandlers.erase, { id }, { context: fresh(other) })).rejects.toMatchObject({ code: 'not-found' });

  expect((await test.owner.query<{ names: string[] }>('select array_agg(name order by name) as names from person')).rows[0]!.names).toEqual(['', '引荐人甲乙']);
  expect((await call(personsHandlers.card, { id: talent }, { context: park })).fields.map((it) => it.shown)).toEqual(['已删除的个人', null, null, null]);
  expect(await counted()).toEqual(before);
  expect(await selfAudit(test.database, test.ledger)).toEqual([]);
  await expect(call(personsHandlers.keep, { id: talent, phone: PHONE }, { context: fresh(park) })).rejects.toMatchObject({ code: 'erased' });
  expect((await call(personsHandlers.requests, {}, { context: one })).map((it) => [it.kind, it.state, it.own])).toEqual([['erasure', 'done', true]]);
}));

test('an erasure that is refused leaves everything, with the reason', () => withTalent(async (test, talent) => {
  const [one, other] = [as(test, 'talent-office', 'rencaiban'), as(test, 'talent-office', 'rencaiban')];
  const { id } = await call(personsHandlers.proposeErasure, { id: talent, field: 'introducer', reason: '本人申请', document: '申请书' }, { context: one });
  for (const reason of ['引荐人甲乙仍在任', '打 138-1234-5678']) await expect(call(personsHandlers.refuse, { id, reason }, { context: fresh(other) })).rejects.toMatchObject({ code: 'tells-of-human' });
  await call(personsHandlers.refuse, { id, reason: '兑现未完' }, { context: other });
  const { rows } = await test.owner.query("select object_kind, p.name, detail ->> 'dossier' as dossier from audit join person p on p.id::text = object_id where action in ('persons:propose-erasure', 'persons:refuse-erasure')");
  expect(rows).toEqual(Array(2).fill({ object_kind: 'person', name: '引荐人甲乙', dossier: talent }));
  expect((await call(personsHandlers.requests, {}, { context: one })).map((it) => [it.field.name, it.state, it.refusedBecause])).toEqual([['引荐方', 'refused', '兑现未完']]);
  expect((await test.owner.query('select from person where erased_at is not null')).rowCount).toBe(0);
}));

test('what was held as long as the register of personal data allows is emptied, and the name stays', () => withTalent(async (test) => {
  expect(await forgetExpiredDetails(test.database)).toBe(0);
  await test.owner.query("update person set kept_at = kept_at - interval '1097 days' where phone is not null");
  expect(await forgetExpiredDetails(test.database)).toBe(2);
  expect((await test.owner.query<{ name: string; phone: unknown }>('select name, phone, id_number from person where name = $1', [NAME])).rows).toEqual([{ name: NAME, phone: null, id_number: null }]);
}));

test('files beside the record are emptied with the person, but for those on which another record rests; they do not come back', () => withTalent(async (test, talent, park) => {
  const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
  const author = { unit: 'gaoxinqu', account: null, request: crypto.randomUUID(), today: '2026-06-30' };
  const file = (dossier: string, text: string) => ({ dossier, milestone: 'entry', kind: '证件', name: `${text}.pdf`, bytes: pdf(text) });
  const own = await addEvidence(fresh(park), file(talent, '一'));
  const shared = await addEvidence(fresh(park), file(talent, '二'));
  await transact(test.database, async (tx) => {
    const [other] = [...(await resolveSubjects(tx, [{ kind: 'agency', number: '某机构' }])).values()];
    await keepEvidence(tx, author, file(other!, '二'));
  });
  await expect(addEvidence(fresh(park), { ...file(talent, '三'), name: `${NAME}.pdf` })).rejects.toMatchObject({ code: 'tells-of-human' });
  const { id } = await call(personsHandlers.proposeErasure, { id: talent, reason: '本人申请', document: '申请书' }, { context: as(test, 'talent-office', 'rencaiban') });
  expect(await call(personsHandlers.erase, { id }, { context: as(test, 'talent-office', 'rencaiban') })).toEqual({ files: 1, kept: 1 });
  await expect(readEvidence(park, own.id)).rejects.toMatchObject({ code: 'erased' });
  expect((await readEvidence(park, shared.id)).bytes.length).toBeGreaterThan(10);
  await expect(addEvidence(fresh(park), file(talent, '一'))).rejects.toMatchObject({ code: 'erased' });
  // Neither does the name, by a correction.
  const [{ version }] = (await test.owner.query<{ version: number }>('select version from dossier where subject_id = $1', [talent])).rows as [{ version: number }];
  await expect(correctDossier(fresh(park), { id: talent, version, fields: { name: NAME }, references: {}, milestones: {}, reason: '补登' })).rejects.toMatchObject({ code: 'erased' });
}));
