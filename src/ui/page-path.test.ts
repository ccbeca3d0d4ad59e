import { expect, test } from 'vitest';
import { fillPath, matchPath } from './page-path.ts';

test('what fills a pattern is found in its address again', () => {
  const params = { measure: 'a9.sessions', owner: '高新区/南', window: '2026B5' };
  const path = fillPath('/figures/$measure/$owner/$window', params);
  expect(path).toBe(`/figures/a9.sessions/${encodeURIComponent('高新区/南')}/2026B5`);
  expect(matchPath('/figures/$measure/$owner/$window', path)).toEqual(params);
});

test('an address of another pattern fits not', () => {
  expect(matchPath('/board', '/boards')).toBeUndefined();
  expect(matchPath('/board', '/board/t1')).toBeUndefined();
  expect(matchPath('/board/$task', '/board')).toBeUndefined();
  expect(matchPath('/dossiers/$id', '/dossiers/%E9%AB')).toBeUndefined();
});

test('a stroke at the end makes no other address', () => {
  expect(matchPath('/', '/')).toEqual({});
  expect(matchPath('/board', '/board/')).toEqual({});
});
