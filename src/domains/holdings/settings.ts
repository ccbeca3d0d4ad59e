import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import { unitName } from '../../mechanism/units.ts';
import { PARAMETERS } from './terms.ts';

/** 首报首谈 as the city has decided it. */
export interface Settings {
  /** In fen of 人民币; foreign money is compared by its face. */
  readonly minimum: bigint;
  /** Ways of following up that make a contact count. */
  readonly contacts: readonly string[];
  /** After so many days without progress the commerce bureau is asked to look. */
  readonly days: number;
}

/** Absent where it is off; `open` are the questions that nobody has decided. */
interface InForce {
  readonly settings: Settings | undefined;
  readonly open: readonly string[];
}

/** What holds today. */
export async function settingsOf(db: Queryable, mechanism: Mechanism, today: Day): Promise<InForce> {
  return settingsUnder(await parametersInForce(db, mechanism), today);
}

/** The same under parameters that are known. Off where any of it is undecided, or decided against. */
export function settingsUnder(parameters: Parameters, today: Day): InForce {
  const declared = Object.values(PARAMETERS).filter((id) => parameters.declaration(id));
  const value = (id: string) => parameters.at(id, today)?.value;
  const open = declared.filter((id) => value(id) === undefined);
  const [minimum, contacts, days] = [value(PARAMETERS.minimum), value(PARAMETERS.contacts), value(PARAMETERS.days)];
  if (value(PARAMETERS.on) !== true || typeof minimum !== 'bigint' || !Array.isArray(contacts) || typeof days !== 'object' || !('decimal' in days)) return { settings: undefined, open };
  return { settings: { minimum, contacts: contacts as readonly string[], days: Number(formatDecimal(days.decimal)) }, open };
}

/** Whom to ask, and who alone releases: the pack's commerce bureau. */
export function officeOf({ pack }: Mechanism): { id: string; name: string } {
  const id = pack.units.find((it) => it.part === 'commerce-bureau')?.id;
  return { id: id ?? '', name: id === undefined ? '招商主管部门' : unitName(pack, id) };
}
