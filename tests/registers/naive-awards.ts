import type { Talent } from './naive-facts.ts';
import type { Registers } from './naive-intake.ts';
import { inYear } from './naive-periods.ts';
import { HIGH_LEVELS } from './naive-terms.ts';

/** Amounts in fen. */
export type Award =
  | { readonly rule: string; readonly case: string; readonly verdict: 'yes'; readonly amountFen: number }
  | { readonly rule: string; readonly case: string; readonly verdict: 'yes' | 'unknown'; readonly minFen: number; readonly maxFen: number }
  | { readonly rule: string; readonly case: string; readonly verdict: 'no' };

const FEN_IN_WAN = 1_000_000;
const CAP = 200n * 1_000_000n;

/** t7.2: 5‰ of what one investor paid into one project in the year, rounded half up to the fen, then at most 200万元. */
function investorAwards(registers: Registers, year: number): Award[] {
  const fitting = new Set<string>();
  for (const project of registers.projects) {
    if (project.type === '人才创业项目' || project.type === '人才产业化项目') fitting.add(project.id);
  }
  const sums = new Map<string, bigint>();
  for (const investment of registers.investments) {
    if (!investment.attracts || !investment.privateMoney || !inYear(investment.arrived, year)) continue;
    if (!fitting.has(investment.project)) continue;
    const key = `${investment.project}|${investment.investor}`;
    sums.set(key, (sums.get(key) ?? 0n) + investment.amount);
  }
  const awards: Award[] = [];
  for (const [key, sum] of sums) {
    const fiveThousandths = (sum * 5n * 2n + 1000n) / 2000n;
    const amount = fiveThousandths > CAP ? CAP : fiveThousandths;
    awards.push({ rule: 't7.2', case: key, verdict: 'yes', amountFen: Number(amount) });
  }
  return awards;
}

function isSelected(talent: Talent, year: number): boolean {
  return talent.plan !== '' && inYear(talent.selected, year);
}

function verdictByLevel(rule: string, talent: Talent, minWan: number, maxWan: number): Award {
  if (talent.level !== '' && !HIGH_LEVELS.includes(talent.level)) return { rule, case: talent.id, verdict: 'no' };
  const verdict = talent.level === '' ? 'unknown' : 'yes';
  return { rule, case: talent.id, verdict, minFen: minWan * FEN_IN_WAN, maxFen: maxWan * FEN_IN_WAN };
}

/** t4.2: the introducer's award. A blank 引荐登记日期 is not on or before the landing. */
function introducerAward(talent: Talent): Award {
  const inTime = talent.introduced !== '' && talent.introduced <= talent.landed;
  const doctor = talent.fullTime && talent.degree === '博士' && !talent.founder && talent.employer !== '';
  const founder = talent.founder && (talent.degree === '硕士' || talent.degree === '博士');
  if (!inTime || !(doctor || founder)) return { rule: 't4.2', case: talent.id, verdict: 'no' };
  return verdictByLevel('t4.2', talent, 1, 10);
}

export function awardsOf(registers: Registers, year: number): Award[] {
  const carried = new Set<string>();
  for (const project of registers.projects) carried.add(project.talent);

  const awards = investorAwards(registers, year);
  for (const talent of registers.talents) {
    if (!isSelected(talent, year)) continue;
    if (talent.introducer !== '') awards.push(introducerAward(talent));
    if (talent.founder && carried.has(talent.id)) awards.push(verdictByLevel('t6.2', talent, 30, 500));
  }
  return awards;
}
