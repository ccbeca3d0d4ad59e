import { z } from 'zod';

/** Shapes that several contracts share. Days and windows are text; fen are decimal text; counts and ratios are numbers. */
export const dayText = z.iso.date();
export const fenText = z.string().regex(/^-?\d+$/);
export const yearNumber = z.coerce.number().int().min(1900).max(2199);
export const named = z.object({ id: z.string(), name: z.string() });
export const clauseRef = z.object({ id: z.string(), title: z.string(), place: z.string() });
export const standing = z.enum(['declared', 'certified']);
export const done = z.object({ done: z.literal(true) });
