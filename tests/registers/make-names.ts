import type { Random } from './make-random.ts';
import { DEPARTMENTS, PARKS, TOWNSHIPS, waysToWrite } from './units.ts';

/** Every name here is invented; units are public facts. */

export const CHAINS = ['化工', '机电', '医药', '化工新材料', '节能环保', '生物发酵'];
export const UNIVERSITIES = ['青禾大学', '东篱理工大学', '云溪工业研究院', '白鹭医科大学', '长汀农业大学'];
export const INTRODUCERS = ['启明猎聘', '知远咨询', '江平人力', '引荐人甲', '某行业协会'];
export const UNKNOWN_UNITS = ['江平新区', '北岸新城', '滨湖科创园'];
const PRODUCTS = ['助剂', '制剂', '装备', '部件', '材料', '催化剂', '传感器'];

export function projectName(random: Random, number: number): string {
  return `${random.pick(CHAINS)}${random.pick(PRODUCTS)}项目${number}`;
}

/** A valid code of the fictional firms of region 321283. */
export function creditCode(random: Random): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  let code = '91321283';
  while (code.length < 17) code += alphabet[random.integer(0, 30)]!;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(code[i]!) * weights[i]!;
  return code + alphabet[(31 - (sum % 31)) % 31]!;
}

/** The unit in full or by one of its short names. */
export function writeUnit(random: Random, unit: string): string {
  return random.pick(waysToWrite(unit));
}

/** Mostly a park, now and then a township or a department. */
export function someUnit(random: Random): string {
  if (random.chance(0.86)) return random.pick(PARKS);
  return random.pick(random.chance(0.6) ? TOWNSHIPS : DEPARTMENTS);
}

/** Most rows are certified, so that there is something to count. */
export function someStatus(random: Random): string {
  return random.chance(0.78) ? '认定' : random.pick(['申报', '初核', '退回']);
}

export function yesNo(random: Random, yes: number): string {
  if (random.chance(0.03)) return '';
  return random.chance(yes) ? '是' : '否';
}
