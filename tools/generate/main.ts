import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../check/source.ts';
import { generated } from './all.ts';

for (const [path, make] of Object.entries(generated)) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), await make());
  console.log(path);
}
