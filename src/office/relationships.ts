import { damaged, embeddedObject, externalLink, macro, tooLarge } from './file-refusals.ts';
import { MAX_NAME_CHARS } from './limits.ts';
import type { XmlHandler } from './xml-scan.ts';
import { attribute, xmlText } from './xml-text.ts';

/** Where one part of a package points: `type` is the last word of the relationship's type (`worksheet`). */
export interface Relationship {
  id: string;
  type: string;
  target: string;
}

const MAX_KEPT = 4_000;
const MACRO_TYPES = /^(vbaProject|xlMacrosheet|xlIntlMacrosheet|dialogsheet)$/;
const EMBEDDED_TYPES = /^(oleObject|package|control|activeXControl.*)$/;
const LINKED_TYPES = /^(externalLink.*|connections|queryTable)$/;

/**
 * Reads a `.rels` part and refuses what points out of the package (but a cell's hyperlink, which nobody follows here)
 * or at macros, embedded objects and data connections.
 * @param keep whether `found` is wanted; a sheet's relationships are only judged
 */
export class Relationships implements XmlHandler {
  readonly found: Relationship[] = [];
  readonly #keep: boolean;

  constructor(keep: boolean) {
    this.#keep = keep;
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    const type = value(attributes, 'Type').replace(/^.*\//s, '');
    const external = attribute(attributes, 'TargetMode') === 'External';
    if (MACRO_TYPES.test(type)) throw macro();
    if (LINKED_TYPES.test(type) || (external && type !== 'hyperlink')) throw externalLink();
    if (EMBEDDED_TYPES.test(type)) throw embeddedObject();
    if (!this.#keep || external) return;
    if (this.found.length >= MAX_KEPT) throw tooLarge('文件部件太多');
    this.found.push({ id: value(attributes, 'Id'), type, target: value(attributes, 'Target') });
  }

  close(): void {}

  text(): void {}
}

function value(attributes: string, name: string): string {
  const raw = attribute(attributes, name);
  if (raw === undefined || raw.length > MAX_NAME_CHARS) throw damaged();
  return xmlText(raw);
}

/** The name of the part that a target names, seen from the part that points at it. */
export function targetPart(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** The name of the part that holds a part's relationships. */
export function relationshipsPart(of: string): string {
  const slash = of.lastIndexOf('/') + 1;
  return `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
}
