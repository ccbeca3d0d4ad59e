import { expect, it } from 'vitest';
import { checkLayouts } from './check-layouts.ts';
import { checkPack } from './check.ts';
import { readPackFolder } from '../app/pack-folder.ts';
import { vocabulary } from '../app/vocabulary.ts';
import type { Pack } from './format/pack.ts';

const { mechanism } = checkPack(await readPackFolder('packs/taixing'), vocabulary, false);
const told = (change: (pack: Pack) => void): string[] => {
  const pack = structuredClone(mechanism!.pack);
  change(pack);
  const messages: string[] = [];
  checkLayouts(pack, mechanism!.vocabulary, (it) => messages.push(it.message));
  return messages;
};
const columnsOf = (pack: Pack) => pack.layouts[0]!.columns;

it('the pack’s layouts are sound', () => expect(told(() => undefined)).toEqual([]));

it.each<[string, (pack: Pack) => void]>([
  ['编号重复', (pack) => pack.layouts.push(pack.layouts[0]!)],
  ['没有登记对象的台账“名单”', (pack) => (pack.layouts[0]!.register = '名单')],
  ['没有登记对象的台账“口径”', (pack) => (pack.layouts[0]!.register = '口径')],
  ['“项目台账”没有“合同号”这一列', (pack) => columnsOf(pack).push({ of: '合同号' })],
  ['列名“签约日期”重复', (pack) => columnsOf(pack).push({ of: '签约日期' })],
  ['项目没有字段“area”', (pack) => columnsOf(pack).push({ heading: '面积', field: 'area' })],
  ['外币另有单位，要同时有币种一列', (pack) => (pack.layouts[0]!.columns = columnsOf(pack).filter((it) => !('of' in it) || it.of !== '币种'))],
  ['没有单位对照表“zones”', (pack) => columnsOf(pack).push({ heading: '区', unit: true, unitsBy: 'zones' })],
  ['没有单位“yancheng”', (pack) => (pack.unitTables[0]!.names['yancheng'] = '盐城')],
])('%s', (message, change) => expect(told(change).join('\n')).toContain(message));
