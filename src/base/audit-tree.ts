import { createHash } from 'node:crypto';

/**
 * The root of a Merkle tree as in RFC 6962 (leaves hashed under 0x00, nodes under 0x01), built leaf by leaf
 * with the memory of one path.
 */
export class AuditTree {
  /** The roots of the full subtrees so far, from the left; each with the number of its leaves. */
  readonly #full: { leaves: number; hash: Buffer }[] = [];
  #leaves = 0;

  get leaves(): number {
    return this.#leaves;
  }

  /** @param leaf a leaf's hash */
  add(leaf: Buffer): void {
    this.#leaves++;
    let last = { leaves: 1, hash: leaf };
    while (this.#full.at(-1)?.leaves === last.leaves) last = { leaves: last.leaves * 2, hash: nodeOf(this.#full.pop()!.hash, last.hash) };
    this.#full.push(last);
  }

  root(): Buffer {
    if (this.#leaves === 0) return createHash('sha256').digest();
    return this.#full.map((it) => it.hash).reduceRight((right, left) => nodeOf(left, right));
  }
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\u0001').update(left).update(right).digest();
}
