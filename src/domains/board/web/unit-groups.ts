/** Units by their kind, as the accounts' surface tells it. */
export type UnitKind = 'department' | 'park' | 'township';
export type UnitKinds = ReadonlyMap<string, UnitKind>;

export interface UnitGroup<Item> {
  kind: UnitKind | 'other';
  label: string;
  items: Item[];
}

const order = [
  { kind: 'department', label: '部门' },
  { kind: 'park', label: '园区' },
  { kind: 'township', label: '乡镇街道' },
  { kind: 'other', label: '其他' },
] as const;

/** Departments, parks, townships, and what is no unit (a platform, or a unit of former years); empty groups are left out. */
export function unitGroups<Item>(items: readonly Item[], unit: (item: Item) => string, kinds: UnitKinds): UnitGroup<Item>[] {
  return order
    .map((group) => ({ ...group, items: items.filter((it) => (kinds.get(unit(it)) ?? 'other') === group.kind) }))
    .filter((it) => it.items.length > 0);
}

/** Units in one phrase: few by name, many of a kind by their number: 科技局、园区6家. */
export function unitsInShort(units: readonly { id: string; name: string }[], kinds: UnitKinds): string {
  return unitGroups(units, (it) => it.id, kinds)
    .map(({ kind, label, items }) => (items.length <= (kind === 'park' || kind === 'township' ? 2 : 6) ? items.map((it) => it.name).join('、') : `${label}${items.length}家`))
    .join('、');
}
