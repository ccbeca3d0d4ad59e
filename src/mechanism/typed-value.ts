import { parseDecimal } from '../kernel/decimal.ts';
import { inWan, parseMoney, parseRate, readAmount } from '../kernel/fen.ts';
import { Refusal } from '../kernel/refusal.ts';
import { comparableName, listed, trimmed } from '../kernel/text.ts';
import type { Pack } from './format/pack.ts';
import type { ParameterFormat } from './format/tasks.ts';
import type { UnitFormat } from './format/units.ts';
import { writtenInChinese } from './operand.ts';
import type { WrittenValue } from './parameters.ts';
import { unitName } from './units.ts';

/** What a form, a register or another system says for a value. */
export type TypedValue = string | boolean | readonly string[];

/** In which currency a parameter's amounts are: as its readings are written. */
export function currencyOf({ readings }: ParameterFormat): '元' | '美元' {
  return readings.some((it) => String(it.value).includes('美元')) ? '美元' : '元';
}

/** What a bare amount is in. */
export function amountUnit(declared: ParameterFormat): '元' | '万元' | '亿元' {
  return declared.unit === '元' || declared.unit === '亿元' ? declared.unit : '万元';
}

/**
 * A value as people type it, in the habits of Excel where they leave no doubt: `1,200`, `３０％`, `1.2亿`, `国家级、省级`.
 * @param units of which one may be named
 * @returns the value as decisions hold it
 * @throws Refusal 'bad-value' with what to write instead
 */
export function readTypedValue(pack: Pack, declared: ParameterFormat, typed: TypedValue, units: readonly UnitFormat[] = pack.units): WrittenValue {
  const written = trimmed(Array.isArray(typed) ? typed.join('、') : typed === true ? '是' : typed === false ? '否' : String(typed));
  const text = written.normalize('NFKC');
  if (text === '') throw bad(declared, '还没有填，请填写取值。');
  switch (declared.type) {
    case 'money':
      return readMoney(declared, text);
    case 'rate':
      return readRate(declared, text);
    case 'number':
      return readNumber(declared, text);
    case 'yes-no':
      if (text !== '是' && text !== '否') throw bad(declared, `只能是“是”或“否”，不能是“${text}”。`);
      return text === '是';
    case 'list':
      return readWords(pack, declared, text);
    case 'unit':
      return readUnit(units, declared, text);
    case 'text':
      return declared.list === undefined ? written : readWords(pack, declared, text, true)[0]!;
  }
}

function bad({ label }: ParameterFormat, what: string): Refusal {
  return new Refusal('bad-value', `“${label}”${what}`);
}

function readMoney(declared: ParameterFormat, text: string): string {
  const [currency, unit] = [currencyOf(declared), amountUnit(declared)];
  const fen = readAmount(text, unit, currency);
  const word = unit.replace('元', currency);
  if (fen === undefined) throw bad(declared, `的“${text}”不是一个${currency === '元' ? '人民币' : '美元'}金额，请按${word}填数字，如 500，或写明单位，如 500${word}。`);
  return `${inWan(fen)}万${currency}`;
}

const BARE = /^\d+(\.\d+)?$/;

function readRate(declared: ParameterFormat, text: string): string {
  const plain = text.replace(/\s+/gu, '').replace(/^百分之(\d+(?:\.\d+)?)$/u, '$1%');
  if (BARE.test(plain) && Number(plain) > 0 && Number(plain) < 1) throw bad(declared, `的“${text}”看不出是 ${plain}% 还是 ${trimNumber(Number(plain) * 100)}%，请带上 % 或 ‰。`);
  const rate = BARE.test(plain) ? `${plain}%` : plain;
  if (parseRate(rate) === undefined) throw bad(declared, `的“${text}”不是一个比例，请写成 30% 或 5‰。`);
  return rate;
}

function trimNumber(value: number): string {
  return String(Math.round(value * 1e8) / 1e8);
}

function readNumber(declared: ParameterFormat, text: string): string {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (parseDecimal(plain) === undefined) throw bad(declared, `的“${text}”不是一个数，请只填数字，如 10。`);
  return plain;
}

/** Words of the parameter's list, in the list's order; any words where it has none. */
function readWords(pack: Pack, declared: ParameterFormat, text: string, single = false): string[] {
  const typed = [...new Set(single ? [text] : listed(text))];
  if (typed.length === 0) throw bad(declared, '至少要选一项。');
  if (declared.list === undefined) return typed;
  const list = pack.lists[declared.list] ?? [];
  const found = typed.map((word) => list.find((it) => comparableName(it) === comparableName(word)));
  const unknown = typed.filter((_, index) => found[index] === undefined);
  if (unknown.length > 0) throw bad(declared, `里没有“${unknown.join('”“')}”这${single ? '一项' : '些选项'}，请从${list.join('、')}中选择。`);
  return list.filter((it) => found.includes(it));
}

function readUnit(units: readonly UnitFormat[], declared: ParameterFormat, text: string): string {
  const name = comparableName(text);
  const unit = units.find((it) => it.id === text || [it.name, ...(it.aliases ?? [])].some((one) => comparableName(one) === name));
  if (!unit) throw bad(declared, `的“${text}”不在单位名录里，请从名录中选择单位。`);
  return unit.id;
}

/** A value as people read it: amounts in 万元, units by name. Written this way it can be typed again. */
export function valueInChinese(pack: Pack, declared: ParameterFormat, written: WrittenValue): string {
  const fen = declared.type === 'money' ? parseMoney(String(written)) : undefined;
  if (fen !== undefined) return `${inWan(fen)}万${currencyOf(declared)}`;
  if (declared.type === 'unit') return unitName(pack, String(written));
  return writtenInChinese(written);
}
