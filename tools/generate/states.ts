import { flow } from '../../src/domains/records/flow.ts';
import { actLabels, stateLabels } from '../../src/domains/records/terms.ts';
import { stateAfter } from '../../src/ledger/statements.ts';

/** The state table of a verdict, as a list and as a diagram. */
export function statesDocument(): string {
  const rows = flow.map((it) => `| ${actLabels[it.act]} \`${it.act}\` | ${it.from.map((state) => stateLabels[state]).join('、')} | ${stateLabels[stateAfter[it.act]]} | ${it.by} |`);
  const arrows = flow.flatMap((it) => it.from.map((state) => `  ${state} --> ${stateAfter[it.act]}: ${actLabels[it.act]}`));
  return [
    '# States',
    '',
    'Generated from `src/domains/records/flow.ts`: how a statement is certified. Changing what was certified declares it again.',
    '',
    '| act | from | to | by |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> declared',
    ...new Set(arrows),
    '```',
    '',
  ].join('\n');
}
