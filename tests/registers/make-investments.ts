import { writeAmount, writeDay, writeText } from './make-cells.ts';
import { anyDay } from './make-days.ts';
import { someStatus, yesNo } from './make-names.ts';
import { type Draft, fenOfWan, padded, type World } from './make-world.ts';

/** In 万元: at and around the 4亿元 from which the cap of 200万元 holds, sums whose 5‰ ends in half a fen or near it, others. */
function makeAmount(world: World): bigint {
  const { random } = world;
  if (random.chance(0.25)) return fenOfWan(random.pick([40_000, 39_999.99, 39_999.9999, 39_980, 40_000.0001, 50_000, 20_000]));
  const tens = random.integer(100, 900) * 10;
  if (random.chance(0.4)) return fenOfWan(tens + random.pick([0.0001, 0.4567, 0.37, 0.000099, 0.0001]));
  return fenOfWan(tens);
}

/** Some investors pay several times into the same project, so that the award is taken over a sum. */
export function makeInvestments(world: World): Draft[] {
  const { random, year } = world;
  const fitting = world.projects.filter((project) => project.type !== '产业项目');
  const pairs: { project: string; investor: string }[] = [];
  const drafts: Draft[] = [];
  for (let number = 1; number <= world.sizes.investments; number++) {
    let pair = { project: '', investor: `投资机构${random.integer(1, 40)}` };
    if (pairs.length > 0 && random.chance(0.35)) pair = random.pick(pairs);
    else pair.project = random.pick(random.chance(0.8) && fitting.length > 0 ? fitting : world.projects).id;
    pairs.push(pair);
    drafts.push({
      投资编号: writeText(random, `TZ${year}-${padded(number, 3)}`),
      投资方: writeText(random, pair.investor),
      资金性质: writeText(random, random.pick(['社会资本', '社会资本', '社会资本', '财政资金', random.chance(0.2) ? '' : '社会资本'])),
      项目编号: writeText(random, pair.project),
      '实际投资额（万元）': writeAmount(random, makeAmount(world), '人民币'),
      到账日期: writeDay(random, anyDay(random, year)),
      以投带引: writeText(random, yesNo(random, 0.85)),
      认定状态: writeText(random, someStatus(random)),
    });
  }
  return drafts;
}
