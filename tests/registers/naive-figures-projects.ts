import type { Project } from './naive-facts.ts';
import type { Registers } from './naive-intake.ts';
import { inYear } from './naive-periods.ts';
import { numberOfShare, WHOLE } from './naive-shares.ts';
import type { Figure } from './naive-terms.ts';
import { CITY, PARKS } from './units.ts';

/** 10,000万元 and 1,000万美元, in fen and cents. */
const BIG_IN_YUAN = 10_000n * 1_000_000n;
const BIG_IN_DOLLARS = 1_000n * 1_000_000n;

/** The city counts a project once; a unit counts its share of it. */
function creditOf(project: Project, unit: string): bigint {
  return unit === CITY ? WHOLE : (project.credits.get(unit) ?? 0n);
}

/** Rounded half up to four places; null where the union is empty. */
function quotient(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null;
  const tenThousandths = (part * 10_000n * 2n + whole) / (whole * 2n);
  return Number(`${tenThousandths / 10_000n}.${String(tenThousandths % 10_000n).padStart(4, '0')}`);
}

/** s3.1 and s3.2 for the city and each park. Only formal agreements count. */
function signedAndStarted(projects: readonly Project[], unit: string, year: number): Figure[] {
  let signed = 0n;
  let started = 0n;
  let either = 0n;
  let talentLed = 0n;
  for (const project of projects) {
    if (!project.formal) continue;
    const credit = creditOf(project, unit);
    const signedNow = inYear(project.signed, year);
    const startedNow = inYear(project.started, year);
    if (signedNow) signed += credit;
    if (startedNow) started += credit;
    if (signedNow || startedNow) {
      either += credit;
      if (project.talentLed) talentLed += credit;
    }
  }
  const period = String(year);
  return [
    { measure: 's3.signed', unit, period, value: numberOfShare(signed) },
    { measure: 's3.started', unit, period, value: numberOfShare(started) },
    { measure: 's3.signedOrStarted', unit, period, value: numberOfShare(either) },
    { measure: 's3.talentLed', unit, period, value: numberOfShare(talentLed) },
    { measure: 's3.ratio', unit, period, value: quotient(talentLed, either) },
  ];
}

function isBig(project: Project): boolean {
  return project.investment >= (project.currency === '美元' ? BIG_IN_DOLLARS : BIG_IN_YUAN);
}

/** The threshold in force on a day: the decision that took effect last; none before the first. */
function thresholdOn(registers: Registers, day: string): bigint | undefined {
  let inForce: { amount: bigint; from: string } | undefined;
  for (const threshold of registers.thresholds) {
    if (threshold.from === '' || threshold.from > day) continue;
    if (!inForce || threshold.from >= inForce.from) inForce = threshold;
  }
  return inForce?.amount;
}

/** s3.4: projects that count as 亿元项目, by size in the year of signing or by capital paid in in that of registration. */
function hundredMillions(registers: Registers, year: number): Figure {
  let value = 0;
  for (const project of registers.projects) {
    if (!project.formal) continue;
    if (isBig(project)) {
      if (inYear(project.signed, year)) value++;
      continue;
    }
    if (project.type !== '人才创业项目' || !inYear(project.registered, year)) continue;
    const threshold = thresholdOn(registers, project.registered);
    if (threshold !== undefined && project.paidIn !== null && project.paidIn >= threshold) value++;
  }
  return { measure: 's3.yi', unit: CITY, period: String(year), value };
}

export function projectFigures(registers: Registers, year: number): Figure[] {
  const figures: Figure[] = [];
  for (const park of PARKS) {
    let value = 0n;
    for (const project of registers.projects) {
      if (project.type !== '人才产业化项目' || !project.formal || !inYear(project.signed, year)) continue;
      value += creditOf(project, park);
    }
    figures.push({ measure: 'a5.projects', unit: park, period: String(year), value: numberOfShare(value) });
  }
  for (const unit of [CITY, ...PARKS]) figures.push(...signedAndStarted(registers.projects, unit, year));
  figures.push(hundredMillions(registers, year));
  return figures;
}
