/** The units that registers name: the six parks, the 17 townships and the departments, and the short names of all. */

export const CITY = '泰兴市';

export const PARKS = ['泰兴经济开发区', '黄桥经济开发区', '泰兴高新区', '虹桥工业园区', '城区工业园区', '农产品加工园区'];

/** The streets, towns and 乡 of taixing-townships.csv, without its last three rows. */
export const TOWNSHIPS = [
  '济川街道', '延令街道', '姚王街道', '黄桥镇', '分界镇', '古溪镇', '元竹镇', '珊瑚镇', '广陵镇',
  '曲霞镇', '张桥镇', '河失镇', '新街镇', '宣堡镇', '滨江镇', '虹桥镇', '根思乡',
];

/** registers.md names the first three; the others stand in the annex of the policy. */
export const DEPARTMENTS = ['人才办', '科技局', '商务局', '人社局', '工信局', '发改委', '财政局', '地方金融监管局'];

const SHORT_NAMES: Record<string, string> = {
  经济开发区: '泰兴经济开发区',
  经开区: '泰兴经济开发区',
  黄桥开发区: '黄桥经济开发区',
  高新区: '泰兴高新区',
  泰兴高新技术产业开发区: '泰兴高新区',
  虹桥园区: '虹桥工业园区',
  城区工业园: '城区工业园区',
  农产品加工园: '农产品加工园区',
  市委人才办: '人才办',
  市科技局: '科技局',
  市商务局: '商务局',
};

/** @returns the full name, or undefined where nobody knows the unit */
export function unitNamed(written: string): string | undefined {
  const full = SHORT_NAMES[written] ?? written;
  if (PARKS.includes(full) || TOWNSHIPS.includes(full) || DEPARTMENTS.includes(full)) return full;
  return undefined;
}

/** All the ways in which offices write a unit, its full name first. */
export function waysToWrite(unit: string): string[] {
  const ways = [unit];
  for (const [short, full] of Object.entries(SHORT_NAMES)) if (full === unit) ways.push(short);
  return ways;
}
