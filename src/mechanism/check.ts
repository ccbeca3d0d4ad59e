import type { Pack } from './format/pack.ts';
import { checkCourses } from './check-courses.ts';
import { checkFigures } from './check-figures.ts';
import { checkLayouts } from './check-layouts.ts';
import { checkQuality } from './check-quality.ts';
import { checkReferences } from './check-references.ts';
import { checkRegisters } from './check-registers.ts';
import { checkTasks } from './check-tasks.ts';
import { compile, type Mechanism, type Problem } from './mechanism.ts';
import { type PackFault, type PackFile, readPack } from './read-pack.ts';
import { runCases } from './run-cases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A pack that was read: usable only where no fault was found. */
export interface CheckedPack {
  readonly mechanism?: Mechanism;
  readonly faults: readonly PackFault[];
  readonly cases: { passed: number; failed: number };
}

/**
 * Everything that can be said of a pack before a city runs on it: its format, its references, its rules, its cases.
 * @param withCases the cases beside the rules are run too
 */
export function checkPack(files: readonly PackFile[], vocabulary: Vocabulary, withCases = true): CheckedPack {
  const { pack, faults, places } = readPack(files);
  const cases = { passed: 0, failed: 0 };
  if (!pack) return { faults, cases };
  const found: PackFault[] = [...faults];
  const report = ({ place, message }: Problem): void => {
    found.push({ ...places.at(place), message: `${nameOf(pack, place)}${message}` });
  };
  checkReferences(pack, report);
  checkTasks(pack, report);
  const mechanism = compile(pack, vocabulary, report);
  checkFigures(pack, mechanism.vocabulary, report);
  checkRegisters(pack, mechanism.vocabulary, report);
  checkLayouts(pack, mechanism.vocabulary, report);
  checkCourses(pack, mechanism.vocabulary, report);
  checkQuality(pack, mechanism.vocabulary, report);
  if (found.length > 0 || !withCases) return found.length > 0 ? { faults: unique(found), cases } : { mechanism, faults: [], cases };
  for (const [index, failures] of runCases(mechanism).entries()) {
    if (failures.length === 0) cases.passed++;
    else cases.failed++;
    for (const message of failures) report({ place: ['cases', index], message });
  }
  return { mechanism, faults: unique(found), cases };
}

/** `a9.sessions：`, where the place stands inside something that has a name. */
function nameOf(pack: Pack, [list, index]: readonly PropertyKey[]): string {
  const element = (pack as unknown as Record<string, unknown>)[String(list)];
  const item = Array.isArray(element) ? (element[Number(index)] as { id?: string; name?: string; sheet?: string } | undefined) : undefined;
  const name = item?.id ?? item?.name ?? item?.sheet;
  return name === undefined ? '' : `${name}：`;
}

function unique(faults: readonly PackFault[]): PackFault[] {
  return [...new Map(faults.map((it) => [`${it.file}:${it.line}:${it.message}`, it])).values()];
}
