import { fullWidth, nearDay, writeDay, writeText } from './make-cells.ts';
import { anyDay, dayAfter } from './make-days.ts';
import { INTRODUCERS, someStatus, writeUnit, yesNo } from './make-names.ts';
import { type Draft, padded, type World } from './make-world.ts';
import { PARKS } from './units.ts';

const LEVELS = ['国家级', '省级', '泰州市级', '泰州市级', '泰兴市级'];

/** A plan with its level, a plan whose level nobody wrote, or a date that stands there without a plan. */
function makeSelection(world: World, landed: string): { plan: string; level: string; selected: string } {
  const { random, year } = world;
  if (random.chance(0.4)) return { plan: '', level: '', selected: random.chance(0.05) ? anyDay(random, year) : '' };
  const level = random.chance(0.2) ? '' : random.pick(LEVELS);
  const selected = random.chance(0.4) ? anyDay(random, year) : dayAfter(landed, random.integer(0, 220));
  return { plan: level === '' ? '某人才计划' : `${level}人才计划`, level, selected: random.chance(0.05) ? '' : selected };
}

export function makeTalents(world: World): Draft[] {
  const { random, year } = world;
  const drafts: Draft[] = [];
  for (let number = 1; number <= world.sizes.talents; number++) {
    const id = `RC${year}-${padded(number, 3)}`;
    const type = random.pick(['创业', '创业', '创新', '创新', '技能', random.chance(0.1) ? '' : '创新']);
    const landed = anyDay(random, year);
    const platform = random.chance(0.5) ? random.pick(world.platforms) : '';
    const { plan, level, selected } = makeSelection(world, landed);
    const introducer = random.chance(0.5) ? random.pick(INTRODUCERS) : '';
    const introduced = random.chance(0.1) ? '' : random.chance(0.5) ? nearDay(random, landed, 20) : dayAfter(landed, -random.integer(0, 90));
    world.talents.push({ id, founder: type === '创业', platform });
    drafts.push({
      人才编号: writeText(random, id),
      姓名: writeText(random, `人才${fullWidth(String(number))}`),
      学历: writeText(random, random.pick(['博士', '博士', '硕士', '本科', random.chance(0.1) ? '' : '硕士'])),
      引进方式: writeText(random, random.pick(['全职', '全职', '柔性'])),
      人才类型: writeText(random, type),
      团队: yesNo(random, 0.3),
      用人单位: writeText(random, random.chance(0.85) ? `泰兴某企业${random.integer(1, 60)}` : ''),
      所属园区: writeText(random, writeUnit(random, random.pick(PARKS))),
      落户日期: writeDay(random, landed),
      落户平台: writeText(random, platform),
      入选计划: writeText(random, plan),
      计划级别: writeText(random, level),
      入选日期: writeDay(random, selected),
      引荐方: writeText(random, introducer),
      引荐登记日期: writeDay(random, introducer === '' ? '' : introduced),
      认定状态: writeText(random, someStatus(random)),
    });
  }
  return drafts;
}
