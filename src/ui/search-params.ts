import type { Search } from './address.ts';

/**
 * What a page's address may say: a reader for each parameter. What cannot be read is left out, so that an old or broken
 * link still opens its page.
 */
export type Reader<Value> = (raw: string | undefined) => Value | undefined;

export type Readers = Readonly<Record<string, Reader<unknown>>>;

export type Read<Named extends Readers> = {
  [Key in keyof Named]?: Named[Key] extends Reader<infer Value> ? Value | undefined : never;
};

/** `readSearch({ page: wholeNumber, unit: words, state: oneOf('declared', 'certified') })`. */
export function readSearch<Named extends Readers>(readers: Named): (raw: Search) => Read<Named> {
  return (raw) => {
    const found: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(readers)) {
      const value = read(raw[key]);
      if (value !== undefined) found[key] = value;
    }
    return found as Read<Named>;
  };
}

/** Any text that is not empty. */
export const words: Reader<string> = (raw) => raw || undefined;

/** 0, 1, 2 … */
export const wholeNumber: Reader<number> = (raw) => (raw !== undefined && /^\d{1,15}$/.test(raw) ? Number(raw) : undefined);

/** `YYYY-MM-DD` by its form; whether the day exists is the server's to say. */
export const dayText: Reader<string> = (raw) => (raw !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined);

export function oneOf<const Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (raw) => values.find((it) => it === raw);
}
