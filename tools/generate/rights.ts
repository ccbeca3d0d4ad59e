import { traverseContractProcedures } from '@orpc/server';
import { contract } from '../../src/app/contract.ts';
import { rights } from '../../src/app/rights.ts';
import type { Reach } from '../../src/base/rights.ts';
import { roleLabels, roles } from '../../src/domains/accounts/terms.ts';

const words: Record<Reach, string> = { all: '全部', own: '本单位', none: '—' };

/** Who may do what, and which endpoints ask for it. */
export function rightsDocument(): string {
  const endpoints = new Map<string, string[]>();
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: one }) => {
    const { meta, route } = one['~orpc'];
    const right = String((meta as { right?: string }).right);
    endpoints.set(right, [...(endpoints.get(right) ?? []), `\`${route.method} ${route.path}\``]);
  });
  const rows = Object.entries(rights.rows()).map(([right, reach]) => `| \`${right}\` | ${roles.map((role) => words[reach[role] ?? 'none']).join(' | ')} | ${(endpoints.get(right) ?? []).join('<br>')} |`);
  const open = ['public', 'half-signed-in', 'signed-in'].map((it) => `| ${it} | ${roles.map(() => '全部').join(' | ')} | ${(endpoints.get(it) ?? []).join('<br>')} |`);
  return [
    '# Rights',
    '',
    'Generated from the `rights.ts` and `contract.ts` of the domains. 本单位: what the actor\'s unit declared or is credited with.',
    '',
    `| right | ${roles.map((it) => roleLabels[it]).join(' | ')} | endpoints |`,
    `| --- | ${roles.map(() => '---').join(' | ')} | --- |`,
    ...rows,
    ...open,
    '',
  ].join('\n');
}
