import { createHash } from 'node:crypto';

/** One step from a leaf to the root: the other child, and on which side it stands. */
export interface PathStep {
  readonly side: 'left' | 'right';
  /** Hex. */
  readonly hash: string;
}

/** What proves that a leaf is under a root of `AuditTree` (RFC 6962): the other child at each step up. @throws RangeError where there is no such leaf */
export function pathTo(leaves: readonly Buffer[], index: number): PathStep[] {
  if (!leaves[index]) throw new RangeError(`no leaf ${index} of ${leaves.length}`);
  if (leaves.length === 1) return [];
  // The largest power of two below their number.
  const half = 2 ** (31 - Math.clz32(leaves.length - 1));
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...pathTo(left, index), { side: 'right', hash: rootOf(right).toString('hex') }]
    : [...pathTo(right, index - half), { side: 'left', hash: rootOf(left).toString('hex') }];
}

/** The root that a leaf and its path come to, in hex. */
export function rootBy(leaf: Buffer, path: readonly PathStep[]): string {
  return path.reduce((below, { side, hash }) => (side === 'left' ? nodeOf(Buffer.from(hash, 'hex'), below) : nodeOf(below, Buffer.from(hash, 'hex'))), leaf).toString('hex');
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const half = 2 ** (31 - Math.clz32(leaves.length - 1));
  return nodeOf(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\u0001').update(left).update(right).digest();
}
