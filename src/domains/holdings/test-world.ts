import { call } from '@orpc/server';
import { joinRights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Role } from '../accounts/terms.ts';
import { recordsHandlers } from '../records/handlers.ts';
import { recordsRights } from '../records/rights.ts';
import type { EnterInput } from '../records/views.ts';
import { inWorld as inRecords, type World } from '../records/test-world.ts';
import { holdingsHandlers } from './handlers.ts';
import { holdingsRights } from './rights.ts';
import { PARAMETERS } from './terms.ts';
import type { CheckInput } from './views.ts';

const rights = joinRights([recordsRights, holdingsRights]);

/** A city where people report leads. */
export class Reporting {
  readonly world: World;
  readonly #people = new Map<string, LedgerContext>();

  constructor(world: World) {
    this.world = world;
  }

  /** Somebody of a unit, who has an account. */
  async as(unit: string, role: Role = 'park-officer', person = unit): Promise<LedgerContext> {
    const known = this.#people.get(person) ?? { ...this.world.as(unit, role, person), rights };
    const { owner } = this.world.test;
    if (!this.#people.has(person)) {
      const human = await this.world.person(`经办${this.#people.size}`);
      await owner.query("insert into account (id, login, login_key, person_id, unit, post) values ($1, $2, $2, $3, $4, '招商专员')", [known.actor!.account, person, human, unit]);
      this.#people.set(person, known);
    }
    return { ...known, request: crypto.randomUUID() };
  }

  /** The city decides, in two persons' hands, that it holds from now on. */
  async decide(values: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const all = { [PARAMETERS.on]: true, [PARAMETERS.minimum]: '3000万元', [PARAMETERS.contacts]: ['拜访', '来访'], [PARAMETERS.days]: '60', ...values };
    for (const [parameter, value] of Object.entries(all)) {
      await this.world.test.owner.query("insert into decision (parameter, value, from_day, document, taken_over, approved_at, seq) values ($1, $2, '2026-01-01', '会议纪要', true, clock_timestamp(), nextval('ledger_seq'))", [parameter, JSON.stringify(value)]);
    }
  }

  /** A lead entered by hand, as its officer does. */
  async enter(unit: string, fields: EnterInput['fields'], more: Partial<EnterInput> = {}): Promise<string> {
    const context = await this.as(unit);
    const filled = { type: '产业项目', source: '自行接洽', planned: '5000万元', ...fields };
    return (await call(recordsHandlers.enter, { kind: 'project', fields: filled, milestones: { lead: '2026-06-01' }, ...more }, { context })).id;
  }

  /** Somebody of the unit followed it up. */
  async contact(unit: string, subject: string, form: string | null = '拜访'): Promise<void> {
    const { actor } = await this.as(unit);
    await transact(this.world.test.database, (tx) => tx.query("insert into follow_up (subject_id, form, day, text, unit, account_id) values ($1, $2, '2026-06-02', '谈了', $3, $4)", [subject, form, unit, actor!.account]));
  }

  /** What a unit is answered. */
  async ask(unit: string, input: CheckInput, person = unit): Promise<boolean> {
    return (await call(holdingsHandlers.check, input, { context: await this.as(unit, 'park-officer', person) })).held;
  }
}

export function inReporting<T>(work: (city: Reporting) => Promise<T>): Promise<T> {
  return inRecords((world) => work(new Reporting(world)));
}
