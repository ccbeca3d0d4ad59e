import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pathTo, rootBy } from './audit-path.ts';
import { AuditTree } from './audit-tree.ts';

it('leads every leaf of every tree to the root that seals it, and no other leaf', () => {
  for (let count = 1; count <= 20; count++) {
    const leaves = Array.from({ length: count }, (_, index) => createHash('sha256').update(String(index)).digest());
    const tree = new AuditTree();
    for (const leaf of leaves) tree.add(leaf);
    const root = tree.root().toString('hex');
    for (const [index, leaf] of leaves.entries()) {
      expect(rootBy(leaf, pathTo(leaves, index))).toBe(root);
      if (count > 1) expect(rootBy(leaves[(index + 1) % count]!, pathTo(leaves, index))).not.toBe(root);
    }
  }
});

it('has no path to a leaf that is not there', () => {
  expect(() => pathTo([Buffer.alloc(32)], 1)).toThrow(RangeError);
});
