import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { Refusal } from '../../kernel/refusal.ts';
import { damaged } from './container.ts';

const SHORTEST = 12;

/** The first line of a passphrase file. @throws Refusal where there is none, or it is too short to protect anything */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('no-file', `没有找到口令文件“${file}”，或没有权限读取。请检查 --passphrase-file 后的路径。`);
  });
  const passphrase = text.split(/\r?\n/)[0]!.trim();
  if (passphrase.length < SHORTEST) throw new Refusal('weak-passphrase', `口令文件“${file}”的第一行不足 ${SHORTEST} 个字符。请换一个更长的口令。`);
  return passphrase;
}

/** What is read from the stream, in the age format under a passphrase (the `age` program opens it too). */
export async function encrypted(plain: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const stream = await encrypter.encrypt(Readable.toWeb(plain) as globalThis.ReadableStream<Uint8Array>);
  return Readable.fromWeb(stream as unknown as ReadableStream);
}

/** Writes what an encrypted file holds to another, readable by its owner only. @throws Refusal 'wrong-passphrase', 'damaged-backup' */
export async function decrypt(from: string, into: string, passphrase: string): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const source = Readable.toWeb(createReadStream(from)) as unknown as globalThis.ReadableStream<Uint8Array>;
  const plain = await decrypter.decrypt(source).catch(() => {
    throw new Refusal('wrong-passphrase', '口令不对，或备份文件的开头已经损坏，没有恢复任何内容。请检查 --passphrase-file 中的口令。');
  });
  await pipeline(Readable.fromWeb(plain as unknown as ReadableStream), createWriteStream(into, { mode: 0o600 })).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === undefined ? damaged('密文不完整') : error; // a call of the system that failed is the disk's
  });
}
