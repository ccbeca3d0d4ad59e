import type { CompileContext, Hop } from './compile-context.ts';
import { type AwardCase, type CompiledAward, compileAward } from './award.ts';
import { compileCondition, type CompiledCondition } from './condition.ts';
import { compileCourse, type CompiledCourse } from './course.ts';
import type { Dossier, Neighbourhood, Posting } from './dossier.ts';
import type { MeasureFormat } from './format/measures.ts';
import type { Pack } from './format/pack.ts';
import type { CertificationFormat } from './format/tasks.ts';
import { type CompiledRule, compileRules } from './measure.ts';
import type { Parameters } from './parameters.ts';
import type { Vocabulary } from './vocabulary.ts';
import { withPackFields } from './pack-vocabulary.ts';

/** A pack compiled against the vocabulary of the domains: pure, and ready to derive. */
export interface Mechanism {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly measures: ReadonlyMap<string, MeasureFormat>;
  readonly rules: readonly CompiledRule[];
  readonly awards: readonly CompiledAward[];
  readonly certification: readonly { format: CertificationFormat; condition: CompiledCondition }[];
  readonly courses: readonly CompiledCourse[];
  /** For each kind, the paths on which the rules about its subjects, the matrix and their courses read others. */
  readonly paths: ReadonlyMap<string, readonly (readonly Hop[])[]>;
  /** Parameter → the measures and awards that hang on it. */
  readonly hangsOn: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Something wrong with a pack: where it stands (`measures[3].counts[0]`) and what to do. */
export interface Problem {
  readonly place: readonly (string | number)[];
  readonly message: string;
}

/** Compiles every rule; what does not fit the vocabulary is reported to `report`. */
export function compile(pack: Pack, base: Vocabulary, report: (problem: Problem) => void): Mechanism {
  const vocabulary = withPackFields(pack, base, report);
  const paths = new Map<string, (readonly Hop[])[]>();
  const hangsOn = new Map<string, Set<string>>();
  const shared = {
    vocabulary,
    parameters: new Map(pack.parameters.map((it) => [it.id, it])),
    lists: pack.lists,
    named: new Map(pack.conditions.map((it) => [it.id, it])),
  };
  /** @param id of the measure or award that hangs on the parameters used; absent: none does by itself */
  function within<T>(place: readonly (string | number)[], subject: string, id: string | undefined, build: (context: Omit<CompileContext, 'kinds' | 'chain'>) => T): T {
    const hops: (readonly Hop[])[] = [];
    const usedParameters = new Set<string>();
    const built = build({ ...shared, hops, usedParameters, problem: (message) => report({ place, message }) });
    if (hops.length > 0) paths.set(subject, unique([...(paths.get(subject) ?? []), ...hops]));
    if (id !== undefined) for (const it of usedParameters) hangsOn.set(it, (hangsOn.get(it) ?? new Set()).add(id));
    return built;
  }
  const rules = pack.measures.flatMap((format, index) => {
    if ('ratio' in format) return [];
    const subjects = 'state' in format ? [format.state.subject] : format.counts.map((it) => it.subject);
    // Each count has a subject of its own, so its paths are noted under that subject.
    return subjects.flatMap((subject, part) => {
      const one = 'state' in format ? format : { ...format, counts: [format.counts[part]!] };
      const place = 'state' in format ? ['state'] : ['counts', part];
      return within(['measures', index, ...place], subject, format.id, (context) => compileRules(context, one));
    });
  });
  const awards = pack.awards.map((format, index) => within(['awards', index], format.subject, format.id, (context) => compileAward(context, format)));
  const certification = pack.certification.map((format, index) => ({
    format,
    condition: within(['certification', index], format.subject, undefined, (context) => compileCondition({ ...context, kinds: [format.subject], chain: [] }, format.where)),
  }));
  const courses = pack.courses.map((format, index) => within(['courses', index], format.subject, undefined, (context) => compileCourse(context, format)));
  for (const [index, format] of pack.conditions.entries()) {
    within(['conditions', index], `condition:${format.id}`, undefined, (context) => compileCondition({ ...context, kinds: [format.subject], chain: [], using: [format.id] }, format.where));
  }
  for (const [index, { subject, resigned }] of pack.registers.entries()) {
    // Asked while a row is read, so before any decision is looked at.
    if (subject && resigned) within(['registers', index, 'resigned'], `register:${index}`, undefined, (context) => compileCondition({ ...context, parameters: new Map(), kinds: [subject], chain: [] }, resigned.where));
  }
  // A quotient hangs on what its two figures hang on.
  for (const ids of hangsOn.values()) for (const it of pack.measures) if ('ratio' in it && (ids.has(it.ratio.of) || ids.has(it.ratio.over))) ids.add(it.id);
  return { pack, vocabulary, measures: new Map(pack.measures.map((it) => [it.id, it])), rules, awards, certification, courses, paths, hangsOn };
}

function unique(paths: (readonly Hop[])[]): (readonly Hop[])[] {
  return [...new Map(paths.map((it) => [JSON.stringify(it), it])).values()];
}

/** Everything that follows from one subject as it stands among its neighbours. */
export function derive(mechanism: Mechanism, dossier: Dossier, around: Neighbourhood, parameters: Parameters): { postings: Posting[]; cases: AwardCase[] } {
  return {
    postings: mechanism.rules.filter((it) => it.subject === dossier.kind).flatMap((it) => it.postings(dossier, around, parameters)),
    cases: mechanism.awards.filter((it) => it.format.subject === dossier.kind).flatMap((it) => it.cases(dossier, around, parameters)),
  };
}
