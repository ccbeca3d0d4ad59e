import { expect } from 'vitest';
import { Refusal } from '../../src/kernel/refusal.ts';
import type { Command } from './commands.ts';
import { TODAY } from './days.ts';
import { type Chronicle, freezeNow, type Frozen, mergersOf } from './model/chronicle.ts';
import { family } from './model/figures.ts';
import { periodsOf } from './model/periods.ts';
import { say, sensible, type Spec } from './model/statements.ts';
import type { World } from './world.ts';

const UNITS = ['east', 'west', 'south', 'north', 'oldtown', 'office'];
const NOT_VALUES = ['很多', '5', '无', '-1万元', '省级'];

/** Carries a history out on the platform and on the model at once; what is refused must be refused by both. */
export class Telling {
  readonly #world: World;
  chronicle: Chronicle = { acts: [], decided: [], mergers: [], pack: 'first' };
  readonly frozen: Frozen[] = [];
  /** A revision that is not derived to its end. */
  running = false;
  #last: readonly Spec[] = [];
  readonly #proposals: { id: string; by: number; approved: boolean; decided: Chronicle['decided'][number] }[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  async tell(command: Command): Promise<void> {
    switch (command.do) {
      case 'record':
        return this.#record(command.blindly ? command.specs : sensible(this.chronicle.acts, command.specs));
      case 'decide':
        await this.#propose({ do: 'propose', by: 0, proposal: command.proposal });
        return this.#approve({ do: 'approve', by: 1, which: this.#proposals.length - 1, derive: command.derive });
      case 'again':
        return this.#record(this.#last);
      case 'propose':
        return this.#propose(command);
      case 'approve':
        return this.#approve(command);
      case 'correct':
        return this.#correct(command);
      case 'derive':
        await this.#world.derive(command.batch, command.leaveAfter);
        if (!(await this.#isRunning())) this.running = false;
        return;
      case 'freeze':
        return this.#freeze(command.window);
      case 'merge':
        return this.#merge(command);
    }
  }

  /** Derives what is left, so that figures may be compared. */
  async finish(): Promise<void> {
    await this.#world.derive();
    this.running = false;
  }

  async #record(specs: readonly Spec[]): Promise<void> {
    this.#last = specs;
    const said = say(this.chronicle.acts, specs);
    const changed = await this.#expect(said.refused, () => this.#world.record(specs));
    if (said.refused === undefined) expect(changed).toEqual(said.changed);
    this.chronicle = { ...this.chronicle, acts: said.acts };
  }

  async #propose({ by, proposal }: Extract<Command, { do: 'propose' }>): Promise<void> {
    const bad = proposal.value.length === 0 || NOT_VALUES.includes(proposal.value as string);
    const id = await this.#expect(bad ? 'bad-value' : undefined, () => this.#world.propose(by, proposal));
    if (id !== undefined) this.#proposals.push({ id, by, approved: false, decided: proposal });
  }

  async #approve({ by, which, derive }: Extract<Command, { do: 'approve' }>): Promise<void> {
    if (this.#proposals.length === 0) return;
    const it = this.#proposals[which % this.#proposals.length]!;
    const refused = it.approved ? 'already-approved' : it.by === by ? 'same-person' : undefined;
    await this.#expect(refused, () => this.#world.approve(by, it.id));
    if (refused !== undefined) return;
    it.approved = true;
    this.chronicle = { ...this.chronicle, decided: [...this.chronicle.decided, it.decided] };
    await this.#begun(derive);
  }

  async #correct({ pack, derive }: Extract<Command, { do: 'correct' }>): Promise<void> {
    await this.#world.adopt(pack);
    if (pack === this.chronicle.pack) return;
    this.chronicle = { ...this.chronicle, pack };
    await this.#begun(derive);
  }

  /** A revision has begun; with nothing recorded there is nothing to derive. */
  async #begun(derive: boolean): Promise<void> {
    this.running = this.chronicle.acts.length > 0;
    expect(await this.#isRunning()).toBe(this.running);
    if (derive) await this.finish();
  }

  async #isRunning(): Promise<boolean> {
    const { rows } = await this.#world.database.query<{ running: boolean }>('select finished_at is null as running from revision order by id desc limit 1');
    return rows[0]!.running;
  }

  async #freeze(name: string): Promise<void> {
    const year = name.slice(0, 4);
    const window = (['year', 'half', 'month'] as const).flatMap((it) => periodsOf(year, it)).find((it) => it.name === name)!;
    const refused = window.to >= TODAY ? 'window-open' : this.running ? 'deriving' : this.frozen.some((it) => it.window.name === name) ? 'already-frozen' : undefined;
    await this.#expect(refused, () => this.#world.freeze(name));
    if (refused === undefined) this.frozen.push(freezeNow(this.chronicle, window));
  }

  async #merge({ unit, into, day }: Extract<Command, { do: 'merge' }>): Promise<void> {
    const known = mergersOf(this.chronicle);
    const refused = !UNITS.includes(unit) || !UNITS.includes(into) ? 'unknown-unit'
      : unit === into ? 'same-unit'
      : known.some((it) => it.unit === unit) ? 'already-merged'
      : family(known, unit, '9999-12-31').includes(into) ? 'merger-circle' : undefined;
    await this.#expect(refused, () => this.#world.merge(unit, into, day));
    if (refused === undefined) this.chronicle = { ...this.chronicle, mergers: [...this.chronicle.mergers, { unit, into, day }] };
  }

  async #expect<T>(refused: string | undefined, act: () => Promise<T>): Promise<T | undefined> {
    if (refused === undefined) return act();
    const error = await act().then(() => undefined, (it: unknown) => it);
    if (!(error instanceof Refusal) || error.code !== refused) throw new Error(`should be refused as ${refused}, was ${String(error)}`, { cause: error });
    return undefined;
  }
}
