import { traverseContractProcedures } from '@orpc/server';
import { readPackFolder } from '../../src/app/pack-folder.ts';
import { contract } from '../../src/app/contract.ts';
import { vocabulary } from '../../src/app/vocabulary.ts';
import { checkPack } from '../../src/mechanism/check.ts';
import { isTest, readSources, ROOT, type Source } from '../check/source.ts';
import { join } from 'node:path';

const CLAUSE = /\b(m0|[tsa]\d{1,2}(?:\.\d)?)\b/g;

/** Every clause of the city's policy, with the measures, awards, endpoints and tests that serve it. */
export async function clausesDocument(): Promise<string> {
  const { mechanism, faults } = checkPack(await readPackFolder(join(ROOT, 'packs/taixing')), vocabulary, false);
  if (!mechanism) throw new Error(`packs/taixing does not check: ${JSON.stringify(faults.slice(0, 3))}`);
  const sources = await readSources();
  const tests = testsByClause(sources);
  const endpoints = endpointsByClause(sources);
  const { pack } = mechanism;
  const rows = pack.clauses.map((clause) => {
    const rules = [...pack.measures, ...pack.awards].filter((it) => it.clauses.includes(clause.id)).map((it) => `\`${it.id}\``);
    return `| ${clause.id} | ${clause.title} | ${clause.place} | ${rules.join(' ')} | ${(endpoints.get(clause.id) ?? []).join('<br>')} | ${(tests.get(clause.id) ?? []).join('<br>')} |`;
  });
  return [
    '# Clauses',
    '',
    'Generated from `packs/taixing`, the `Clauses:` lines of the domains\' READMEs, and the titles of tests and pack cases. An empty cell is not served yet.',
    '',
    '| id | title | place | measures and awards | endpoints | tests |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Test files and pack cases whose titles name a clause. */
function testsByClause(sources: readonly Source[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const note = (clause: string, path: string): void => void found.set(clause, (found.get(clause) ?? new Set()).add(`\`${path}\``));
  for (const { path, text } of sources) {
    if (/\.tsx?$/.test(path) && isTest(path)) {
      for (const [, title] of text.matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(\s*['"`]([^'"`\n]+)/g)) for (const [clause] of title!.matchAll(CLAUSE)) note(clause, path);
    }
    if (path.startsWith('packs/taixing/') && path.endsWith('.yaml')) {
      for (const [, clause] of text.matchAll(/^ {4}clause: (\S+)$/gm)) if (text.startsWith('cases:') || text.includes('\ncases:')) note(clause!, path);
    }
  }
  return new Map([...found].map(([clause, paths]) => [clause, [...paths].sort()]));
}

/** A domain's README names the clauses that it serves; its endpoints are those of its contract. */
function endpointsByClause(sources: readonly Source[]): Map<string, string[]> {
  const byDomain = new Map<string, string[]>();
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: one, path }) => {
    const { route } = one['~orpc'];
    byDomain.set(path[0]!, [...(byDomain.get(path[0]!) ?? []), `\`${route.method} ${route.path}\``]);
  });
  const found = new Map<string, string[]>();
  for (const { path, text } of sources) {
    const domain = /^src\/domains\/([^/]+)\/README\.md$/.exec(path)?.[1];
    const line = /^Clauses: (.+)$/m.exec(text)?.[1];
    if (domain === undefined || line === undefined) continue;
    for (const [clause] of line.matchAll(CLAUSE)) found.set(clause, [...(found.get(clause) ?? []), ...(byDomain.get(domain) ?? [])]);
  }
  return found;
}
