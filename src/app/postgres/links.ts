import { chmod, readFile, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Makes the symbolic links of the PostgreSQL package, which npm cannot carry and whose install script is often
 * blocked (npm 12, `--ignore-scripts`); what its `scripts/hydrate-symlinks.js` does, and idempotent.
 * Also gives the programs their x bit back.
 * @param folder the package, or a copy of it
 * @returns whether all is in place now; false where the folder cannot be written
 */
export async function healLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  try {
    for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
      await healLink(join(folder, target), relative(dirname(target), source));
    }
    for (const program of ['initdb', 'postgres']) await healMode(join(folder, 'native', 'bin', program));
    return true;
  } catch {
    return false;
  }
}

async function healLink(path: string, to: string): Promise<void> {
  if (await exists(path)) return;
  await rm(path, { force: true }); // a link that leads nowhere
  await symlink(to, path).catch(async (error: unknown) => {
    if (!(await exists(path))) throw error; // else another process was quicker
  });
}

async function healMode(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
