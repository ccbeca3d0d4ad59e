import type { Column, Layout } from './layout.ts';
import { sameNameOtherwise } from './make-cells.ts';
import { UNKNOWN_UNITS, writeUnit } from './make-names.ts';
import type { Random } from './make-random.ts';
import type { Draft } from './make-world.ts';
import { PARKS, unitNamed } from './units.ts';

/** Mistakes of every code, put into good rows. Only such as registers.md leaves no doubt about. */

const BAD_DAYS = ['2021-02-30', '2021-13-01', '3月5日', '5月底', '待定', '2022年4月31日', '2023.2.29', '20210631', '2021/0/12', '1900-02-29'];
const BAD_AMOUNTS = ['-200', 'abc', '约五千', '面议', '－３００', '-1,200万元', '待定', '5000左右'];
/** Columns with a list of their own in registers.md, and what offices write there instead. */
const BAD_VALUES: Record<string, readonly string[]> = {
  项目类型: ['人才项目', '工业项目'],
  人才领办创办: ['也许', '√'],
  协议类型: ['意向书', '正式合同'],
  认定状态: ['待定', '已认定'],
  学历: ['大专', '博士后'],
  引进方式: ['兼职'],
  人才类型: ['管理'],
  计划级别: ['市级', '南京市级'],
  类型: ['座谈会', '路演'],
  资金性质: ['混合资金'],
};

function spoilValue(random: Random, columns: readonly Column[], draft: Draft): void {
  const listed = columns.filter((column) => column.list && BAD_VALUES[column.name]);
  if (listed.length === 0) return;
  const { name } = random.pick(listed);
  draft[name] = random.pick(BAD_VALUES[name]!);
}

function spoilCreditCode(random: Random, draft: Draft): void {
  const code = String(draft['统一社会信用代码'] ?? '').trim();
  if (code.length !== 18) return;
  const check = code.endsWith('0') ? '1' : '0';
  const withForeign = code.slice(0, 9) + random.pick(['I', 'O', 'S', 'V', 'Z']) + code.slice(10);
  draft['统一社会信用代码'] = random.pick([code.slice(0, 17) + check, code.slice(0, 17), `${code}1`, withForeign]);
}

function spoilUnit(random: Random, columns: readonly Column[], draft: Draft): void {
  const units = columns.filter((column) => column.kind === 'unit' || column.kind === 'units' || column.kind === 'partners');
  if (units.length === 0) return;
  const column = random.pick(units);
  const unknown = random.pick(UNKNOWN_UNITS);
  if (column.kind === 'unit') draft[column.name] = unknown;
  else if (column.kind === 'partners') draft[column.name] = random.pick([`${unknown} 20%`, `济川街道 10%、${unknown} 25%`]);
  else if (column.filled) draft[column.name] = unknown;
  else draft[column.name] = random.pick([unknown, `济川街道、${unknown}`]);
}

function spoilShares(random: Random, draft: Draft): void {
  const responsible = unitNamed(String(draft['责任单位']).trim()) ?? '泰兴高新区';
  const [one, two] = random.shuffled(PARKS.filter((park) => park !== responsible)) as [string, string];
  draft['协作单位'] = random.pick([
    one, `${one} 四成`, `${one} 0%`, `${one} 100%`, `${one} 60%、${two} 40%`, `${one} 33.3%、${two} 66.8%`,
    `${one} 120%`, `${one} %`, `${one} 30%、${two}`, `${one} -20%`,
    `${writeUnit(random, responsible)} 30%`, `${one} 20%、${writeUnit(random, responsible)} 30%`,
  ]);
}

function spoilReference(random: Random, columns: readonly Column[], draft: Draft): void {
  const references = columns.filter((column) => column.refersTo);
  if (references.length === 0) return;
  const column = random.pick(references);
  draft[column.name] = column.refersTo === '平台台账' ? '不存在的平台' : random.pick(['XM-1999-0001', 'RC1999-001', 'HD1999-001', '无']);
}

function spoil(random: Random, columns: readonly Column[], draft: Draft): void {
  const days = columns.filter((column) => column.kind === 'day');
  const amounts = columns.filter((column) => column.kind === 'amount');
  switch (random.integer(0, 7)) {
    case 0:
      draft[random.pick(columns.filter((column) => column.filled)).name] = random.pick([null, null, ' ', '　']);
      return;
    case 1: return spoilValue(random, columns, draft);
    case 2:
      if (days.length > 0) draft[random.pick(days).name] = random.pick(BAD_DAYS);
      return;
    case 3:
      if (amounts.length > 0) draft[random.pick(amounts).name] = random.pick([...BAD_AMOUNTS, { number: '-5' }]);
      return;
    case 4: return spoilCreditCode(random, draft);
    case 5: return spoilUnit(random, columns, draft);
    case 6:
      if (columns.some((column) => column.kind === 'partners')) spoilShares(random, draft);
      return;
    default: return spoilReference(random, columns, draft);
  }
}

/** Gives a row the number of an earlier one, which may itself be refused; rows that refer to its old number lose it. */
function repeatNumber(random: Random, id: string, drafts: readonly Draft[]): void {
  const later = random.integer(1, drafts.length - 1);
  drafts[later]![id] = drafts[random.integer(0, later - 1)]![id] ?? null;
}

/** The code and the name of an earlier project; or one of the two only, which is no second signing. */
function signAgain(random: Random, drafts: readonly Draft[]): void {
  const later = random.integer(1, drafts.length - 1);
  const earlier = drafts[random.integer(0, later - 1)]!;
  const project = drafts[later]!;
  const which = random.integer(0, 9);
  if (which !== 0) project['统一社会信用代码'] = earlier['统一社会信用代码'] ?? null;
  if (which !== 1) project['项目名称'] = sameNameOtherwise(random, String(earlier['项目名称']).trim());
}

/** @param rate share of the rows that get a mistake, 0 for none at all */
export function addMistakes(random: Random, layout: Layout, drafts: readonly Draft[], rate: number): void {
  if (rate === 0 || layout.id === undefined) return;
  for (const draft of drafts) {
    if (!random.chance(rate)) continue;
    spoil(random, layout.columns, draft);
    if (random.chance(0.2)) spoil(random, layout.columns, draft);
  }
  if (drafts.length < 2) return;
  const repeats = Math.ceil((drafts.length * rate) / 5);
  for (let i = 0; i < repeats; i++) {
    if (random.chance(0.7)) repeatNumber(random, layout.id, drafts);
    if (layout.sheet === '项目台账') signAgain(random, drafts);
  }
}
