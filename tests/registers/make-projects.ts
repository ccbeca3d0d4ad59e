import { nearDay, writeAmount, writeDay, writeText } from './make-cells.ts';
import { anyDay, dayAfter } from './make-days.ts';
import { CHAINS, creditCode, projectName, someStatus, someUnit, writeUnit, yesNo } from './make-names.ts';
import type { Random } from './make-random.ts';
import { type Draft, fenOfWan, padded, type World } from './make-world.ts';

type Currency = '人民币' | '美元';

/** Shares of two or three partners that stay below 100% together. */
const SHARES = [['40'], ['20'], ['33.3'], ['12.5'], ['0.5'], ['99.999'], ['33.333333'], ['20', '25'], ['33.3', '33.3'], ['10', '15', '12.25']];

function makePartners(world: World, responsible: string): string {
  const { random } = world;
  if (random.chance(0.86)) return '';
  const partners: string[] = [];
  const parts: string[] = [];
  for (const share of random.pick(SHARES)) {
    let unit = someUnit(random);
    while (unit === responsible || partners.includes(unit)) unit = someUnit(random);
    partners.push(unit);
    parts.push(`${writeUnit(random, unit)} ${share}%`);
  }
  return parts.join('、');
}

/** In 万 of its currency; a fifth lies at the size that makes a 亿元项目. */
function makeInvestment(world: World, type: string, currency: Currency): bigint {
  const { random } = world;
  const bound = currency === '美元' ? 1_000 : 10_000;
  if (random.chance(0.2)) return fenOfWan(random.pick([bound, bound, bound - 0.0001, bound + 0.0001, bound - 0.000001]));
  if (type !== '产业项目' && random.chance(0.9)) return fenOfWan(random.integer(2, 60) * 100);
  return fenOfWan(random.integer(4, 400) * (currency === '美元' ? 15 : 250));
}

function makePaidIn(world: World, type: string): bigint | null {
  const { random } = world;
  if (!random.chance(type === '人才创业项目' ? 0.75 : 0.08)) return null;
  if (random.chance(0.3)) return fenOfWan(random.integer(2, 40) * 50);
  return fenOfWan(random.pick(world.thresholds).wan + random.pick([0, 0, -0.0001, 0.0001, -50, 50]));
}

/** Signed last year and started in this one, registered on the very day of a session or of a new threshold, and so on. */
function makeDays(world: World, held: string): { signed: string; registered: string; started: string; produced: string } {
  const { random, year } = world;
  const signed = random.chance(0.03) ? '' : anyDay(random, year);
  const from = signed === '' ? anyDay(random, year) : signed;
  let registered = random.chance(0.25) ? '' : dayAfter(from, random.integer(0, 100));
  if (random.chance(0.15)) registered = anyDay(random, year);
  if (held !== '' && random.chance(0.5)) registered = nearDay(random, held, 60);
  if (random.chance(0.1)) registered = dayAfter(random.pick(world.thresholds).from, random.pick([-1, 0, 0, 1]));
  let started = random.chance(0.5) ? '' : dayAfter(from, random.integer(20, 320));
  if (random.chance(0.1)) started = anyDay(random, year);
  const produced = started !== '' && random.chance(0.4) ? dayAfter(started, random.integer(100, 400)) : '';
  return { signed, registered, started, produced };
}

/** A talent, mostly a founder; a session, mostly one of the two kinds that count. */
function someOf<T>(random: Random, preferred: readonly T[], all: readonly T[]): T {
  return random.pick(random.chance(0.8) && preferred.length > 0 ? preferred : all);
}

function makeProject(world: World, number: number, founders: World['talents'], sessions: World['activities']): Draft {
  const { random, year } = world;
  const id = `XM-${year}-${padded(number, 4)}`;
  const type = random.pick(['产业项目', '产业项目', '人才创业项目', '人才创业项目', '人才产业化项目']);
  const startup = type === '人才创业项目';
  const responsible = someUnit(random);
  const currency: Currency = random.chance(0.12) ? '美元' : '人民币';
  const talent = random.chance(startup ? 0.65 : 0.25) ? someOf(random, founders, world.talents) : undefined;
  const platform = talent && talent.platform !== '' && random.chance(0.5) ? talent.platform : random.pick(world.platforms);
  const activity = random.chance(startup ? 0.5 : 0.1) ? someOf(random, sessions, world.activities) : undefined;
  const days = makeDays(world, activity?.held ?? '');
  const name = projectName(random, number);
  const code = random.chance(0.05) ? '' : creditCode(random);
  world.projects.push({ id, type, name, code });
  return {
    项目编号: writeText(random, id),
    项目名称: writeText(random, name),
    投资方: `投资方${random.integer(1, 900)}`,
    统一社会信用代码: writeText(random, code),
    责任单位: writeText(random, writeUnit(random, responsible)),
    协作单位: writeText(random, makePartners(world, responsible)),
    项目类型: writeText(random, type),
    人才领办创办: writeText(random, yesNo(random, type === '产业项目' ? 0.1 : 0.85)),
    人才编号: writeText(random, talent?.id ?? ''),
    产业链: random.pick(CHAINS),
    计划总投资: writeAmount(random, makeInvestment(world, type, currency), currency),
    币种: writeText(random, currency === '人民币' && random.chance(0.1) ? '' : currency),
    '实缴资本（万元）': writeAmount(random, makePaidIn(world, type), '人民币'),
    协议类型: writeText(random, random.chance(0.85) ? '正式协议' : '框架协议'),
    签约日期: writeDay(random, days.signed),
    注册日期: writeDay(random, days.registered),
    开工日期: writeDay(random, days.started),
    投产日期: writeDay(random, days.produced),
    落户平台: writeText(random, random.chance(startup ? 0.6 : 0.05) ? platform : ''),
    对接活动: writeText(random, activity?.id ?? ''),
    认定状态: writeText(random, someStatus(random)),
  };
}

export function makeProjects(world: World): Draft[] {
  const founders = world.talents.filter((talent) => talent.founder);
  const sessions = world.activities.filter((activity) => activity.session);
  const drafts: Draft[] = [];
  for (let number = 1; number <= world.sizes.projects; number++) drafts.push(makeProject(world, number, founders, sessions));
  return drafts;
}
