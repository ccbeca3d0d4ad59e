import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { contentDigest } from '../attacks/digests.ts';
import { makeObjects } from './objects.ts';
import { type Position, positions, UNIT, withPositions } from './positions.ts';
import { rehearsed } from './rehearsal.ts';
import { type Objects, requestTo, type Route, routes } from './requests.ts';
import { askers, passes, serve } from './staff.ts';
import { readTable } from './table.ts';

const LETTERS: Readonly<Record<number, string>> = { 200: 'o', 401: '-', 403: 'x', 404: '.', 422: 'b' };

it('every role gets of every route, at every position, what the matrix says; what is denied leaves no trace', { timeout: 600_000 }, () => withPositions(async (test, world) => {
  const [all, table, cookies] = [await routes(), await readTable('rights-matrix.csv'), await passes(test, UNIT)];
  const first = await serve(test, test.database);
  const objects = await makeObjects(test, first, all, world);
  // That a token was used today is kept once.
  await first.inject({ url: '/api/v1/units', headers: cookies.integration });
  await first.close();
  await rehearsed(test.database, async ({ database, owner, undone }) => {
    const app = await serve(test, database);
    // That a log-in failed is kept with its request, so that it is counted once.
    const digest = async (): Promise<object> => ({ ...(await contentDigest({ owner })), request: '' });
    const untouched = await digest();
    const wrong: string[] = [];
    let cells = 0;
    for (const route of all) {
      for (const asker of askers) {
        const asked = (at: Position): Promise<string> => ask(app, route, objects, at, cookies[asker]);
        const places = placesOf(route, objects, (at) => table.get(route.id)?.(asker, at));
        const compare = async (at: Position, expected: string): Promise<void> => {
          cells++;
          const found = await asked(at);
          if (!found.startsWith(`${expected} `)) wrong.push(`${route.id} as ${asker}, ${at}: ${expected} was expected, not ${found}`);
        };
        for (const [at, expected] of places.filter(([, it]) => it === 'o')) await undone(() => compare(at, expected));
        await undone(async () => {
          for (const [at, expected] of places.filter(([, it]) => it !== 'o')) await compare(at, expected);
          if (route.method === 'POST' && places.some(([, it]) => it !== 'o')) expect.soft(await digest(), `denied: ${route.id} as ${asker}`).toEqual(untouched);
        });
      }
    }
    await app.close();
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(1_500);
  });
}));

/** Where a route is to be asked; once where the request is the same everywhere. */
function placesOf(route: Route, objects: Objects, expected: (at: Position) => string | undefined): [Position, string][] {
  const seen = new Map<string, [Position, string]>();
  for (const at of positions) {
    const letter = expected(at);
    if (letter === undefined) continue;
    const key = JSON.stringify(requestTo(route, objects, at));
    const before = seen.get(key);
    if (before && before[1] !== letter) throw new Error(`${route.id} is asked the same everywhere, but the matrix says ${before[1]} and ${letter}`);
    seen.set(key, before ?? [at, letter]);
  }
  return [...seen.values()];
}

/** @returns the answer as the matrix writes it, and what it says */
async function ask(app: FastifyInstance, route: Route, objects: Objects, at: Position, pass: Readonly<Record<string, string>>): Promise<string> {
  const { headers, ...sent } = requestTo(route, objects, at);
  const { statusCode, body } = await app.inject({ ...sent, headers: { ...headers, ...pass, host: 'localhost' } });
  return `${LETTERS[statusCode] ?? statusCode} ${body.slice(0, 200)}`;
}
