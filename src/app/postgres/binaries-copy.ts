import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { healLinks } from './links.ts';

/**
 * A copy of the PostgreSQL package that every account can read, made once per content and used again.
 * @param place the folder to hold the copy; made when absent, and must be ours alone to write
 * @returns the copy's folder
 * @throws Error where the place cannot be written or could be tampered with by others
 */
export async function copyBinaries(source: string, place: string): Promise<string> {
  if (await mkdir(place, { recursive: true })) await chmod(place, 0o755); // whatever the umask
  await mustBeOurs(place);
  const wanted = await fingerprint(source);
  const copy = join(place, `postgres-${wanted}`);
  if (await isGood(copy, wanted)) return copy;

  const fresh = await mkdtemp(join(place, 'postgres.new-'));
  try {
    await cp(join(source, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToAll(fresh);
    await healLinks(fresh);
    await rm(copy, { recursive: true, force: true });
    await rename(fresh, copy).catch(async (error: unknown) => {
      if (!(await isGood(copy, wanted))) throw error; // else another process was quicker
    });
    return copy;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function isGood(copy: string, wanted: string): Promise<boolean> {
  try {
    await mustBeOurs(copy);
    return (await fingerprint(copy)) === wanted;
  } catch {
    return false;
  }
}

async function mustBeOurs(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0 || (mode & 0o170000) !== 0o040000) {
    throw new Error(`${folder} 可被其他用户改动`);
  }
}

/** Hash of the names and sizes of the files: another version differs, and so does a copy cut short by a crash. */
async function fingerprint(folder: string): Promise<string> {
  const entries = await readdir(join(folder, 'native'), { recursive: true, withFileTypes: true });
  const lines = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path.slice(folder.length)} ${(await lstat(path)).size}`;
    });
  const sorted = (await Promise.all(lines)).sort();
  return createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 16);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o111 ? 0o755 : 0o644);
  }
}
