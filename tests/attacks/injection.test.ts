import { access } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openapiDocument } from '../../src/app/http/openapi.ts';
import { rights } from '../../src/app/rights.ts';
import type { Right } from '../../src/base/rights.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { structureDigest } from './digests.ts';
import { inputsOf } from './inputs.ts';
import { knownOf } from './known.ts';
import { Oracle } from './oracle.ts';
import { type Route, routesOf } from './requests.ts';
import { injections } from './strings.ts';
import { type Attacked, withAttacked } from './world.ts';

/** Of the strings, every so manieth goes into each input; inputs begin at different ones, so that all are sent. The long round sends all to each. */
const STRIDE = process.env['ATTACKS'] ? 1 : 80;

/** Who comes furthest with a route. */
function strongest({ operation: { 'x-right': right } }: Route): Role | undefined {
  if (right === 'public') return undefined;
  if (!right.includes(':')) return 'talent-office';
  const reaching = (reach: string): Role | undefined => roles.find((role) => rights.reach({ role }, right as Right) === reach);
  return reaching('all') ?? reaching('own');
}

/** How many rows stand in the tables that nothing may be taken from. */
async function kept(attacked: Attacked): Promise<number[]> {
  const counts = await attacked.column("select concat_ws(',', (select count(*) from fact), (select count(*) from verdict), (select count(*) from posting), (select count(*) from audit), (select count(*) from account)) as value");
  return counts[0]!.split(',').map(Number);
}

test(`${injections.length} strings of attack in every text input: no 5xx, no sign of the inside, no effect on the database's structure`, { timeout: STRIDE === 1 ? 3_600_000 : 180_000 }, async () => {
  expect(injections.length).toBeGreaterThanOrEqual(800);
  await withAttacked(async (attacked) => {
    const document = await openapiDocument();
    const oracle = new Oracle(document);
    const known = await knownOf(attacked);
    const structure = await structureDigest(attacked.test);
    const before = await kept(attacked);
    const wrong: string[] = [];
    const used = new Set<string>();
    const inputs = routesOf(document).flatMap((route) => inputsOf(route, document, known(route.path)));
    expect(inputs.length).toBeGreaterThan(60);
    for (const [place, input] of inputs.entries()) {
      for (let at = place % STRIDE; at < injections.length; at += STRIDE) {
        const text = injections[at]!;
        used.add(text);
        const sent = input.with(text, at);
        const answer = await attacked.send(strongest(input.route), sent);
        const said = oracle.complaints(input.route, sent, answer);
        if (said.length > 0) wrong.push(`${input.route.method} ${input.route.path} ${input.name} ${JSON.stringify(text)} → ${answer.status} ${answer.text.slice(0, 300)}: ${said.join('; ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(used.size).toBe(injections.length);
    expect(await structureDigest(attacked.test)).toBe(structure);
    for (const [index, count] of (await kept(attacked)).entries()) expect(count).toBeGreaterThanOrEqual(before[index]!);
    // What the commands among them would have left behind.
    await expect(access('/tmp/tandem-pwned')).rejects.toThrow('ENOENT');
  });
});
