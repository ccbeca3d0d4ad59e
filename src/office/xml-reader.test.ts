import { describe, expect, test } from 'vitest';
import { officeText, readXml } from './xml-reader.ts';

/** What is told of a document that comes in pieces of so many bytes; pieces of one text put together. */
async function told(xml: string, piece = 1_000): Promise<string[]> {
  const events: string[] = [];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(xml);
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  await readXml(pieces(), {
    open: (name, attributes) => events.push(`<${name} ${JSON.stringify(attributes)}>`),
    close: (name) => events.push(`</${name}>`),
    text: (text) => (events.at(-1)?.startsWith('<') === false ? events.push(events.pop() + text) : events.push(text)),
  });
  return events;
}

describe('XML in pieces', () => {
  const xml = `\ufeff<?xml version="1.0"?>\r\n<!-- <x> --><x:a b="1>2" c='"' x:d="&lt;一"><d/>t&amp;&#x1F600;\r\n<![CDATA[<&>]]>e</x:a ><!---->\n`;

  test('tells the same whatever the pieces', async () => {
    const all = await told(xml);
    expect(all).toEqual(['\n', '<a {"b":"1>2","c":"\\"","x:d":"<一"}>', '<d {}>', '</d>', 't&😀\n<&>e', '</a>', '\n']);
    for (let piece = 1; piece < 20; piece++) expect(await told(xml, piece)).toEqual(all);
  });

  test.each(['', ' ', 'a', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a/>x', '<a', '<a b="></a>', '<></>', '<a><!-- </a>', '<a r/>', '<a r=1/>', '<a r="1" r="2"/>'])(
    'refuses %j as damaged',
    async (odd) => {
      await expect(told(odd)).rejects.toThrow(expect.objectContaining({ code: 'damaged' }));
    },
  );

  test.each(['&', '&a', '&a;', '&nbsp;', '&constructor;', '&#0;', '&#x110000;', '&#xz;'])('refuses %s in a text as damaged', async (odd) => {
    await expect(told(`<a>${odd}</a>`)).rejects.toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test.each(['<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'])('refuses %j as unsafe, in pieces too', async (odd) => {
    for (const piece of [1, 2, 99]) await expect(told(odd, piece)).rejects.toThrow(expect.objectContaining({ code: 'unsafe-content' }));
  });
});

test('escapes of Office are resolved', () => {
  expect(officeText('a_x000D__x005F_x0041_\n_x12_')).toBe('a\r_x0041_\n_x12_');
});
