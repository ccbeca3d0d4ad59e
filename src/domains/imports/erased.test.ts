import { expect, it } from 'vitest';
import { inWorld, workbook } from './test-world.ts';

const talent = { 人才编号: 'RC-1', 姓名: '张三丰', 引荐方: '李四光', 所属园区: '泰兴高新区' };

it('a register that still has the name of who was erased brings nothing back, and changes nothing by it', () => inWorld(async (world) => {
  await world.takeOver(await workbook({ 人才台账: [talent] }));
  const before = await world.dossier('talent', 'RC-1');
  await world.sql("update person set name = '', erased_at = now() where name = '张三丰'");
  const park = world.as('gaoxinqu', 'park-officer');
  const same = await world.upload(park, await workbook({ 人才台账: [talent] }));
  expect((await world.read(park, same.id)).report).toMatchObject({ fresh: 0, changed: 0, same: 1 });
  // Something else of the row is new: that goes in, the name does not.
  const other = await world.upload(park, await workbook({ 人才台账: [{ ...talent, 学历: '硕士' }] }, '再次.xlsx'));
  const { report } = await world.read(park, other.id);
  expect(report.changes.map((change) => change.differences.map((one) => one.label))).toEqual([['学历', '认定状态']]);
  await world.confirm(park, other.id);
  const after = await world.dossier('talent', 'RC-1');
  expect([after!.fields['degree'], after!.fields['name']]).toEqual(['硕士', before!.fields['name']]);
  expect((await world.sql<{ name: string }>('select name from person order by name')).map((row) => row.name)).toEqual(['', '李四光']);
}));

it('an import names nobody whose personal data were erased', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  await world.sql("with p as (insert into person (name) values ('王芳') returning id) insert into account (id, login, login_key, person_id, unit, post) select $1, 'wang', 'wang', id, 'gaoxinqu', '' from p", [park.actor!.account]);
  const { id } = await world.upload(park, await workbook({ 人才台账: [talent] }));
  expect((await world.read(park, id)).by).toBe('王芳');
  await world.sql("update person set erased_at = now() where name = '王芳'");
  expect((await world.read(park, id)).by).toBeNull();
}));

it('no cell of a register of people stands in the report that is kept, in whatever column it was; the refused rows have it for their time', () => inWorld(async (world) => {
  const park = world.as('gaoxinqu', 'park-officer');
  const rows = [{ 学历: '王小明' }, { 所属园区: '王小明' }, { 落户日期: '王小明' }].map((it, n) => ({ ...talent, 人才编号: `RC-${n}`, ...it }));
  const { id } = await world.upload(park, await workbook({ 人才台账: rows }));
  const { report } = await world.read(park, id);
  expect(report.rejected.map((row) => row.message.split('，')[0])).toEqual(['“学历”的内容不在选项之中', '没有这样的单位', '“落户日期”的内容不是一个写明年份的日期']);
  expect(JSON.stringify(await world.sql('select report from import'))).not.toContain('王小明');
}));
