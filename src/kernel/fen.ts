import { divideRoundHalfUp } from './decimal.ts';

/** Money in the smallest unit of its currency: fen of 人民币, cents of 美元. */
export type Fen = bigint;

/** A rate as an integer fraction: `5‰` is 5/1000. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const SCALES: Record<string, bigint> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n, 万美元: 1_000_000n, 美元: 100n, 亿美元: 10_000_000_000n };
const WRITTEN = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(元|万元|亿元|万美元|美元|亿美元)$/;

/**
 * Money as rules and pages write it: `200万元`, `1,000万美元`, `1.5亿元`.
 * @returns fen (cents for 美元); undefined where the text is no amount or not a whole fen
 */
export function parseMoney(text: string): Fen | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const fraction = match[2] ?? '';
  const scaled = BigInt(match[1]!.replaceAll(',', '') + fraction) * SCALES[match[3]!]!;
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(亿|万)?(美元|元)?$/;

/**
 * An amount in any habit of writing: `1,200`, full-width digits, `4300万元`, `1.2亿`.
 * @param unit what a bare number is in
 * @param currency what an amount may be written in: 元 or 美元
 * @returns the smallest unit of the currency; undefined where it is no amount, negative, in another currency or finer than a fen
 */
export function readAmount(text: string, unit: '元' | '万元' | '亿元', currency = '元'): Fen | undefined {
  const match = AMOUNT.exec(text.normalize('NFKC').replace(/[\s¥$]+/gu, ''));
  if (!match || (match[4] !== undefined && match[4] !== currency)) return undefined;
  const fraction = match[2] ?? '';
  const scale = SCALES[match[3] ? `${match[3]}元` : match[4] ? '元' : unit]!;
  const digits = BigInt(match[1]!.replaceAll(',', '') + fraction);
  const parts = 10n ** BigInt(fraction.length);
  return (digits * scale) % parts === 0n ? (digits * scale) / parts : undefined;
}

/** `5‰`, `30%`, `1.5%`, `1/3`. @returns undefined where the text is no rate */
export function parseRate(text: string): Rate | undefined {
  const fraction = /^(\d+)\/(\d+)$/.exec(text.trim());
  if (fraction) return BigInt(fraction[2]!) > 0n ? { numerator: BigInt(fraction[1]!), denominator: BigInt(fraction[2]!) } : undefined;
  const match = /^(\d+)(?:\.(\d+))?([%‰])$/.exec(text.trim());
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  return { numerator: BigInt(match[1]! + decimals), denominator: (match[3] === '%' ? 100n : 1000n) * 10n ** BigInt(decimals.length) };
}

/** `amount × rate`, rounded half up to the fen. */
export function timesRate(amount: Fen, rate: Rate): Fen {
  return divideRoundHalfUp(amount * rate.numerator, rate.denominator);
}

/** In 万元 (or 万 of the other currency) for people: `1,999.9995`, without trailing zeros. */
export function inWan(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(7, '0');
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return (amount < 0n ? '-' : '') + whole + (fraction && `.${fraction}`);
}

/** `1,999.9995万元`; whole 亿 as `2亿元`. */
export function moneyInChinese(amount: Fen, currency: 'CNY' | 'USD' = 'CNY'): string {
  const unit = currency === 'USD' ? '美元' : '元';
  if (amount !== 0n && amount % 10_000_000_000n === 0n) return `${amount / 10_000_000_000n}亿${unit}`;
  return `${inWan(amount)}万${unit}`;
}

/** An amount in a unit as a number is written: `1999.9995`, exact, without grouping. */
export function amountIn(amount: Fen, unit: '元' | '万元' | '亿元'): string {
  const places = { 元: 2, 万元: 6, 亿元: 10 }[unit];
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return (amount < 0n ? '-' : '') + digits.slice(0, -places) + (fraction && `.${fraction}`);
}
