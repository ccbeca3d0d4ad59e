import type { Activity } from './naive-facts.ts';
import type { Registers } from './naive-intake.ts';
import { halves, inPeriod, inYear, pairs, type Period, quarters, wholeYear } from './naive-periods.ts';
import type { Figure } from './naive-terms.ts';
import { CITY, PARKS, TOWNSHIPS } from './units.ts';

function isSession(activity: Activity): boolean {
  return activity.type === '项目路演' || activity.type === '人才资本对接';
}

function isVisit(activity: Activity): boolean {
  return activity.type === '产学研对接' && activity.university !== '';
}

/** @param unit the host, or the city, which counts each activity once whoever hosts it */
function count(
  measure: string, unit: string, periods: Period[], year: number,
  activities: readonly Activity[], counts: (activity: Activity) => boolean,
): Figure[] {
  const figures: Figure[] = [];
  for (const period of periods) {
    let value = 0;
    for (const activity of activities) {
      if (!counts(activity) || !inPeriod(activity.held, year, period)) continue;
      if (unit === CITY || activity.hosts.has(unit)) value++;
    }
    figures.push({ measure, unit, period: period.name, value });
  }
  return figures;
}

/** a9: startups of either agreement registered in the year that trace back to a certified session on or before that day. */
function landingsOfSessions(registers: Registers, year: number): Figure {
  let value = 0;
  for (const project of registers.projects) {
    if (project.type !== '人才创业项目' || !inYear(project.registered, year)) continue;
    for (const activity of registers.activities) {
      if (activity.id === project.activity && isSession(activity) && activity.held <= project.registered) value++;
    }
  }
  return { measure: 'a9.landings', unit: CITY, period: String(year), value };
}

export function activityFigures(registers: Registers, year: number): Figure[] {
  const { activities } = registers;
  const figures: Figure[] = [];
  for (const unit of ['科技局', ...PARKS, ...TOWNSHIPS]) figures.push(...count('a2.visits', unit, quarters(year), year, activities, isVisit));

  for (const unit of ['人才办', '科技局']) figures.push(...count('a9.sessions', unit, quarters(year), year, activities, isSession));
  figures.push(...count('a9.sessions', '泰兴高新区', pairs(year), year, activities, isSession));
  for (const unit of PARKS) {
    if (unit !== '泰兴高新区') figures.push(...count('a9.sessions', unit, wholeYear(year), year, activities, isSession));
  }
  figures.push(...count('a9.sessions', CITY, wholeYear(year), year, activities, isSession));
  figures.push(landingsOfSessions(registers, year));

  figures.push(...count('a13.meetings', CITY, halves(year), year, activities, (activity) => activity.type === '联席会议'));
  figures.push(...count('a16.trainings', CITY, wholeYear(year), year, activities, (activity) => activity.type === '专题培训'));
  figures.push(...count('a16.races', CITY, wholeYear(year), year, activities, (activity) => activity.type === '百日赛'));
  return figures;
}
