import type { Day } from '../../kernel/day.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { UnitFormat } from '../../mechanism/format/units.ts';
import { expandUnits } from '../../mechanism/units.ts';
import type { Role } from './terms.ts';

/** An account that a demonstration offers; its person is plainly invented. */
export interface PlannedAccount {
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly role: Role;
}

/**
 * Whom a demonstration lets one look through, from whatever pack: two parks and a township, each office that verifies
 * or certifies, two persons of the talent office (a decision takes two), and a leader of the city.
 * @param units that stand on the day
 */
export function planDemoAccounts(pack: Pack, units: readonly UnitFormat[], today: Day): PlannedAccount[] {
  const office = talentOffice(pack, units);
  const parks = units.filter((it) => it.kind === 'park');
  // The other park is one that the tasks name beside its group, where there is one: it has work of its own.
  const other = parks.slice(1).find((it) => pack.tasks.some((task) => [...task.lead, ...task.with].includes(it.id))) ?? parks[1];
  const local = [parks[0], other, units.find((it) => it.kind === 'township')].filter((it) => it !== undefined);
  const deciding = expandUnits(pack, pack.certification.flatMap((it) => [...it.verify, ...it.certify]), today);
  const offices = units.filter((it) => it.kind === 'department' && it.id !== office.id && deciding.includes(it.id));
  return [
    ...local.map((it) => planned(it, 'unit-officer', '经办人')),
    ...offices.map((it) => planned(it, 'office-handler', '经办人')),
    planned(office, 'talent-office', '经办人'),
    planned(office, 'talent-office', '负责人', '-2'),
    // The city's leaders have no unit of their own in a pack; theirs is the office that works for them.
    { ...planned(office, 'city-leader', '市领导'), name: '演示·市领导' },
  ];
}

/** The office that keeps the register of decisions; else the first department that leads a task, or the first unit. */
function talentOffice(pack: Pack, units: readonly UnitFormat[]): UnitFormat {
  const ids = [pack.registers.find((it) => it.subject === undefined)?.keeper, ...pack.tasks.flatMap((it) => it.lead)];
  const found = ids.map((id) => units.find((it) => it.id === id && it.kind === 'department')).find((it) => it !== undefined);
  return found ?? units.find((it) => it.kind === 'department') ?? units[0]!;
}

function planned(unit: UnitFormat, role: Role, post: string, mark = ''): PlannedAccount {
  const [alias] = unit.aliases ?? [];
  const short = alias !== undefined && alias.length < unit.name.length ? alias : unit.name;
  return { login: `demo-${role}-${unit.id}${mark}`, name: `演示·${short}${post}`, unit: unit.id, post, role };
}
