import { classLabels, personalRegister } from '../../src/domains/persons/terms.ts';

/** What is held of people: where, what for, on what basis, how long. */
export function personalDataDocument(): string {
  const rows = personalRegister.map((it) => `| ${it.label} | \`${it.place}\` | ${classLabels[it.class]} | ${it.purpose} | ${it.basis} | ${it.retention} |`);
  return ['# Personal data', '', 'Generated from `src/domains/persons/terms.ts`. What is not here may not be held.', '', '| 项目 | 位置 | 类别 | 目的 | 依据 | 保存期限 |', '| --- | --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}
