import type { Report } from './shapes.ts';

export interface SheetLine {
  sheet: string;
  accepted: number;
  rejected: number;
}

/** Accepted and refused rows by register, in the order in which they were met. */
export function sheetLines({ accepted, rejected }: Pick<Report, 'accepted' | 'rejected'>): SheetLine[] {
  const sheets = [...new Set([...Object.keys(accepted), ...rejected.map((it) => it.sheet)])];
  return sheets.map((sheet) => ({ sheet, accepted: accepted[sheet] ?? 0, rejected: rejected.filter((it) => it.sheet === sheet).length }));
}
