import { type ClientRequest, request } from 'node:http';
import { expect, it, vi } from 'vitest';
import { withSomebody } from './test-somebody.ts';
import { LARGEST_FORM, Uploads } from './uploads.ts';

const form = (bytes?: number) => ({ headers: bytes === undefined ? {} : { 'content-length': String(bytes) } });
const never = new Promise<never>(() => undefined);

it('holds as many forms at once as there is room for, and says so to the next', async () => {
  const uploads = new Uploads();
  let done = (): void => undefined;
  const first = uploads.hold(form(LARGEST_FORM), () => new Promise<void>((resolve) => (done = resolve)));
  // One that does not say how large it is may be as large as any.
  for (const it of [form(), form(LARGEST_FORM * 100)]) void uploads.hold(it, () => never);
  await expect(uploads.hold(form(1), async () => 'read')).rejects.toMatchObject({ code: 'busy' });
  done();
  await first;
  expect(await uploads.hold(form(1), async () => 'read')).toBe('read');
});

it('has room again after one that failed', async () => {
  const uploads = new Uploads();
  for (let n = 0; n < 10; n++) await expect(uploads.hold(form(), () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
  expect(uploads.idle).toBe(true);
});

it('answers 503 to who finds no room, and forgets what was broken off', () => withSomebody('park-officer', async (app, cookie) => {
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=lines' };
  /** Announces a form of that size, and sends its beginning only. */
  const begin = (): ClientRequest => {
    const sent = request({ host: '127.0.0.1', port, path: '/api/v1/imports/files', method: 'POST', headers: { ...headers, 'content-length': LARGEST_FORM } });
    sent.on('error', () => undefined).write('--lines\r\n');
    return sent;
  };
  const ask = async () => app.inject({ method: 'POST', url: '/api/v1/imports/files', headers, payload: '--lines--\r\n' });
  const under = [begin(), begin(), begin()];
  await vi.waitUntil(async () => (await ask()).statusCode === 503, { timeout: 20_000 });
  const { headers: told, body } = await ask();
  expect([told['retry-after'], JSON.parse(body)]).toMatchObject(['30', { code: 'busy' }]);
  for (const it of under) it.destroy();
  await vi.waitUntil(async () => (await ask()).statusCode !== 503, { timeout: 20_000 });
  expect(JSON.parse((await ask()).body)).not.toMatchObject({ code: 'busy' });
}), 60_000);
