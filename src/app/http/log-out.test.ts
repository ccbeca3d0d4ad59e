import { expect, it } from 'vitest';
import { withSomebody } from './test-somebody.ts';

it('who logs out leaves nothing in the browser; no other answer empties it', () => withSomebody('park-officer', async (app, cookie) => {
  for (const url of ['/api/v1/session', '/nothing']) expect((await app.inject({ url, headers: { cookie } })).headers).not.toHaveProperty('clear-site-data');
  for (const url of ['/rpc/accounts/logout', '/api/v1/session/logout']) {
    const { statusCode, headers } = await app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/json' }, payload: '{}' });
    if (url.startsWith('/rpc')) expect([statusCode, headers['clear-site-data'], String(headers['set-cookie'])]).toEqual([200, '"cache", "storage"', expect.stringContaining('=;')]);
    // It is over: a second answer neither ends nor empties anything.
    else expect([statusCode, headers['clear-site-data']]).toEqual([401, undefined]);
  }
}));
