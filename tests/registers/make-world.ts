import type { Cell } from '../../src/office/sheet.ts';
import type { Random } from './make-random.ts';

/** A row before it is laid out: its cells by the name of their column. What is not set is blank. */
export type Draft = Record<string, Cell>;

/** What later registers must know of the earlier ones, to refer to them. */
export interface World {
  readonly random: Random;
  readonly year: number;
  /** How many rows each register is to have. */
  readonly sizes: { readonly projects: number; readonly talents: number; readonly activities: number; readonly investments: number };
  readonly platforms: string[];
  readonly activities: { readonly id: string; readonly session: boolean; readonly held: string }[];
  readonly talents: { readonly id: string; readonly founder: boolean; readonly platform: string }[];
  readonly projects: { readonly id: string; readonly type: string; readonly name: string; readonly code: string }[];
  /** Thresholds of 实缴资本 in 万元, and the day from which each is in force. */
  readonly thresholds: { readonly wan: number; readonly from: string }[];
}

export function fenOfWan(wan: number): bigint {
  return BigInt(Math.round(wan * 1_000_000));
}

export function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
