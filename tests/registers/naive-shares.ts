import type { Cell } from '../../src/office/sheet.ts';
import { textOf } from './naive-cells.ts';
import { unitNamed } from './units.ts';

/** A share as an integer of hundred-millionths, so that percentages with six decimals and all sums of them are exact. */
export const WHOLE = 100_000_000n;

interface Partner {
  /** As written. */
  readonly unit: string;
  readonly share: bigint;
}

/** The parts of a cell that names several, joined by 、 */
export function partsOf(cell: Cell | undefined): string[] {
  const parts: string[] = [];
  for (const part of textOf(cell).split('、')) if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

/** `黄桥经济开发区 40%`; the blank may be missing. @returns undefined where the part cannot be read so */
function partnerOf(part: string): Partner | undefined {
  const match = /^(.*?[^\d.\s])\s*(\d+)(?:\.(\d{1,6}))?%$/u.exec(part.normalize('NFKC'));
  if (!match) return undefined;
  return { unit: match[1]!, share: BigInt(match[2]! + (match[3] ?? '').padEnd(6, '0')) };
}

/** The partners that can be read; those that cannot are left out, see `sharesAreBad`. */
export function partnersOf(cell: Cell | undefined): Partner[] {
  const partners: Partner[] = [];
  for (const part of partsOf(cell)) {
    const partner = partnerOf(part);
    if (partner) partners.push(partner);
  }
  return partners;
}

/** @param responsible the full name of the 责任单位 */
export function sharesAreBad(cell: Cell | undefined, responsible: string): boolean {
  let together = 0n;
  for (const part of partsOf(cell)) {
    const partner = partnerOf(part);
    if (!partner || partner.share === 0n) return true;
    if (unitNamed(partner.unit) === responsible) return true;
    together += partner.share;
  }
  return together >= WHOLE;
}

/** 47.4, not 47.400000000000006 */
export function numberOfShare(share: bigint): number {
  const digits = share.toString().padStart(9, '0');
  return Number(`${digits.slice(0, -8)}.${digits.slice(-8)}`);
}
