import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { ENACTED_MERGERS, type Merger } from '../../ledger/units.ts';
import { unitName, unitsWithin } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { openRecord } from './open-record.ts';

/** Somebody who may see a record. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string };
}

interface Granted {
  readonly account: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string;
  readonly also: string[];
}

/** Everybody but the actor who may see what is said of a record, those of its own unit first. @throws Refusal 'not-found' */
export async function colleaguesOf(context: LedgerContext, id: string, db: Queryable = context.database): Promise<Colleague[]> {
  const { ledger, rights, clock, demo } = context;
  const { pack } = ledger.mechanism;
  const actor = actorOf(context);
  await openRecord(db, context, 'followups:read', id);
  const [{ rows: granted }, { rows: enacted }] = await Promise.all([
    db.query<Granted>('select a.id as account, a.person_id as person, g.role, g.unit, g.also from role_grant g join account a on a.id = g.account_id where g.ended_at is null and a.disabled_at is null and (not a.demo or $1) and a.id <> $2', [demo, actor.account]),
    db.query<{ mergers: Merger[] }>(`select ${ENACTED_MERGERS} as mergers`, []),
  ]);
  // Whoever holds the same role at the same units sees the same.
  const seen = new Map<string, Promise<boolean>>();
  const sees = ({ account, role, unit, also }: Granted): Promise<boolean> => {
    if (rights.reach({ role }, 'followups:read') === 'none') return Promise.resolve(false);
    const key = JSON.stringify([role, unit, also]);
    const asked = seen.get(key) ?? reaches(db, rights.scope({ account, unit, role, units: unitsWithin(pack, [unit, ...also], enacted[0]!.mergers, clock.today()) }, 'followups:read'), id);
    seen.set(key, asked);
    return asked;
  };
  const may = await Promise.all(granted.map(sees));
  const found = granted.filter((_, at) => may[at]);
  const names = await namesOf(db, found.map((it) => it.person));
  const colleagues = found.flatMap(({ account, person, unit }) => (names.has(person) ? [{ id: account, name: names.get(person)!, unit: { id: unit, name: unitName(pack, unit) } }] : []));
  const order = (it: Colleague): string => `${it.unit.id === actor.unit ? 0 : 1} ${it.unit.name} ${it.name}`;
  return colleagues.sort((a, b) => order(a).localeCompare(order(b), 'zh-CN'));
}

async function reaches(db: Queryable, scope: Scope, id: string): Promise<boolean> {
  const values: unknown[] = [id];
  return (await db.query(`select from dossier d where d.subject_id = $1 and ${scopeSql(scope, 'd', values)}`, values)).rowCount === 1;
}

/** Names of the persons behind accounts. */
export async function accountNames(db: Queryable, accounts: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; person: string }>('select id, person_id as person from account where id = any($1::uuid[])', [[...new Set(accounts)]]);
  const names = await namesOf(db, rows.map((it) => it.person));
  return new Map(rows.flatMap((it) => (names.has(it.person) ? [[it.id, names.get(it.person)!] as const] : [])));
}
