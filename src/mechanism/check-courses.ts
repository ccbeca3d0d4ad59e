import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every gate asks for what the vocabulary has, once, and never for itself, straight or round about. */
export function checkCourses(pack: Pack, vocabulary: Vocabulary, report: (problem: Problem) => void): void {
  const kinds = new Set(pack.evidenceKinds.map((it) => it.id));
  for (const [index, { subject, gates }] of pack.courses.entries()) {
    const kind = vocabulary[subject];
    if (!kind) {
      report({ place: ['courses', index], message: `没有“${subject}”这类对象` });
      continue;
    }
    const after = new Map(gates.map((it) => [it.milestone, it.after]));
    for (const [at, gate] of gates.entries()) {
      const place = ['courses', index, 'gates', at];
      const tell = (message: string): void => report({ place, message });
      if (gates.findIndex((it) => it.milestone === gate.milestone) < at) tell(`里程碑“${gate.milestone}”写了两次`);
      if (!Object.hasOwn(kind.milestones, gate.milestone)) tell(`${kind.label}没有里程碑“${gate.milestone}”`);
      for (const it of gate.after) if (!after.has(it)) tell(`前置里程碑“${it}”不在这条流程里`);
      if (leadsTo(after, gate.after, gate.milestone)) tell(`里程碑“${gate.milestone}”的前置绕回了自己`);
      for (const it of gate.fields) if (!Object.hasOwn(kind.fields, it)) tell(`${kind.label}没有字段“${it}”`);
      for (const it of gate.references) if (!Object.hasOwn(kind.references, it)) tell(`${kind.label}没有引用“${it}”`);
      for (const it of gate.evidence.flat()) if (!kinds.has(it)) tell(`evidenceKinds 没有“${it}”`);
      for (const it of gate.clauses) if (!pack.clauses.some((one) => one.id === it)) tell(`没有条款“${it}”`);
    }
  }
  for (const [index, { subject, milestone, reopens }] of pack.decay.entries()) {
    for (const it of [milestone, ...reopens]) if (!vocabulary[subject] || !Object.hasOwn(vocabulary[subject].milestones, it)) report({ place: ['decay', index], message: `“${subject}”没有里程碑“${it}”` });
  }
}

function leadsTo(after: ReadonlyMap<string, readonly string[]>, from: readonly string[], goal: string): boolean {
  const seen = new Set<string>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true;
    if (!seen.has(at)) open.push(...(after.get(at) ?? []));
    seen.add(at);
  }
  return false;
}
