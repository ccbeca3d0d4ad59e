import { Refusal } from '../kernel/refusal.ts';

/** A right is an object and an act: `figures:read`. */
export type Right = `${string}:${string}`;

/** How far a right reaches: everything, what the actor's own units declared or are credited with, or nothing. */
export type Reach = 'all' | 'own' | 'none';

/** Who acts: an account that is signed in, at its unit, in its role. */
export interface Actor {
  readonly account: string;
  readonly unit: string;
  /** The actor's unit, those below it, those that were merged into any of them, and those that the grant adds. */
  readonly units: readonly string[];
  readonly role: string;
}

/** Rows of a domain's `rights.ts`: right → role → reach. Roles that are not named have none. */
export type RightRows = Readonly<Record<Right, Readonly<Record<string, Reach>>>>;

/** What a right is called where people read it: 看台账. */
export type RightLabels = Readonly<Record<Right, string>>;

/** To see sealed records of other units. */
const SEALED: Right = 'records:read-sealed';

declare const scoped: unique symbol;
/** What an actor may see or touch under a right. Only `Rights.scope` makes one, and store functions ask for one. */
export interface Scope {
  readonly [scoped]: true;
  readonly reach: 'all' | 'own';
  readonly units: readonly string[];
  /** Whether records count that were shared with one of the units: for looking, never for writing. */
  readonly shared: boolean;
  /** Whether sealed records of other units are seen. */
  readonly sealed: boolean;
}

/** The units that an object belongs to: who declared it and who is credited. */
export interface Belonging {
  readonly units: readonly string[];
}

/** All rights of the house, asked in one place. */
export class Rights {
  readonly #rows: RightRows;
  readonly #labels: RightLabels;

  constructor(rows: RightRows, labels: RightLabels = {}) {
    this.#rows = rows;
    this.#labels = labels;
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
    return reach === 'all' || (reach === 'own' && (object === undefined || object.units.some((it) => actor.units.includes(it))));
  }

  /** @throws Refusal 'forbidden' where the actor's role does not have the right at all */
  scope(actor: Actor, right: Right): Scope {
    const reach = this.reach(actor, right);
    if (reach === 'none') throw new Refusal('forbidden', '您的岗位没有这项权限，如工作需要请联系本单位负责人，由安全管理员授权。');
    return { reach, units: actor.units, shared: right.endsWith(':read'), sealed: this.reach(actor, SEALED) === 'all' } as Scope;
  }

  /** The same, of some rights alone: what a token that was given a part of a role may do. */
  only(rights: readonly string[]): Rights {
    return new Rights(Object.fromEntries(Object.entries(this.#rows).filter(([right]) => rights.includes(right))), this.#labels);
  }

  /** What people call a right; its id where it has no words (any more). */
  label(right: string): string {
    return this.#labels[right as Right] ?? right;
  }

  /** Every row, for the generated document and the checks. */
  rows(): RightRows {
    return this.#rows;
  }
}

/** Joins the rows of the domains. @throws Error where two domains name the same right */
export function joinRights(all: readonly RightRows[], labels: readonly RightLabels[] = []): Rights {
  const rows: Record<Right, RightRows[Right]> = {};
  for (const one of all) {
    for (const [right, roles] of Object.entries(one) as [Right, RightRows[Right]][]) {
      if (Object.hasOwn(rows, right)) throw new Error(`right ${right} is declared twice`);
      rows[right] = roles;
    }
  }
  return new Rights(rows, Object.assign({}, ...labels) as RightLabels);
}

/**
 * The only place that turns a scope into SQL, for lists, counts, search, export, reads and writes alike.
 * @param dossier the alias of the `dossier` table in the query
 * @param values the query's values; the scope's own are appended
 * @returns a condition to stand after `and`
 */
export function scopeSql(scope: Scope, dossier: string, values: unknown[]): string {
  return scope.reach === 'all' ? unsealedSql(scope, dossier, values) : belongsSql(scope, dossier, values);
}

/** As `scopeSql`, of seals alone: what a seal keeps from the scope is not even named where other records are shown. */
export function unsealedSql(scope: Scope, dossier: string, values: unknown[]): string {
  if (scope.sealed) return 'true';
  return `(not exists (select from record_seal e where e.subject_id = ${dossier}.subject_id and e.lifted_at is null) or ${belongsSql(scope, dossier, values)})`;
}

/** What is the scope's units' own, or shared with one of them. */
function belongsSql(scope: Scope, dossier: string, values: unknown[]): string {
  values.push(scope.units);
  const own = `any($${values.length}::text[])`;
  const subject = `${dossier}.subject_id`;
  const belongs = [
    `${dossier}.unit = ${own}`,
    `exists (select from credited c where c.subject_id = ${subject} and c.unit = ${own})`,
    ...(scope.shared ? [`exists (select from record_share h where h.subject_id = ${subject} and h.unit = ${own} and h.ended_at is null)`] : []),
  ];
  return `(${belongs.join(' or ')})`;
}
