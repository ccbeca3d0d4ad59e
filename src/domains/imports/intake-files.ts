import { hash } from 'node:crypto';
import type { Queryable } from '../../base/database.ts';
import { readKept } from '../../base/kept-files.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LayoutFormat } from '../../mechanism/format/layouts.ts';
import { layoutsOf } from '../../mechanism/layouts.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { readSheets } from '../../office/read-workbook.ts';
import type { Importer } from './importer.ts';
import { type Intake, takeIn } from './intake.ts';
import { findRegisters, type FoundRegister, type SourceFile } from './layout.ts';
import { type ReadRegister, readRegisters } from './read-registers.ts';
import { loadStored } from './stored.ts';

/** A file as it was handed in. */
export interface HandedIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of one import, read; not yet compared with what is registered. */
export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly registers: readonly ReadRegister[];
  readonly notes: readonly string[];
}

/** Files as they were handed in, from where they are kept. @throws Refusal 'expired' */
export async function handedInBefore(db: Queryable, files: readonly SourceFile[]): Promise<HandedIn[]> {
  return Promise.all(files.map(async ({ name, sha256 }) => {
    const bytes = await readKept(db, sha256);
    if (!bytes) throw new Refusal('expired', `“${name}”已过 30 天的保存期，请重新上传。`);
    return { name, bytes };
  }));
}

/** How files are read. */
export interface Reading {
  /** Of all files together; no limit where absent. */
  readonly mostRows?: number;
  /** Layouts by which sheets are found, beside the pack's. */
  readonly layouts?: readonly LayoutFormat[];
  /** Whether every column that must be filled has to be there: where a past year is taken over. */
  readonly whole?: boolean;
}

/**
 * Reads the files of one import.
 * @throws Refusal where a file is no register, or hostile, or the rows are too many
 */
export async function readFiles(mechanism: Mechanism, files: readonly HandedIn[], { mostRows = Infinity, layouts = [], whole = false }: Reading = {}): Promise<ReadFiles> {
  const { registers: known } = mechanism.pack;
  const forms = { registers: known, layouts: layoutsOf(mechanism, layouts).flatMap((it) => (it.form === it.register ? [] : [it.form])), kinds: mechanism.vocabulary, whole };
  const sources: SourceFile[] = [];
  const found: FoundRegister[] = [];
  const notes: string[] = [];
  for (const { name, bytes } of files) {
    const file = { name, sha256: hash('sha256', bytes) };
    const passedOver: string[] = [];
    const registers = findRegisters(file, await readSheets({ name, bytes }), forms, (sheet) => passedOver.push(sheet));
    const names = mechanism.pack.registers.map((it) => `“${it.sheet}”`).join('、');
    if (registers.length === 0 && passedOver.length > 0) throw new Refusal('no-header', `“${name}”的“${passedOver[0]}”里没有找到表头。请保留台账原来的列名。`);
    if (registers.length === 0) throw new Refusal('no-register', `“${name}”里没有找到台账。表名、文件名或标题行应写明是${names}中的哪一个。`);
    notes.push(...passedOver.map((sheet) => `“${name}”的“${sheet}”里没有台账的列名，没有读入。`));
    sources.push(file);
    found.push(...registers);
    if (found.reduce((sum, it) => sum + it.rows.length, 0) > mostRows) throw new Refusal('too-large', `一次最多导入 ${mostRows} 行，请分几次上传。`);
  }
  return { files: sources, registers: await readRegisters(mechanism, found), notes };
}

/**
 * Takes in what was read against what the registers hold now.
 * @param importer in whose name; absent: who imports may be told of everything
 */
export async function takeInFiles(db: Queryable, mechanism: Mechanism, read: ReadFiles, importer?: Importer): Promise<Intake> {
  const taken = await takeIn(mechanism, read.registers, await loadStored(db, mechanism, read.registers, importer));
  return { ...taken, files: read.files, registers: read.registers.map((it) => it.found), notes: read.notes };
}
