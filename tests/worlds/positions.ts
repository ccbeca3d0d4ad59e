import { sealText } from '../../src/base/sealed-value.ts';
import type { TestLedger } from '../database.ts';
import { evidence, person, say, seal, share, withCity, withdraw } from './city.ts';

/** Where a record stands, seen from the unit of everybody who asks. */
export const positions = ['own', 'below', 'shared', 'foreign', 'sealed', 'deleted'] as const;
export type Position = (typeof positions)[number];

/** Where everybody works: it verifies what others say of talents. 柳湾乡 stands below it. */
export const UNIT = 'gongkeju';
const UNITS: Readonly<Record<Position, string>> = { own: UNIT, below: 'liuwan', shared: 'hedong', foreign: 'hedong', sealed: 'qingshi', deleted: UNIT };

export const PHONE = '13812345678';

/** What stands at one position. */
export interface Placed {
  readonly talent: string;
  readonly project: string;
  readonly evidence: string;
  readonly unit: string;
  /** The talent's name now, and before it was corrected. */
  readonly name: string;
  readonly before: string;
}
export type World = Readonly<Record<Position, Placed>>;

/** A talent (its name corrected once), with evidence, and its project, at each position. */
export function withPositions<T>(work: (test: TestLedger, world: World) => Promise<T>): Promise<T> {
  return withCity((units) => units.replace('柳湾乡, kind: township', `柳湾乡, kind: township, under: ${UNIT}`), async (test) => {
    const world: Partial<Record<Position, Placed>> = {};
    for (const position of positions) world[position] = await place(test, position);
    return work(test, world as World);
  });
}

async function place(test: TestLedger, position: Position): Promise<Placed> {
  const unit = UNITS[position];
  const nth = positions.indexOf(position);
  const [before, name] = [`欧阳${'甲乙丙丁戊己'[nth]!}`, `司徒${'甲乙丙丁戊己'[nth]!}`];
  const credits = [{ unit, share: '1' }];
  const entry = async (it: string) => ({ fields: { name: await human(test, it), introducer: await person(test, '引荐的人'), degree: '博士' }, references: {}, credits });
  const number = `RC-${position}`;
  const talent = await say(test, { kind: 'talent', number, unit, entry: await entry(before), milestones: { landed: '2025-03-05' } });
  await say(test, { kind: 'talent', number, unit, entry: await entry(name) });
  const fields = { name: `项目-${position}`, type: '人才创办项目', agreement: '投资合同', planned: '12345678900' };
  const project = await say(test, { kind: 'project', number: `XM-${position}`, unit, entry: { fields, references: { talent }, credits }, milestones: { signed: '2025-04-01' } });
  const file = await evidence(test, talent, unit);
  for (const it of [talent, project]) {
    if (position === 'shared') await share(test, it, UNIT);
    if (position === 'sealed') await seal(test, it);
    if (position === 'deleted') await withdraw(test, it);
  }
  return { talent, project, evidence: file, unit, name, before };
}

async function human(test: TestLedger, name: string): Promise<string> {
  const id = await person(test, name);
  await test.database.query('update person set phone = $2 where id = $1', [id, sealText(test.database, `person.phone ${id}`, PHONE)]);
  return id;
}
