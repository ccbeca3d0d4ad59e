import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, ROOT } from './source.ts';

/** What is installed: every version exact, the lock file without addresses of registries. */
export async function checkParts(): Promise<Finding[]> {
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  const findings: Finding[] = [];
  for (const list of ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']) {
    for (const [name, version] of Object.entries(manifest[list] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) findings.push({ path: 'package.json', message: `${name} is not pinned exactly: ${version}` });
    }
  }
  const lock = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
  if (/"resolved": "https?:/.test(lock)) findings.push({ path: 'package-lock.json', message: 'names registry hosts; npm must run with omit-lockfile-registry-resolved (see .npmrc)' });
  return findings;
}
