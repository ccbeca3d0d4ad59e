import { flow as decisionFlow } from '../../src/domains/decisions/flow.ts';
import { decisionActLabels, decisionStateLabels } from '../../src/domains/decisions/terms.ts';
import { flow } from '../../src/domains/records/flow.ts';
import { actLabels, stateLabels } from '../../src/domains/records/terms.ts';
import { stateAfter } from '../../src/ledger/statements.ts';

/** The state tables of verdicts and decisions, as lists and as diagrams. */
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
    '## Decisions',
    '',
    'Generated from `src/domains/decisions/flow.ts`: every act begins where a decision is proposed; what has ended is never changed.',
    '',
    '| act | to | by | right |',
    '| --- | --- | --- | --- |',
    ...decisionFlow.map((it) => `| ${decisionActLabels[it.act]} \`${it.act}\` | ${decisionStateLabels[it.to]} | ${it.by} | \`${it.right}\` |`),
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> proposed',
    ...decisionFlow.map((it) => `  proposed --> ${it.to}: ${decisionActLabels[it.act]}`),
    '```',
    '',
  ].join('\n');
}
