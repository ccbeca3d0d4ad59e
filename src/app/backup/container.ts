import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { Refusal } from '../../kernel/refusal.ts';

/**
 * A backup is an ordinary zip file whose comment, its last 64 bytes, is the SHA-256 of everything before: so a changed bit
 * anywhere, in the parts or between them, is found before anything of the file is believed.
 */
export const EMPTY_DIGEST = '0'.repeat(64);
const SMALLEST = 22 + EMPTY_DIGEST.length;
const ENCRYPTED = 'age-encryption.org/v1';

/** Puts the digest in place of the last 64 bytes of what passes. */
export function addDigest(): Transform {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk]);
      const ready = held.subarray(0, Math.max(0, held.length - EMPTY_DIGEST.length));
      held = held.subarray(ready.length);
      hash.update(ready);
      done(null, ready);
    },
    flush(done) {
      done(null, Buffer.from(hash.digest('hex')));
    },
  });
}

/** Whether the file is a backup under a passphrase. @throws Refusal 'no-file' */
export async function isEncrypted(file: string): Promise<boolean> {
  return (await readAt(file, 0, ENCRYPTED.length)).toString('latin1') === ENCRYPTED;
}

/** @throws Refusal 'not-a-backup', 'damaged-backup' */
export async function checkDigest(file: string): Promise<void> {
  const [start, size] = [await readAt(file, 0, 4), await sizeOf(file)];
  if (start.toString('latin1') !== 'PK\x03\x04' || size < SMALLEST) throw new Refusal('not-a-backup', `“${file}”不是本平台的备份文件，或开头已经损坏，没有恢复任何内容。请另选一个备份文件。`);
  const hash = createHash('sha256');
  const end = size - EMPTY_DIGEST.length;
  for await (const chunk of createReadStream(file, { end: end - 1, highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  if ((await readAt(file, end, EMPTY_DIGEST.length)).toString('latin1') !== hash.digest('hex')) throw damaged('内容与它自己的校验值不符');
}

/** A backup that is not what it says it is. @param what went wrong, without a full stop */
export function damaged(what: string): Refusal {
  return new Refusal('damaged-backup', `备份文件已损坏、不完整或被改动（${what}），没有恢复任何内容。请另选一个备份文件，或重新拷贝一次再试。`);
}

async function sizeOf(file: string): Promise<number> {
  return withFile(file, async (handle) => (await handle.stat()).size);
}

function readAt(file: string, position: number, length: number): Promise<Buffer> {
  return withFile(file, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  });
}

async function withFile<T>(file: string, work: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) throw new Refusal('no-file', `没有找到文件“${file}”，或没有权限读取。请检查路径。`);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
