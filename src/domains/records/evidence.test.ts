import { expect, it, test } from 'vitest';
import { zipOf } from '../../office/test-zip.ts';
import { transact } from '../../base/transaction.ts';
import { addEvidence, keepEvidence, readEvidence } from './evidence.ts';
import { evidenceType } from './evidence-type.ts';
import { EVIDENCE_LIMIT } from './terms.ts';
import { inWorld, type World } from './test-world.ts';

const PDF = Buffer.from('%PDF-1.7\n正文');
const fields = { name: '阳光化工', type: '产业项目', agreement: '正式协议' };

function project(world: World): Promise<string> {
  return world.enter({ kind: 'project', number: 'XM-1', unit: 'jingkaiqu', fields, milestones: { signed: '2026-02-03' } });
}

it('stands beside its milestone, is read by who may read the record, and by no one else', () => inWorld(async (world) => {
  const dossier = await project(world);
  const park = world.as('jingkaiqu', 'park-officer');
  const { id } = await addEvidence(park, { dossier, milestone: 'signed', kind: '协议', origin: '现场取得', name: 'C:\\扫描\\协议.pdf', bytes: PDF });
  expect(await readEvidence(park, id)).toEqual({ name: '协议.pdf', bytes: PDF });
  expect((await readEvidence(world.as('gongxinju'), id)).bytes).toEqual(PDF);
  for (const one of [id, crypto.randomUUID(), '1']) await expect(readEvidence(world.as('gaoxinqu', 'park-officer'), one)).rejects.toMatchObject({ code: 'not-found' });
  const { evidence, history, version } = await world.detail(park, dossier);
  expect(evidence).toEqual([{ id, name: '协议.pdf', kind: '协议', milestone: 'signed', size: PDF.length, unit: { id: 'jingkaiqu', name: '泰兴经济开发区' }, at: expect.any(String), origin: '现场取得', checks: [] }]);
  expect([history.at(-1)!.what, history.at(-1)!.detail, version]).toEqual(['补充佐证', '签约：协议《协议.pdf》', 1]);
  const { rows } = await world.test.owner.query<{ detail: object }>("select detail from audit where action = 'records:add-evidence' and object_id = $1", [dossier]);
  expect(JSON.stringify(rows)).not.toContain('协议');
}));

it('is added by the record’s own units only', () => inWorld(async (world) => {
  const dossier = await project(world);
  const evidence = { dossier, milestone: 'entry', kind: '', name: '协议.pdf', bytes: PDF };
  await expect(addEvidence(world.as('gaoxinqu', 'park-officer'), evidence)).rejects.toMatchObject({ code: 'not-found' });
  await expect(addEvidence(world.as('gongxinju'), evidence)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addEvidence(world.as('jingkaiqu', 'park-officer'), { ...evidence, milestone: 'held' })).rejects.toMatchObject({ code: 'missing' });
  await expect(addEvidence(world.as('jingkaiqu', 'park-officer'), { ...evidence, dossier: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  expect((await world.test.owner.query('select from file')).rowCount).toBe(0);
}));

it('the same content is stored once, and a file that was to expire is kept', () => inWorld(async (world) => {
  const dossier = await project(world);
  const { database, owner } = world.test;
  const author = { unit: 'jingkaiqu', account: null, request: crypto.randomUUID(), today: '2026-06-30' };
  const keep = (name: string) => transact(database, (tx) => keepEvidence(tx, author, { dossier, milestone: 'entry', kind: '协议', name, bytes: PDF }));
  await keep('一.pdf');
  await owner.query("update file set expires_at = '2026-07-01'");
  await keep('二.pdf');
  expect((await owner.query('select expires_at from file')).rows).toEqual([{ expires_at: null }]);
  expect((await world.detail(world.as('shangwuju'), dossier)).evidence.map((it) => it.name)).toEqual(['一.pdf', '二.pdf']);
}));

test('the same upload again has no second effect', () => inWorld(async (world) => {
  const dossier = await project(world);
  const park = world.as('jingkaiqu', 'park-officer');
  const evidence = { dossier, milestone: 'entry', kind: '协议', name: '协议.pdf', bytes: PDF };
  expect(await addEvidence(park, evidence)).toEqual(await addEvidence(park, evidence));
  expect((await world.test.owner.query('select from evidence')).rowCount).toBe(1);
}));

test('files too large, empty or of another kind are refused with what to do', () => inWorld(async (world) => {
  const dossier = await project(world);
  const park = world.as('jingkaiqu', 'park-officer');
  const add = (name: string, bytes: Uint8Array) => addEvidence(park, { dossier, milestone: 'entry', kind: '协议', name, bytes });
  await expect(add('大.pdf', Buffer.concat([PDF, Buffer.alloc(EVIDENCE_LIMIT)]))).rejects.toMatchObject({ code: 'too-large', message: '“大.pdf”超过 20 MB，请压缩或拆分后再上传。' });
  await expect(add('空.pdf', Buffer.alloc(0))).rejects.toMatchObject({ code: 'missing' });
  await expect(add('页.pdf', Buffer.from('<html>'))).rejects.toMatchObject({ code: 'bad-evidence' });
}));

test('a file is what its bytes say, and its name must say the same', async () => {
  const packed = (part: string) => zipOf([{ name: 'meta.xml', data: '<a/>' }, { name: part, data: '<a/>' }]);
  expect(await evidenceType('签到表.XLSX', packed('xl/workbook.xml'))).toBe('xlsx');
  expect(await evidenceType('协议.docx', packed('word/document.xml'))).toBe('docx');
  expect(await evidenceType('公文.ofd', packed('OFD.xml'))).toBe('ofd');
  expect(await evidenceType('照片.jpeg', Buffer.from('ffd8ffe0', 'hex'))).toBe('jpg');
  expect(await evidenceType('照片.png', Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('png');
  for (const [name, bytes] of [
    ['签到表.docx', packed('xl/workbook.xml')],
    ['签到表.xlsx', zipOf([{ name: 'xl/workbook.xml', data: '<a/>' }, { name: 'xl/vbaProject.bin', data: 'x' }])],
    ['压缩包.zip', packed('协议.pdf')],
    ['协议.exe', PDF],
    ['图.svg', Buffer.from('<svg onload="x">')],
    ['坏.docx', Buffer.from('504b030400', 'hex')],
  ] as const) await expect(evidenceType(name, bytes), name).rejects.toMatchObject({ code: 'bad-evidence' });
});
