import { expect, it } from 'vitest';
import { judgeStart } from './evidence-type.ts';

it('says no by the first bytes, before the rest is read', () => {
  for (const text of ['%PDF-1.7\n', 'PK\u0003\u0004rest of it']) expect(() => judgeStart('a.pdf', Buffer.from(text, 'latin1'))).not.toThrow();
  for (const text of ['MZ\u0090\u0000\u0003\u0000\u0000\u0000', '<svg onload="x">']) expect(() => judgeStart('a.pdf', Buffer.from(text, 'latin1'))).toThrow('“a.pdf”不是可以作佐证的文件');
});
