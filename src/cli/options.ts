import { join, resolve } from 'node:path';
import { parseDay } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type PlatformOptions, ROOT } from '../app/platform.ts';

export type Options = Readonly<Record<string, string | boolean>>;

export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Where the data is and which pack, from options and environment. @throws Refusal 'usage' */
export function platformOptions(options: Options): PlatformOptions {
  const today = text(options, 'today');
  if (today !== undefined && parseDay(today) === undefined) throw new Refusal('usage', `--today 的“${today}”不是日期，请写成 2021-09-30。`);
  return {
    dataDir: resolve(text(options, 'data') ?? join(ROOT, 'data')),
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    packDir: text(options, 'pack'),
    today,
  };
}
