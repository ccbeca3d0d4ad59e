import { writeAmount, writeDay, writeText } from './make-cells.ts';
import { anyDay } from './make-days.ts';
import { CHAINS, someStatus, writeUnit, yesNo } from './make-names.ts';
import { type Draft, fenOfWan, type World } from './make-world.ts';
import { PARKS } from './units.ts';

const KINDS = ['产业研究院', '中试基地', '科技企业孵化器'];

export function makePlatforms(world: World): Draft[] {
  const { random } = world;
  const drafts: Draft[] = [];
  for (const park of PARKS) {
    const kinds = random.shuffled(KINDS).slice(0, random.integer(1, 3));
    for (const kind of kinds) {
      const chain = random.pick(CHAINS);
      const name = `${park === '泰兴高新区' ? '高新' : park.slice(0, 2)}${chain}${kind}`;
      world.platforms.push(name);
      drafts.push({
        平台名称: writeText(random, name),
        类型: kind,
        所属园区: writeText(random, writeUnit(random, park)),
        产业: chain,
        高端研发平台: yesNo(random, 0.7),
        认定状态: writeText(random, someStatus(random)),
      });
    }
  }
  return drafts;
}

/** Closed before opened, closed on the last day, opened on the last day, opened a day late, never opened. */
export function makeAgencies(world: World): Draft[] {
  const { random, year } = world;
  const known: [string, string][] = [
    [`${year - 1}-07-26`, ''],
    [`${year}-12-14`, `${year}-11-30`],
    [`${year}-03-01`, `${year}-12-31`],
    [`${year}-03-01`, `${year + 1}-01-01`],
    [`${year}-12-31`, ''],
    [`${year + 1}-01-01`, ''],
    ['', ''],
    [anyDay(random, year), random.chance(0.5) ? anyDay(random, year) : ''],
  ];
  const drafts: Draft[] = [];
  let number = 0;
  for (const [opened, closed] of random.shuffled(known).slice(0, random.integer(4, known.length))) {
    drafts.push({
      机构名称: writeText(random, `人才服务机构${++number}`),
      国内知名: yesNo(random, 0.7),
      设点日期: writeDay(random, opened),
      撤点日期: writeDay(random, closed),
    });
  }
  return drafts;
}

/** Two or three decisions, in any order; in some years none is in force before spring. */
export function makeDecisions(world: World): Draft[] {
  const { random, year } = world;
  const firstDay = random.pick([`${year}-01-01`, `${year - 1}-03-15`, `${year}-04-01`]);
  world.thresholds.push({ wan: random.pick([500, 800, 1000]), from: firstDay });
  world.thresholds.push({ wan: random.pick([300, 600, 888.88]), from: random.pick([`${year}-07-01`, `${year}-09-10`]) });
  if (random.chance(0.5)) world.thresholds.push({ wan: 200, from: `${year + 1}-01-01` });
  return random.shuffled(world.thresholds).map(({ wan, from }) => ({
    参数: '实缴资本认定标准（万元）',
    取值: writeAmount(random, fenOfWan(wan), '人民币'),
    生效日期: writeDay(random, from),
  }));
}
