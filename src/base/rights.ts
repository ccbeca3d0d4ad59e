import { Refusal } from '../kernel/refusal.ts';

/** A right is an object and an act: `figures:read`. */
export type Right = `${string}:${string}`;

/** How far a right reaches: everything, what the actor's own unit declared or is credited with, or nothing. */
export type Reach = 'all' | 'own' | 'none';

/** Who acts: an account that is signed in, at its unit, in its role. */
export interface Actor {
  readonly account: string;
  readonly unit: string;
  readonly role: string;
}

/** Rows of a domain's `rights.ts`: right → role → reach. Roles that are not named have none. */
export type RightRows = Readonly<Record<Right, Readonly<Record<string, Reach>>>>;

declare const scoped: unique symbol;
/** What an actor may see or touch under a right. Only `Rights.scope` makes one, and store functions ask for one. */
export interface Scope {
  readonly [scoped]: true;
  readonly reach: 'all' | 'own';
  readonly unit: string;
}

/** The units that an object belongs to: who declared it and who is credited. */
export interface Belonging {
  readonly units: readonly string[];
}

/** All rights of the house, asked in one place. */
export class Rights {
  readonly #rows: RightRows;

  constructor(rows: RightRows) {
    this.#rows = rows;
  }

  knows(right: Right): boolean {
    return Object.hasOwn(this.#rows, right);
  }

  reach(actor: Pick<Actor, 'role'>, right: Right): Reach {
    return (this.knows(right) && this.#rows[right]![actor.role]) || 'none';
  }

  /** The rights that a role has at all. */
  held(actor: Pick<Actor, 'role'>): Right[] {
    return (Object.keys(this.#rows) as Right[]).filter((it) => this.reach(actor, it) !== 'none').sort();
  }

  can(actor: Actor, right: Right, object?: Belonging): boolean {
    const reach = this.reach(actor, right);
    return reach === 'all' || (reach === 'own' && (object === undefined || object.units.includes(actor.unit)));
  }

  /** @throws Refusal 'forbidden' where the actor's role does not have the right at all */
  scope(actor: Actor, right: Right): Scope {
    const reach = this.reach(actor, right);
    if (reach === 'none') throw new Refusal('forbidden', '您的岗位没有这项权限，如工作需要请联系人才办。');
    return { reach, unit: actor.unit } as Scope;
  }

  /** Every row, for the generated document and the checks. */
  rows(): RightRows {
    return this.#rows;
  }
}

/** Joins the rows of the domains. @throws Error where two domains name the same right */
export function joinRights(all: readonly RightRows[]): Rights {
  const rows: Record<Right, RightRows[Right]> = {};
  for (const one of all) {
    for (const [right, roles] of Object.entries(one) as [Right, RightRows[Right]][]) {
      if (Object.hasOwn(rows, right)) throw new Error(`right ${right} is declared twice`);
      rows[right] = roles;
    }
  }
  return new Rights(rows);
}

/**
 * The only place that turns a scope into SQL, for lists, counts, search, export, reads and writes alike.
 * @param dossier the alias of the `dossier` table in the query
 * @param values the query's values; the scope's own are appended
 * @returns a condition to stand after `and`
 */
export function scopeSql(scope: Scope, dossier: string, values: unknown[]): string {
  if (scope.reach === 'all') return 'true';
  values.push(scope.unit);
  const own = `$${values.length}`;
  return `(${dossier}.unit = ${own} or exists (select from credited c where c.subject_id = ${dossier}.subject_id and c.unit = ${own}))`;
}
