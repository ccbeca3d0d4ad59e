import { expect, it } from 'vitest';
import { Refusal } from './refusal.ts';

it('is an error with a code, a sentence, a clause and details', () => {
  const refusal = new Refusal('bad-share', '分成合计应为 100%。', 's3.2', ['第3行']);
  expect(refusal).toBeInstanceOf(Error);
  expect({ ...refusal, name: refusal.name, message: refusal.message }).toEqual({ name: 'Refusal', code: 'bad-share', message: '分成合计应为 100%。', clause: 's3.2', details: ['第3行'] });
});

it('needs no clause and no details', () => {
  const refusal = new Refusal('missing', '请补填。');
  expect([refusal.clause, refusal.details]).toEqual([undefined, []]);
});
