import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { addDigest, EMPTY_DIGEST } from '../../src/app/backup/container.ts';
import { MANIFEST, type Manifest } from '../../src/app/backup/manifest.ts';

/** A backup's parts by name. */
export type Parts = Map<string, Buffer>;

export async function partsOf(backup: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(backup);
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return parts;
}

/** Packs parts as a backup whose digest is right: what somebody would do who knows how. */
export async function packed(parts: Iterable<readonly [string, Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(content, name);
  zip.end({ forceZip64Format: false, comment: EMPTY_DIGEST });
  return buffer(zip.outputStream.pipe(addDigest()));
}

/** The backup with another manifest, its digest right. */
export function withManifest(parts: Parts, edit: (manifest: Manifest & Record<string, unknown>) => void): Promise<Buffer> {
  const manifest = JSON.parse(parts.get(MANIFEST)!.toString()) as Manifest & Record<string, unknown>;
  edit(manifest);
  return packed(new Map(parts).set(MANIFEST, Buffer.from(JSON.stringify(manifest))));
}

/** Numbers from a seed, 0 ≤ n < below: the same in each run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
