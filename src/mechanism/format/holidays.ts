import { z } from 'zod';
import { day } from './words.ts';

/** The days of a year on which the offices are shut beside weekends, and the weekend days on which they are open. */
export const holidays = z.strictObject({ year: z.number().int(), off: z.array(day), work: z.array(day) });
