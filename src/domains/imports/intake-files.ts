import { createHash } from 'node:crypto';
import type { Queryable } from '../../base/database.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { readSheets } from '../../office/read-workbook.ts';
import { type Intake, takeIn } from './intake.ts';
import { findRegisters } from './layout.ts';
import { loadStored } from './stored.ts';

/** A file as it was handed in. */
export interface HandedIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the files of one import against what the registers hold. @throws Refusal where a file is no register, or hostile */
export async function intakeFiles(db: Queryable, mechanism: Mechanism, files: readonly HandedIn[]): Promise<Intake> {
  const found = [];
  for (const file of files) {
    const registers = findRegisters(file.name, await readSheets(file), mechanism.pack.registers);
    if (registers.length === 0) {
      throw new Refusal('no-register', `“${file.name}”里没有找到台账。表名、文件名或标题行应写明是${mechanism.pack.registers.map((it) => `“${it.sheet}”`).join('、')}中的哪一个。`);
    }
    found.push(...registers);
  }
  return takeIn(mechanism, found, await loadStored(db, mechanism));
}
