import type { Decision } from './freeze-shapes.ts';

export interface DecisionGroup {
  title: string;
  hint: string;
  decisions: Decision[];
}

/** The open questions first: those by whose present reading figures are counted, then those without any; then what is decided. */
export function decisionGroups(all: readonly Decision[]): DecisionGroup[] {
  const groups: DecisionGroup[] = [
    { title: '暂按惯例计算', hint: '由一人凭文件提出、另一人批准后生效；此前受影响的数都有标记', decisions: all.filter((it) => !it.decided && it.value !== null) },
    { title: '还没有读法', hint: '在决定以前，平台不替任何人作主', decisions: all.filter((it) => !it.decided && it.value === null) },
    { title: '已经决定', hint: '按决定的起算日期计算，以前的数不变', decisions: all.filter((it) => it.decided) },
  ];
  return groups.filter((it) => it.decisions.length > 0);
}
