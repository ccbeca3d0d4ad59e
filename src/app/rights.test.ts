import { expect, it } from 'vitest';
import { administrators, type Role, roles } from '../domains/accounts/terms.ts';
import { rights } from './rights.ts';

it('every right has words for people', () => {
  expect(Object.keys(rights.rows()).filter((it) => rights.label(it) === it)).toEqual([]);
});

it('the three administrators share no right, and hold none of business', () => {
  const business = roles.filter((it) => !(administrators as readonly Role[]).includes(it));
  for (const [right, reach] of Object.entries(rights.rows())) {
    const holders = administrators.filter((it) => reach[it] && reach[it] !== 'none');
    expect(holders.length, right).toBeLessThan(2);
    // What an administrator may do, others at most watch.
    if (holders.length > 0) expect(business.filter((it) => reach[it] && it !== 'audit-observer'), right).toEqual([]);
  }
});
