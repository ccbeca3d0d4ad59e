/** One of a tree, as the picture places it. */
export interface Placed<T> {
  readonly node: T;
  /** Steps from the root. */
  readonly column: number;
  /** In rows of leaves; the middle of what followed from it. */
  readonly row: number;
}

interface TreeNode {
  readonly subject: { readonly id: string };
  readonly from: string | null;
  readonly first: { readonly day: string } | null;
}

/** Places a tree: leaves below each other in the order of their days, each other node beside the middle of what followed from it. */
export function placeTree<T extends TreeNode>(nodes: readonly T[]): { placed: Placed<T>[]; rows: number; columns: number } {
  const children = childrenOf(nodes);
  const placed: Placed<T>[] = [];
  let leaves = 0;
  const place = (node: T, column: number): number => {
    const rows = (children.get(node.subject.id) ?? []).map((it) => place(it, column + 1));
    const row = rows.length === 0 ? leaves++ : (rows[0]! + rows.at(-1)!) / 2;
    placed.push({ node, column, row });
    return row;
  };
  for (const root of children.get('') ?? []) place(root, 0);
  return { placed, rows: leaves, columns: Math.max(0, ...placed.map((it) => it.column + 1)) };
}

/** What followed from each, by its id, the earliest first; roots under ''. */
export function childrenOf<T extends TreeNode>(nodes: readonly T[]): Map<string, T[]> {
  const children = new Map<string, T[]>();
  const dayOf = (it: T): string => it.first?.day ?? '9999';
  for (const it of [...nodes].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))) children.set(it.from ?? '', [...(children.get(it.from ?? '') ?? []), it]);
  return children;
}
