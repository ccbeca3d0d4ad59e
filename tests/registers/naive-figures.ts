import { activityFigures } from './naive-figures-activities.ts';
import { projectFigures } from './naive-figures-projects.ts';
import type { Registers } from './naive-intake.ts';
import { inYear } from './naive-periods.ts';
import { type Figure, HIGH_LEVELS } from './naive-terms.ts';
import { CITY } from './units.ts';

/** a1: landings on each certified platform, zero where there is none. */
function landings(registers: Registers, year: number): Figure[] {
  const figures: Figure[] = [];
  for (const platform of registers.platforms) {
    let count = 0;
    const countedTalents = new Set<string>();
    for (const project of registers.projects) {
      if (project.type !== '人才创业项目' || project.platform !== platform) continue;
      if (!inYear(project.registered, year)) continue;
      count++;
      countedTalents.add(project.talent);
    }
    for (const talent of registers.talents) {
      if (talent.platform !== platform || !inYear(talent.landed, year)) continue;
      if (talent.degree !== '博士' && !HIGH_LEVELS.includes(talent.level)) continue;
      if (!countedTalents.has(talent.id)) count++;
    }
    figures.push({ measure: 'a1.landings', unit: platform, period: String(year), value: count });
  }
  return figures;
}

/** a6: well-known agencies with an office at the year's end. One without a 设点日期 has none. */
function agencies(registers: Registers, year: number): Figure {
  const end = `${year}-12-31`;
  let count = 0;
  for (const agency of registers.agencies) {
    if (!agency.known || agency.opened === '' || agency.opened > end) continue;
    if (agency.closed !== '' && agency.closed <= end) continue;
    count++;
  }
  return { measure: 'a6.agencies', unit: CITY, period: String(year), value: count };
}

export function figuresOf(registers: Registers, year: number): Figure[] {
  return [
    ...landings(registers, year),
    ...activityFigures(registers, year),
    agencies(registers, year),
    ...projectFigures(registers, year),
  ];
}
