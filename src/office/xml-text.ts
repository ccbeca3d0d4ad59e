import { damaged } from './file-refusals.ts';

const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** Raw text of an XML document as its author meant it: line ends are one LF, entities resolved. Unknown entities are `damaged`. */
export function xmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return text.includes('&') ? text.replace(/&([^;&]{0,12};)?/g, (_, entity?: string) => character(entity)) : text;
}

function character(entity = ''): string {
  const name = entity.slice(0, -1);
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const code = /^#x[0-9a-f]+$/i.test(name) ? parseInt(name.slice(2), 16) : /^#[0-9]+$/.test(name) ? Number(name.slice(1)) : NaN;
  if (!(code > 0 && code <= 0x10ffff)) throw damaged();
  return String.fromCodePoint(code);
}

/** Cell text and names: XML text in which Office has written the characters that XML cannot hold as `_x000D_`. */
export function officeText(raw: string): string {
  const text = xmlText(raw);
  return text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

const SPACE = 32;
const EQUALS = 61;

/**
 * The raw value of one attribute, or undefined.
 * @param attributes what `XmlHandler.open` was given
 * @param name the name without prefix (`r`), or a colon and the local name of a prefixed one (`:id` finds `r:id`)
 */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    while (attributes.charCodeAt(at) <= SPACE) at++;
    if (at >= attributes.length) return undefined;
    const start = at;
    while (attributes.charCodeAt(at) !== EQUALS && attributes.charCodeAt(at) > SPACE) at++;
    const fits = name[0] === ':' ? at - start > name.length : at - start === name.length;
    const found = fits && attributes.startsWith(name, at - name.length);
    while (attributes.charCodeAt(at) <= SPACE) at++;
    if (attributes.charCodeAt(at) !== EQUALS) throw damaged();
    at++;
    while (attributes.charCodeAt(at) <= SPACE) at++;
    const quote = attributes[at];
    const end = quote === '"' || quote === "'" ? attributes.indexOf(quote, at + 1) : -1;
    if (end < 0) throw damaged();
    if (found) return attributes.slice(at + 1, end);
    at = end + 1;
  }
}
