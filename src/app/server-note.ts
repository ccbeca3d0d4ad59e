import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running server of a data folder is found, and the secret that its own commands show. */
export interface ServerNote {
  readonly url: string;
  readonly secret: string;
}

function placeOf(dataDir: string): string {
  return join(dataDir, 'server.json');
}

/** Leaves the note, readable by its owner only. */
export async function leaveNote(dataDir: string, note: ServerNote): Promise<void> {
  await writeFile(placeOf(dataDir), JSON.stringify(note), { mode: 0o600 });
}

export async function readNote(dataDir: string): Promise<ServerNote | undefined> {
  return readFile(placeOf(dataDir), 'utf8').then((text) => JSON.parse(text) as ServerNote, () => undefined);
}

export async function removeNote(dataDir: string): Promise<void> {
  await rm(placeOf(dataDir), { force: true });
}
