import { posix } from 'node:path';
import { damaged, embeddedObject, externalLink, macro, tooLarge } from './file-refusals.ts';
import { MAX_NAME_CHARS, MAX_RELATIONSHIPS } from './limits.ts';
import { readXml, type Attributes } from './xml-reader.ts';
import type { ZipPackage } from './zip-package.ts';

/** Where one part of a package points: `type` is the last word of the relationship's type (`worksheet`). */
export interface Relationship {
  id: string;
  type: string;
  target: string;
}

const MACRO_TYPES = /^(vbaProject|xlMacrosheet|xlIntlMacrosheet|dialogsheet)$/;
const EMBEDDED_TYPES = /^(oleObject|package|control|activeXControl.*)$/;
const LINKED_TYPES = /^(externalLink.*|connections|queryTable)$/;

/**
 * Reads a `.rels` part and refuses what points out of the package (but a cell's hyperlink, which nobody follows here)
 * or at macros, embedded objects and data connections.
 */
export async function readRelationships(pack: ZipPackage, part: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  const open = (name: string, attributes: Attributes): void => {
    if (name !== 'Relationship') return;
    const type = value(attributes, 'Type').replace(/^.*\//s, '');
    const external = attributes['TargetMode'] === 'External';
    if (MACRO_TYPES.test(type)) throw macro();
    if (LINKED_TYPES.test(type) || (external && type !== 'hyperlink')) throw externalLink();
    if (EMBEDDED_TYPES.test(type)) throw embeddedObject();
    if (external) return;
    if (found.length >= MAX_RELATIONSHIPS) throw tooLarge('文件部件太多');
    found.push({ id: value(attributes, 'Id'), type, target: value(attributes, 'Target') });
  };
  await readXml(pack.read(part), { open });
  return found;
}

function value(attributes: Attributes, name: string): string {
  const text = attributes[name];
  if (text === undefined || text.length > MAX_NAME_CHARS) throw damaged();
  return text;
}

/** The name of the part that a target names, seen from the part that points at it. */
export function targetPart(from: string, target: string): string {
  return target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join(posix.dirname(from), target);
}

/** The name of the part that holds a part's relationships. */
export function relationshipsPart(of: string): string {
  return posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`);
}
