import type { Decision, Question } from './shapes.ts';

export interface QuestionGroup {
  title: string;
  hint: string;
  /** Folded up: nothing waits for them. */
  folded: boolean;
  questions: Question[];
}

/** The open questions first, and of them those that move figures; then what is decided. */
export function questionGroups(all: readonly Question[]): QuestionGroup[] {
  const open = all.filter((it) => !it.decided);
  const groups: QuestionGroup[] = [
    { title: '影响考核和奖励，还没有决定', hint: '现在暂按惯例计算或者留空，受影响的数都有标记', folded: false, questions: open.filter((it) => it.hangs.length > 0) },
    { title: '还没有决定', hint: '目前没有任务、指标、奖励用到；在决定以前，平台不替任何人作主', folded: true, questions: open.filter((it) => it.hangs.length === 0) },
    { title: '已经决定', hint: '批准的决定不能撤销，要变动就以新决定替代', folded: false, questions: all.filter((it) => it.decided) },
  ];
  return groups.filter((it) => it.questions.length > 0);
}

/** Proposals that wait for another person, the oldest first, each with its question. */
export function waitingProposals(all: readonly Question[]): { question: Question; decision: Decision }[] {
  return all
    .flatMap((question) => question.decisions.filter((it) => it.state === 'proposed').map((decision) => ({ question, decision })))
    .sort((a, b) => (a.decision.proposedAt < b.decision.proposedAt ? -1 : 1));
}
