import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openapiDocument } from '../../src/app/http/openapi.ts';
import { rights } from '../../src/app/rights.ts';
import type { Right } from '../../src/base/rights.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { contentDigest, structureDigest } from './digests.ts';
import { knownOf } from './known.ts';
import { Oracle } from './oracle.ts';
import { type Route, requestsTo, routesOf } from './requests.ts';
import type { Answer, Sent } from './send.ts';
import { type Attacked, withAttacked } from './world.ts';

/** Requests to each route by each role, and by nobody. */
const CASES = Number(process.env['ATTACKS'] ?? 3);
const SEED = Number(process.env['SEED'] ?? 20_221_123);

/** Whether a route may answer somebody: nobody, or a role. */
function mayCall({ operation: { 'x-right': right } }: Route, role: Role | undefined): boolean {
  if (right === 'public') return true;
  return role !== undefined && (!right.includes(':') || rights.reach({ role }, right as Right) !== 'none');
}

/** An answer to who may not call a route: refused, or the request was no request at all. A changed method or path may lead to what everybody may see. */
function letIn(answer: Answer, sent: Sent, route: Route): boolean {
  return answer.status < 400 && sent.method === route.method && sent.path.startsWith(`/api/v1${route.path.split('{')[0]}`) && !sent.path.includes('..') && !sent.path.includes('%2e%2e');
}

async function attack(attacked: Attacked, role: Role | undefined, seed: number): Promise<{ wrong: string[]; statuses: Map<number, number> }> {
  const document = await openapiDocument();
  const oracle = new Oracle(document);
  const known = await knownOf(attacked);
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  // Those that may not be called at all first: they must leave no trace.
  const routes = routesOf(document).sort((a, b) => Number(mayCall(a, role)) - Number(mayCall(b, role)));
  let before: Awaited<ReturnType<typeof contentDigest>> | undefined = await contentDigest(attacked.test);
  for (const route of routes) {
    if (before && mayCall(route, role)) {
      expect(await contentDigest(attacked.test), `refused writes of ${role ?? 'nobody'}`).toEqual(before);
      before = undefined;
    }
    for (const sent of fc.sample(requestsTo(route, document, known(route.path)), { numRuns: CASES, seed: seed + routes.indexOf(route) })) {
      const answer = await attacked.send(role, sent);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const said = [...oracle.complaints(route, sent, answer), ...(!mayCall(route, role) && letIn(answer, sent, route) ? ['lets in who has no right'] : [])];
      if (said.length > 0) wrong.push(`${role ?? 'nobody'}: ${sent.method} ${sent.path.slice(0, 200)} ${JSON.stringify(sent.headers ?? {}).slice(0, 200)} ${Buffer.from(sent.body ?? []).toString().slice(0, 500)} → ${answer.status} ${answer.text.slice(0, 300)}: ${said.join('; ')}`);
    }
  }
  return { wrong, statuses };
}

test(`every route, as nobody and as each role: no 5xx, no answer outside its schema, nobody let in who has no right`, { timeout: 120_000 + CASES * 60_000 }, async () => {
  await withAttacked(async (attacked) => {
    const structure = await structureDigest(attacked.test);
    const all = new Map<string, Map<number, number>>();
    const wrong: string[] = [];
    for (const [index, role] of [undefined, ...roles].entries()) {
      const found = await attack(attacked, role, SEED + index * 1_000);
      all.set(role ?? 'nobody', found.statuses);
      wrong.push(...found.wrong);
    }
    if (process.env['ATTACKS']) console.log(`seed ${SEED}`, all);
    expect(wrong).toEqual([]);
    expect(await structureDigest(attacked.test)).toBe(structure);
    // The attack came as far as the handlers: there were answers, and refusals of each kind.
    const total = (status: number): number => [...all.values()].reduce((sum, it) => sum + (it.get(status) ?? 0), 0);
    for (const status of [200, 400, 401, 403, 404]) expect(total(status), String(status)).toBeGreaterThan(20);
  });
});
