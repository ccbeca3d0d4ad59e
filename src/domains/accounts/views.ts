import type { Queryable } from '../../base/database.ts';
import { yearOf } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { findPasswordAge } from './password-store.ts';
import { readProfile } from './profile.ts';
import { daysLeft } from './stages.ts';
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
  /** Null without a grant. */
  role: Role | null;
  disabled: boolean;
  /** Whether it is logged in to by the city's single sign-on. */
  linked: boolean;
}

/** Accounts with the names of their persons; an erased person has none. */
export async function accountViews(db: Queryable, pack: Pack, accounts: readonly AccountRow[]): Promise<AccountView[]> {
  const names = await namesOf(db, accounts.map((it) => it.person));
  return accounts.map(({ person, unit, ...it }) => ({ ...it, name: names.get(person) ?? '', unit: { id: unit, name: unitName(pack, unit) } }));
}

/** Who is at work, what they may do, and where they are. */
export async function readSession({ database, ledger, clock, rights, actor, caller, demo }: LedgerContext) {
  const { pack } = ledger.mechanism;
  const today = clock.today();
  const row = actor && (await findAccount(database, actor.account));
  const [account] = row ? await accountViews(database, pack, [row]) : [];
  const years = account ? await yearsWithPostings(database) : [];
  const profile = await readProfile(database);
  const stage = caller?.session?.stage ?? 'full';
  const age = actor && (await findPasswordAge(database, actor.account));
  const left = age ? daysLeft(age.passwordAt, profile, age.now) : null;
  return {
    account: account ?? null,
    stage: stage === 'full' ? null : stage,
    passwordRules: { length: profile.passwordLength, classes: profile.classes },
    passwordDaysLeft: left !== null && left <= profile.noticeDays ? left : null,
    passkeys: caller?.origin !== undefined,
    singleSignOn: caller?.issuer !== undefined && caller.origin !== undefined,
    rights: actor && account ? rights.held(actor) : [],
    setupNeeded: account ? false : await isSetupNeeded(database, demo),
    demo,
    city: { id: pack.city.id, name: pack.city.name },
    platform: pack.city.platform,
    today,
    years: [...new Set([yearOf(today), ...years])].sort((a, b) => b - a),
  };
}
