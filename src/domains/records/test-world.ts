import { call } from '@orpc/server';
import { contextOf } from '../../../tests/context.ts';
import { withLedger, type TestLedger } from '../../../tests/database.ts';
import { joinRights } from '../../base/rights.ts';
import { transact } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { record } from '../../ledger/record.ts';
import type { Entry, VerdictAct } from '../../ledger/statements.ts';
import { resolveSubjects } from '../../ledger/subjects.ts';
import { readFigures } from '../../ledger/figures.ts';
import { decimal } from '../../kernel/decimal.ts';
import { parseWindow } from '../../kernel/window.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import type { Role } from '../accounts/terms.ts';
import { keepNames } from '../persons/store.ts';
import { recordsHandlers } from './handlers.ts';
import { recordsRights } from './rights.ts';
import type { DossierView } from './views.ts';

const TODAY = '2026-06-30';
const rights = joinRights([recordsRights]);

/** A record as a test enters it. `credits` are shares by unit; the declaring unit's own where absent. */
export interface Entered {
  readonly kind: string;
  readonly number: string;
  readonly unit: string;
  readonly fields?: Entry['fields'];
  readonly references?: Entry['references'];
  readonly milestones?: Readonly<Record<string, Day>>;
  readonly credits?: Readonly<Record<string, string>>;
  readonly state?: VerdictAct;
}

/** A city with its ledger, and people who do things in it. */
export class World {
  readonly test: TestLedger;
  readonly #accounts = new Map<string, string>();

  constructor(test: TestLedger) {
    this.test = test;
  }

  /** What a person of a unit is given with a request of its own. */
  as(unit: string, role: Role = 'office-handler', person = unit): LedgerContext {
    const account = this.#accounts.get(person) ?? crypto.randomUUID();
    this.#accounts.set(person, account);
    return contextOf(this.test, TODAY, rights, { unit, role, account });
  }

  /** Enters a record past all rights. @returns its id */
  async enter({ kind, number, unit, fields = {}, references = {}, milestones = {}, credits = { [unit]: '1' }, state }: Entered): Promise<string> {
    const { database, ledger } = this.test;
    return transact(database, async (tx) => {
      const ids = await resolveSubjects(tx, [{ kind, number }]);
      const id = [...ids.values()][0]!;
      const parts = Object.entries(credits).map(([one, share]) => ({ unit: one, share }));
      const verdict = state && { act: state, milestones: 'all', takenOver: true, document: '期初建账文件', reason: '期初建账' } as const;
      const origin = { file: 'f'.repeat(64), name: 'register-sample.xlsx', sheet: '项目台账', row: 45 };
      await record(tx, ledger, { unit: 'rencaiban', account: null, request: crypto.randomUUID(), today: TODAY }, [{ subject: { id, kind, number }, unit, entry: { fields, references, credits: parts }, milestones, origin, ...(verdict && { verdict }) }]);
      return id;
    });
  }

  async person(name: string): Promise<string> {
    return (await keepNames(this.test.database, [name]))[0]!;
  }

  detail(context: LedgerContext, id: string): Promise<DossierView> {
    return call(recordsHandlers.dossier, { id }, { context });
  }

  /** The version that a person would have seen. */
  async version(id: string): Promise<number> {
    const { rows } = await this.test.database.query<{ version: number }>('select version from dossier where subject_id = $1', [id]);
    return rows[0]!.version;
  }

  /** A verdict on what was just seen. */
  async give(context: LedgerContext, id: string, act: VerdictAct, more: { reason?: string; milestones?: string[] } = {}): Promise<unknown> {
    return call(recordsHandlers.giveVerdict, { id, version: await this.version(id), act, ...more }, { context: { ...context, request: crypto.randomUUID() } });
  }

  async figure(measure: string, owner: string, window: string, standing: Standing = 'certified'): Promise<number> {
    const { database, ledger } = this.test;
    const [figure] = await readFigures(database, ledger.mechanism, [{ measure, owner, window: parseWindow(window)!, standing }]);
    return Number(figure!.value ?? 0n) / Number(decimal(1));
  }
}

export function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  return withLedger('taixing', (test) => work(new World(test)));
}
