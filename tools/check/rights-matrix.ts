import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, ROOT } from './source.ts';

const MATRIX = 'tests/worlds/rights-matrix.csv';

/** Every route has its row in the hand-written matrix, and every row its route. */
export async function checkRightsMatrix(): Promise<Finding[]> {
  const document = JSON.parse(await readFile(join(ROOT, 'docs/generated/openapi.json'), 'utf8')) as { paths: Record<string, Record<string, { operationId: string }>> };
  const routes = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((it) => it.operationId));
  const lines = (await readFile(join(ROOT, MATRIX), 'utf8')).split('\n').filter((it) => it !== '' && !it.startsWith('#'));
  const rows = lines.slice(1).map((it) => it.split(',')[0]!.trim());
  return [
    ...routes.filter((it) => !rows.includes(it)).map((it) => ({ path: MATRIX, message: `has no row for ${it}: write by hand what each role may, with what stands where, and how it is asked in requests.ts` })),
    ...rows.filter((it) => !routes.includes(it)).map((it) => ({ path: MATRIX, message: `has a row for ${it}, which is no route` })),
  ];
}
