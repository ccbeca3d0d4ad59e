import { type Award, awardsOf } from './naive-awards.ts';
import { figuresOf } from './naive-figures.ts';
import { type Rejected, takeIn } from './naive-intake.ts';
import type { Figure } from './naive-terms.ts';
import type { RegisterSheet } from './register-sheet.ts';

/**
 * The oracle for the import of registers: a naive, direct reading of registers.md, kept apart from the product's code.
 * Slow and plain on purpose. Where the text leaves something unsaid, a comment at the place says what was chosen.
 */
export interface Reading {
  readonly year: number;
  readonly figures: readonly Figure[];
  readonly awards: readonly Award[];
  readonly rejected: readonly Rejected[];
}

/**
 * Reads one file of registers into empty registers, with its verdicts (期初建账).
 * @param year the year in the titles (…年度)
 * @returns the shape of the expected file; `rejected` sheet by sheet, from top to bottom
 */
export function naiveReading(sheets: readonly RegisterSheet[], year: number): Reading {
  const { registers, rejected } = takeIn(sheets);
  return { year, figures: figuresOf(registers, year), awards: awardsOf(registers, year), rejected };
}
