import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generated } from '../generate/all.ts';
import { type Finding, ROOT } from './source.ts';

/** The generated documents must say what the code says. */
export async function checkGenerated(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [path, make] of Object.entries(generated)) {
    const held = await readFile(join(ROOT, path), 'utf8').catch(() => '');
    if (held !== (await make())) findings.push({ path, message: 'is out of date; run `npm run generate` and read the difference' });
  }
  return findings;
}
