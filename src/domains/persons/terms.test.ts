import { expect, test } from 'vitest';
import { vocabulary } from '../../app/vocabulary.ts';
import { withDatabase } from '../../../tests/database.ts';
import { detailIds, maskOf, personalRegister, tellsOfHuman } from './terms.ts';

test('every column of the erasable table and every personal field of the vocabulary is registered', () => withDatabase(async ({ owner }) => {
  const { rows } = await owner.query<{ place: string }>("select 'person.' || column_name as place from information_schema.columns where table_schema = 'public' and table_name = 'person' and column_name not in ('id', 'kept_at', 'erased_at')");
  const fields = Object.values(vocabulary).flatMap((kind) => Object.entries(kind.fields).flatMap(([id, it]) => (it.personal !== undefined || it.type === 'person' ? [`${kind.kind}.${id}`] : [])));
  const registered = personalRegister.map((it) => it.place);
  expect([...rows.map((it) => it.place), ...fields].filter((it) => !registered.includes(it))).toEqual([]);
  expect(new Set(registered).size).toBe(registered.length);
  const columns = await owner.query<{ place: string }>("select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'");
  const known = new Set([...columns.rows.map((it) => it.place), ...fields]);
  expect(registered.filter((it) => !known.has(it))).toEqual([]);
  for (const it of personalRegister) expect([it.purpose, it.basis, it.retention].every((text) => text.length > 5), it.place).toBe(true);
}));

test('every personal field of the vocabulary says its class, and holds an id of the erasable table', () => {
  const fields = Object.values(vocabulary).flatMap((kind) => Object.values(kind.fields));
  for (const it of fields) expect(it.personal !== undefined, it.label).toBe(it.type === 'person');
});

test('masks show what tells two people apart and no more', () => {
  expect([maskOf('name', '欧阳拾光'), maskOf('phone', '13812341234'), maskOf('idNumber', '350123199001010123'), maskOf('email', 'zhang.san@example.cn')]).toEqual(['欧*', '138****1234', '35*************123', 'z***@example.cn']);
  // Too short to show both ends.
  expect([maskOf('phone', '1234567'), maskOf('idNumber', 'E1234'), maskOf('name', '')]).toEqual(['*******', '*****', '']);
  for (const it of detailIds) expect(maskOf(it, 'A1234567890123')).not.toBe('A1234567890123');
  expect(detailIds).toEqual(['phone', 'idNumber', 'email']);
});

test('a text that is kept for good is told from one that names a human', () => {
  for (const it of ['打 138 1234 5678', '１３８１２３４５６７８', '身份证32128319900101123x', '见 a.b@c.cn', '王小明的申请']) expect(tellsOfHuman(it, ['王小明']), it).toBe(true);
  // A unified credit code, an amount, a number of a document, one letter of a name.
  for (const it of ['91321283MA1XXXXX0A', '913212830123456789', '金额 13812345678900 元', '泰发〔2022〕13 号', '小明', '2026-03-05 起']) expect(tellsOfHuman(it, ['王小明', '王']), it).toBe(false);
});
