/**
 * What a page's address may say: a reader for each parameter. What cannot be read is left out, so that an old or broken
 * link still opens its page.
 */
type Reader<Value> = (raw: unknown) => Value | undefined;

type Read<Readers extends Record<string, Reader<unknown>>> = {
  [Key in keyof Readers]?: Readers[Key] extends Reader<infer Value> ? Value | undefined : never;
};

/** For a route's `validateSearch`: `readSearch({ page: wholeNumber, unit: words, state: oneOf('declared', 'certified') })`. */
export function readSearch<Readers extends Record<string, Reader<unknown>>>(readers: Readers): (raw: Record<string, unknown>) => Read<Readers> {
  return (raw) => {
    const found: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(readers)) {
      const value = read(raw[key]);
      if (value !== undefined) found[key] = value;
    }
    return found as Read<Readers>;
  };
}

/** Any text that is not empty. A number that stands in the address is text here. */
export const words: Reader<string> = (raw) => (typeof raw === 'string' || typeof raw === 'number' ? String(raw) || undefined : undefined);

/** 0, 1, 2 … */
export const wholeNumber: Reader<number> = (raw) => {
  const number = typeof raw === 'string' ? Number(raw) : raw;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

/** `YYYY-MM-DD` by its form; whether the day exists is the server's to say. */
export const dayText: Reader<string> = (raw) => (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined);

export const yes: Reader<true> = (raw) => (raw === true || raw === 'true' || raw === 1 ? true : undefined);

export function oneOf<const Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (raw) => values.find((it) => it === raw);
}
