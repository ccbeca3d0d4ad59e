import { fingerprint, type Keyed } from '../../base/sealed-value.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { codeKey, firmKey, personKey, phoneKey } from './normalise.ts';

/** `code`, `name`, `phone` and `person` (name with phone or ID number) tell by themselves; a `controller` does not: names are many. */
export type KeyKind = 'code' | 'name' | 'phone' | 'controller' | 'person';

export interface Key {
  readonly kind: KeyKind;
  readonly mac: string;
  /** The human of whom it tells. */
  readonly person?: string | undefined;
}

/** What is known of an investor, in any habit of writing; blanks tell nothing. */
export interface Investor {
  readonly name?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly controller?: string | null | undefined;
}

/** The keys of an investor, the same for whoever writes it however. */
export function keysOf(keyed: Keyed, pack: Pack, { name, code, phone, controller }: Investor, people: { phone?: string | undefined; controller?: string | undefined } = {}): Key[] {
  const found: [KeyKind, string, (string | undefined)?][] = [
    ['code', codeKey(code ?? '')],
    ['name', firmKey(name ?? '', regionsOf(pack))],
    ['phone', phoneKey(phone ?? ''), people.phone],
    ['controller', personKey(controller ?? ''), people.controller],
  ];
  return found.flatMap(([kind, text, person]) => (text === '' ? [] : [{ kind, mac: macOf(keyed, kind, text), person }]));
}

/** A human is told by the name together with a number of theirs. */
export function personKeys(keyed: Keyed, { name, phone, idNumber }: { name: string; phone?: string | undefined; idNumber?: string | undefined }, person?: string): Key[] {
  const numbers = [phoneKey(phone ?? ''), codeKey(idNumber ?? '')].filter(Boolean);
  return personKey(name) === '' ? [] : numbers.map((it) => ({ kind: 'person', mac: macOf(keyed, 'person', `${personKey(name)} ${it}`), person }));
}

function macOf(keyed: Keyed, kind: KeyKind, text: string): string {
  return fingerprint(keyed, `first-report ${kind} ${text}`);
}

/** What stands before names of firms without telling them apart: the city and what the pack names beside it. */
function regionsOf({ city, lists }: Pack): string[] {
  const all = [city.name, ...(lists['firmRegions'] ?? [])];
  return [...new Set(all.flatMap((it) => [it, it.replace(/[省市县区]$/u, '')]))].sort((a, b) => b.length - a.length);
}
