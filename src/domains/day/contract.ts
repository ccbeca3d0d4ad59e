import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { dayText } from '../../kernel/wire.ts';
import { dayKinds } from './terms.ts';

const row = z.object({
  /** Of its own among the rows. */
  key: z.string(),
  kind: z.enum(dayKinds),
  label: z.string(),
  title: z.string(),
  /** Of which record, by whom, since when. */
  below: z.string(),
  /** By when; null: nothing says, it is listed with what is due today. */
  due: dayText.nullable(),
  /** Working days until then, negative once it is over; null where there is no such day, or a year's holidays are not known. */
  left: z.number().nullable(),
  /** Since when it waits; null where it goes by its day alone. */
  since: dayText.nullable(),
  /** Working days since then. */
  age: z.number().nullable(),
  /** Why working days cannot be told. */
  note: z.string().nullable(),
  /** What is to be done, and where. */
  action: z.string(),
  path: z.string(),
  search: z.record(z.string(), z.string()),
  /** The mention that is seen by opening it. */
  mention: z.string().nullable(),
});

export const dayContract = {
  today: endpoint.meta({ right: 'day:read' }).route({ method: 'GET', path: '/today', tags: ['day'] }).output(z.object({ today: dayText, rows: z.array(row) })),
};
