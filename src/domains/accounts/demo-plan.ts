import type { Day } from '../../kernel/day.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { UnitFormat } from '../../mechanism/format/units.ts';
import { expandUnits } from '../../mechanism/units.ts';
import { administrators, type Role, roleLabels } from './terms.ts';

/** An account that a demonstration offers; its person is plainly invented. */
export interface PlannedAccount {
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly role: Role;
}

/** An office's role where the pack says which part it plays, else an office's handler. */
const roleOfPart = { 'talent-office': 'talent-office', 'commerce-bureau': 'commerce-bureau', finance: 'finance', 'assessment-office': 'assessment-office' } as const;

/**
 * Whom a demonstration lets one look through, from whatever pack: two parks and a township, each office that verifies
 * or certifies or plays a part, two persons of the talent office (a decision takes two), a leader of the city, who watches, and the
 * three administrators.
 * @param units that stand on the day
 */
export function planDemoAccounts(pack: Pack, units: readonly UnitFormat[], today: Day): PlannedAccount[] {
  const office = talentOffice(pack, units);
  const parks = units.filter((it) => it.kind === 'park');
  // The other park is one that the tasks name beside its group, where there is one: it has work of its own.
  const other = parks.slice(1).find((it) => pack.tasks.some((task) => [...task.lead, ...task.with].includes(it.id))) ?? parks[1];
  const local = [parks[0], other, units.find((it) => it.kind === 'township')].filter((it) => it !== undefined);
  const deciding = expandUnits(pack, pack.certification.flatMap((it) => [...it.verify, ...it.certify]), today);
  const offices = units.filter((it) => it.kind === 'department' && it.id !== office.id && (deciding.includes(it.id) || it.part !== undefined));
  // Whoever has no unit of their own in a pack stands with the office that works for them.
  const atOffice = (role: Role, post: string): PlannedAccount => ({ ...planned(office, role, post), name: `演示·${post}` });
  const [park] = parks;
  return [
    ...local.map((it) => planned(it, it.kind === 'township' ? 'township-officer' : 'park-officer', '经办人')),
    ...(park ? [planned(park, 'park-leader', '负责人')] : []),
    ...offices.map((it) => planned(it, it.part ? roleOfPart[it.part] : 'office-handler', '经办人')),
    planned(office, 'talent-office', '经办人'),
    planned(office, 'talent-office', '负责人', '-2'),
    ...(units.some((it) => it.part === 'assessment-office') ? [] : [atOffice('assessment-office', '考核办')]),
    atOffice('city-leader', '市领导'),
    atOffice('audit-observer', '监督审计'),
    ...administrators.map((it) => atOffice(it, roleLabels[it])),
  ];
}

/** The office that the pack calls so; else that which keeps the register of decisions; else the first department that leads a task, or the first unit. */
function talentOffice(pack: Pack, units: readonly UnitFormat[]): UnitFormat {
  const said = units.find((it) => it.part === 'talent-office');
  if (said) return said;
  const ids = [pack.registers.find((it) => it.subject === undefined)?.keeper, ...pack.tasks.flatMap((it) => it.lead)];
  const found = ids.map((id) => units.find((it) => it.id === id && it.kind === 'department')).find((it) => it !== undefined);
  return found ?? units.find((it) => it.kind === 'department') ?? units[0]!;
}

function planned(unit: UnitFormat, role: Role, post: string, mark = ''): PlannedAccount {
  const [alias] = unit.aliases ?? [];
  const short = alias !== undefined && alias.length < unit.name.length ? alias : unit.name;
  return { login: `demo-${role}-${unit.id}${mark}`, name: `演示·${short}${post}`, unit: unit.id, post, role };
}
