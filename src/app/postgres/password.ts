import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the superuser's password that the data folder keeps, or nothing where there is none */
export function readPassword(dataDir: string): string | undefined {
  const file = passwordFile(dataDir);
  try {
    const password = readFileSync(file, 'utf8').trim();
    chmodSync(file, 0o600);
    return password || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** 192 random bits, in characters that need no escaping in a URL or in SQL. */
export function newPassword(): string {
  return randomBytes(24).toString('hex');
}

/** Keeps the password, whole or not at all, for the owner's eyes only. */
export function keepPassword(dataDir: string, password: string): void {
  const draft = `${passwordFile(dataDir)}.new`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${password}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, passwordFile(dataDir));
}

/** The file's path; sentences to people name it. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, 'pg.password');
}
