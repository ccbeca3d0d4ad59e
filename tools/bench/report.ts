import { readFile, writeFile } from 'node:fs/promises';

/** One line of what was measured. */
export interface Measured {
  readonly what: string;
  /** With its unit: `1.20 ms`. */
  readonly ours: string;
  readonly bare: string;
  readonly ratio: number;
  readonly aim: { readonly most: number } | { readonly least: number };
  readonly more?: string;
}

function meets({ ratio, aim }: Measured): boolean {
  return 'most' in aim ? ratio <= aim.most : ratio >= aim.least;
}

function aimText({ aim }: Measured): string {
  return 'most' in aim ? `≤ ${aim.most}` : `≥ ${aim.least}`;
}

/** One line for people at a terminal. */
export function lineOf(it: Measured): string {
  return `${meets(it) ? '  ' : '✗ '}${it.what}: ${it.ours} against ${it.bare} = ${it.ratio.toFixed(2)} (aim ${aimText(it)})${it.more ? ` · ${it.more}` : ''}`;
}

function tableOf(all: readonly Measured[]): string {
  const rows = all.map((it) => `| ${it.what} | ${it.ours} | ${it.bare} | ${it.ratio.toFixed(2)} | ${aimText(it)} | ${meets(it) ? 'met' : '**missed**'} | ${it.more ?? ''} |`);
  return ['| what | ours | against | ratio | aim | | more |', '| --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

const MEASURED = /(<!-- measured -->\n)[^]*(<!-- \/measured -->)/;

/** Puts what was measured, and on what, in its place in a document; what people wrote round it stays. */
export async function writeDocument(path: string, machine: readonly string[], all: readonly Measured[]): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (!MEASURED.test(text)) throw new Error(`${path} has no place for what was measured`);
  await writeFile(path, text.replace(MEASURED, (_, begin: string, end: string) => `${begin}${machine.map((it) => `- ${it}`).join('\n')}\n\n${tableOf(all)}\n${end}`));
}
