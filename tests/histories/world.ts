import type { Database } from '../../src/base/database.ts';
import { transact, type Transaction } from '../../src/base/transaction.ts';
import { parseWindow } from '../../src/kernel/window.ts';
import { approveDecision, proposeDecision } from '../../src/ledger/decisions.ts';
import { freeze } from '../../src/ledger/freeze.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { record } from '../../src/ledger/record.ts';
import { adoptPack, continueDerivation } from '../../src/ledger/revision.ts';
import type { Author, Statement } from '../../src/ledger/statements.ts';
import { foldTotals } from '../../src/ledger/totals.ts';
import { resolveSubjects, subjectKey } from '../../src/ledger/subjects.ts';
import { mergeUnits } from '../../src/ledger/units.ts';
import type { Proposal } from './commands.ts';
import { TODAY } from './days.ts';
import type { Credit } from './model/acts.ts';
import type { Spec } from './model/statements.ts';
import { type PackName, packs } from './packs.ts';

const PEOPLE = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000c'];

/** The platform as histories act on it: each act a transaction of its own. */
export class World {
  readonly database: Database;
  pack: PackName = 'first';
  #recorded = 0;

  constructor(database: Database) {
    this.database = database;
  }

  get ledger(): Ledger {
    return packs[this.pack].ledger;
  }

  /** @returns of which subjects anything changed */
  async record(specs: readonly Spec[]): Promise<boolean[]> {
    const changed = await transact(this.database, async (tx) => {
      const statements = await statementsOf(tx, specs);
      return (await record(tx, this.ledger, author(), statements)).map((it) => it.changed);
    });
    // Now and then the totals are brought up to date; figures must not show whether.
    if (++this.#recorded % 3 === 0) await foldTotals(this.database, 1);
    return changed;
  }

  propose(by: number, { parameter, value, from }: Proposal): Promise<string> {
    return transact(this.database, (tx) => proposeDecision(tx, this.ledger, PEOPLE[by]!, { parameter, value, from }, '会议纪要'));
  }

  approve(by: number, id: string): Promise<void> {
    return transact(this.database, (tx) => approveDecision(tx, this.ledger, PEOPLE[by]!, id));
  }

  async adopt(pack: PackName): Promise<void> {
    const { ledger, files } = packs[pack];
    await transact(this.database, (tx) => adoptPack(tx, { hash: ledger.packHash, city: 'histories', files }));
    this.pack = pack;
  }

  /** Derives again in small batches, and may be cut off after some of them. */
  async derive(batch = 1_000, leaveAfter = Number.POSITIVE_INFINITY): Promise<void> {
    let done = 0;
    const cutOff = new Error('cut off');
    await continueDerivation(this.database, this.ledger, () => {
      if (++done >= leaveAfter) throw cutOff;
    }, batch).catch((error: unknown) => {
      if (error !== cutOff) throw error;
    });
  }

  async freeze(window: string): Promise<void> {
    await transact(this.database, (tx) => freeze(tx, this.ledger, author(), parseWindow(window)!, null));
  }

  merge(unit: string, into: string, day: string): Promise<void> {
    return transact(this.database, (tx) => mergeUnits(tx, this.ledger, author(), { unit, into, day, document: '区划调整批复' }));
  }
}

function author(): Author {
  return { unit: 'office', account: null, request: crypto.randomUUID(), today: TODAY };
}

async function statementsOf(tx: Transaction, specs: readonly Spec[]): Promise<Statement[]> {
  const referred = specs.flatMap((it) => Object.values(it.entry?.references ?? {})).map((it) => ({ kind: it.split(' ')[0]!, number: it.split(' ')[1]! }));
  const named = [...specs.map(({ kind, number }) => ({ kind, number })), ...referred];
  const ids = await resolveSubjects(tx, [...new Map(named.map((it) => [subjectKey(it), it])).values()]);
  return specs.map(({ kind, number, unit, entry, days, transfer, verdict, withdrawn }): Statement => ({
    subject: { id: ids.get(subjectKey({ kind, number }))!, kind, number },
    unit,
    ...(entry && { entry: { fields: entry.fields, references: Object.fromEntries(Object.entries(entry.references).map(([role, name]) => [role, ids.get(name)!])), credits: entry.credits.map(shareOf) } }),
    ...(days && { milestones: days }),
    ...(transfer && { transfer: { from: transfer.from, parts: transfer.credits.map(shareOf) } }),
    ...(verdict && { verdict: { act: verdict.act as NonNullable<Statement['verdict']>['act'], milestones: verdict.milestones } }),
    ...(withdrawn && { withdrawn }),
  }));
}

/** Millionths as the ledger writes them: `0.333333`. */
function shareOf({ unit, millionths }: Credit): { unit: string; share: string } {
  const text = (millionths / 1_000_000).toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
  return { share: text, unit };
}
