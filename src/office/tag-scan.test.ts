import { expect, test } from 'vitest';
import { scanTags } from './tag-scan.ts';

/** Each tag with the text behind its name, of a document that comes in pieces of so many bytes. */
async function told(xml: string | Uint8Array, piece: number): Promise<string[]> {
  const tags: string[] = [];
  async function* pieces(): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(xml as string);
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  await scanTags(pieces(), (bytes, from, to, next, closing) => tags.push(`${closing ? '/' : ''}${bytes.toString('utf8', from, to)}|${bytes.toString('utf8', to, next)}`));
  return tags;
}

test.each([
  ['tags, with their local names', '<a><x:b c="1>2"/>文<d\n/></a>', ['a|>', 'b| c="1>2"/>文', 'd|\n/>']],
  ['closing tags, but the last one', '<a><x:b>1</x:b></a>', ['a|>', 'b|>1', '/b|>']],
  ['no comments, instructions or CDATA', '<?xml <c>?><a><!-- <c>-> --><b>1</b><![CDATA[<c>]>]]><b/></a>', ['a|>', 'b|>1', '/b|>', 'b|/>']],
  ['nothing behind a DOCTYPE', '<?a?><!DOCTYPE a [<!ENTITY b "<c>">]><a><b/></a>', []],
  ['nothing of an unfinished comment', '<a><b/><!-- <c><d></a>', ['a|>', 'b|/>']],
  ['nothing of no XML', 'a > b', []],
])('tells %s, whatever the pieces', async (_, xml, tags) => {
  for (const piece of [1, 2, 3, 7, 1_000]) expect(await told(xml, piece)).toEqual(tags);
});

test('gives up where a reader would', async () => {
  expect(await told(`<a>${'b'.repeat(2 ** 20)}<c/></a>`, 2 ** 16)).toEqual([]);
});
