import type { Queryable } from '../../base/database.ts';
import { yearOf } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { isSetupNeeded } from './setup.ts';
import { type AccountRow, findAccount, yearsWithPostings } from './store.ts';
import type { Role } from './terms.ts';

/** An account as people see it. */
export interface AccountView {
  id: string;
  login: string;
  name: string;
  unit: { id: string; name: string };
  post: string;
  role: Role;
  disabled: boolean;
}

/** Accounts with the names of their persons; an erased person has none. */
export async function accountViews(db: Queryable, pack: Pack, accounts: readonly AccountRow[]): Promise<AccountView[]> {
  const names = await namesOf(db, accounts.map((it) => it.person));
  return accounts.map(({ person, unit, ...it }) => ({ ...it, name: names.get(person) ?? '', unit: { id: unit, name: unitName(pack, unit) } }));
}

/** Who is at work, what they may do, and where they are. */
export async function readSession({ database, ledger, clock, rights, actor, demo }: LedgerContext) {
  const { pack } = ledger.mechanism;
  const today = clock.today();
  const row = actor && (await findAccount(database, actor.account));
  const [account] = row ? await accountViews(database, pack, [row]) : [];
  const years = account ? await yearsWithPostings(database) : [];
  return {
    account: account ?? null,
    rights: actor && account ? rights.held(actor) : [],
    setupNeeded: account ? false : await isSetupNeeded(database, demo),
    demo,
    city: { id: pack.city.id, name: pack.city.name },
    platform: pack.city.platform,
    today,
    years: [...new Set([yearOf(today), ...years])].sort((a, b) => b - a),
  };
}
