import { describe, expect, test } from 'vitest';
import { XmlScan } from './xml-scan.ts';
import { attribute, officeText, xmlText } from './xml-text.ts';

/** The events of a document that comes in pieces of so many characters; pieces of one text put together. */
function events(xml: string, piece = xml.length): string[] {
  const told: string[] = [];
  const scan = new XmlScan({
    open: (name, attributes) => told.push(`<${name}${attributes}>`),
    close: (name) => told.push(`</${name}>`),
    text: (raw) => (told.at(-1)?.startsWith('<') === false ? told.push(told.pop() + raw) : told.push(raw)),
  });
  for (let at = 0; at < xml.length; at += piece) scan.push(xml.slice(at, at + piece));
  scan.end();
  return told;
}

describe('XML in pieces', () => {
  const xml = `\ufeff<?xml version="1.0"?>\r\n<!-- <x> --><x:a b="1>2" c='"'><d/>t&amp;<![CDATA[<&>]]>e</x:a ><!---->\n`;

  test('tells the same whatever the pieces', () => {
    const told = events(xml);
    expect(told).toEqual([`<a b="1>2" c='"'>`, '<d>', '</d>', 't&amp;<&amp;>e', '</a>']);
    for (let piece = 1; piece < 20; piece++) expect(events(xml, piece)).toEqual(told);
  });

  test.each(['', ' ', 'a', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a/>x', '<a', '<a b="></a>', '<></>', '<a><!-- </a>'])('refuses %j as damaged', (odd) => {
    expect(() => events(odd)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test.each(['<!DOCTYPE a><a/>', '<a><!ENTITY b "c"></a>', '<!doctype html>'])('refuses %j as unsafe, in pieces too', (odd) => {
    for (const piece of [1, 2, 99]) expect(() => events(odd, piece)).toThrow(expect.objectContaining({ code: 'unsafe-content' }));
  });
});

test('attributes are found by their names', () => {
  const attributes = ` r="A1" x:id='rId1'  sheetId = "7" note=" s='1' " s="&lt;"`;
  expect(['r', ':id', 'sheetId', 's', 'id', 'd', 't'].map((name) => attribute(attributes, name))).toEqual(['A1', 'rId1', '7', '&lt;', undefined, undefined, undefined]);
  for (const odd of [' r', ' r=', ' r=A1', ' r="A1']) expect(() => attribute(odd, 't')).toThrow();
});

test('entities and escapes are resolved', () => {
  expect(xmlText('&lt;&gt;&amp;&quot;&apos;&#20013;&#x1F600;\r\na\rb')).toBe('<>&"\'中😀\na\nb');
  expect(officeText('a_x000D__x005F_x0041_&#10;_x12_')).toBe('a\r_x0041_\n_x12_');
  for (const odd of ['&', '&a', '&nbsp;', '&constructor;', '&#0;', '&#x110000;', '&#xz;']) expect(() => xmlText(odd)).toThrow();
});
