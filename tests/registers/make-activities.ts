import { writeDay, writeText } from './make-cells.ts';
import { anyDay } from './make-days.ts';
import { someStatus, UNIVERSITIES, writeUnit } from './make-names.ts';
import { type Draft, padded, type World } from './make-world.ts';
import { DEPARTMENTS, PARKS, TOWNSHIPS } from './units.ts';

const COMMON = ['项目路演', '人才资本对接', '产学研对接'];
const OTHERS = ['创新创业大赛', '招商推介', '专题培训', '百日赛', '联席会议'];

function hostOf(world: World, type: string): string {
  const { random } = world;
  if (type === '专题培训' || type === '百日赛' || type === '联席会议') return random.pick(['商务局', '人才办']);
  if (type === '产学研对接') return random.pick(['科技局', '科技局', ...PARKS, ...TOWNSHIPS]);
  return random.pick(['人才办', '科技局', '人才办', '科技局', '泰兴高新区', '泰兴高新区', ...PARKS, random.pick(TOWNSHIPS)]);
}

/** None, one or several joined by 、; sometimes the host once more, under whatever name. */
function coHosts(world: World, host: string): string {
  const { random } = world;
  if (random.chance(0.7)) return '';
  const others = random.shuffled([...PARKS, ...DEPARTMENTS, random.pick(TOWNSHIPS)]).slice(0, random.integer(1, 3));
  if (random.chance(0.2)) others.push(host);
  return others.map((unit) => writeUnit(random, unit)).join('、');
}

export function makeActivities(world: World): Draft[] {
  const { random, year } = world;
  const drafts: Draft[] = [];
  for (let number = 1; number <= world.sizes.activities; number++) {
    const id = `HD${year}-${padded(number, 3)}`;
    const type = random.chance(0.85) ? random.pick(COMMON) : random.pick(OTHERS);
    const host = hostOf(world, type);
    const held = anyDay(random, year);
    const withUniversity = random.chance(type === '产学研对接' ? 0.85 : 0.1);
    world.activities.push({ id, session: type === '项目路演' || type === '人才资本对接', held });
    drafts.push({
      活动编号: writeText(random, id),
      活动名称: `${host}${type}第${number}期`,
      类型: writeText(random, type),
      主办单位: writeText(random, writeUnit(random, host)),
      联办单位: writeText(random, coHosts(world, host)),
      举办日期: writeDay(random, held),
      形式: random.pick(['线上', '线下', '线下']),
      高校院所: writeText(random, withUniversity ? random.pick(UNIVERSITIES) : ''),
      认定状态: writeText(random, someStatus(random)),
    });
  }
  return drafts;
}
