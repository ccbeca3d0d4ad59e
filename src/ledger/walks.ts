import type { Queryable } from '../base/database.ts';
import type { Hop } from '../mechanism/compile-context.ts';
import type { Mechanism } from '../mechanism/mechanism.ts';

/** One reference of one subject. */
export interface Edge {
  readonly from_id: string;
  readonly from_kind: string;
  readonly role: string;
  readonly to_id: string;
}

/** Who is reached, and of which kind. */
export interface Reached {
  readonly id: string;
  readonly kind: string;
}

/** One step: along references of a role, or back along those of a kind. */
type Step = { readonly out: true; readonly role: string; readonly reaches: string } | { readonly out: false; readonly kind: string; readonly role: string; readonly reaches: string };

/** All paths from one kind, with what they have in common walked once. */
interface Fork {
  readonly steps: Map<string, Branch>;
  /** Here a path has come back to the subjects whose rules read it. */
  end: boolean;
}

interface Branch {
  readonly step: Step;
  readonly next: Fork;
  /** Whether rules of the subject at the beginning read along it. */
  forth: boolean;
}

interface Walks {
  /** From a rule's own subject to what it reads. */
  readonly forth: Map<string, Fork>;
  /** The same, and from what is read back to the subjects whose rules read it. */
  readonly around: Map<string, Fork>;
}

const compiled = new WeakMap<Mechanism['paths'], Walks>();

function walksOf({ paths, vocabulary }: Pick<Mechanism, 'paths' | 'vocabulary'>): Walks {
  const held = compiled.get(paths);
  if (held) return held;
  const walks: Walks = { forth: new Map(), around: new Map() };
  for (const [kind, list] of paths) {
    // Named conditions and registers have paths too; no rule is read from them.
    if (!vocabulary[kind]) continue;
    for (const path of list) {
      const kinds = [kind, ...path.map(reachedBy)];
      const forth = path.map((hop): Step => ('to' in hop ? { out: true, role: hop.to, reaches: hop.kind } : { out: false, kind: hop.from, role: hop.role, reaches: hop.from }));
      for (const forks of [walks.forth, walks.around]) add(forks, kind, forth, true);
      // A rule reads what stands at the end of a path, and all that it passes.
      for (let end = path.length; end > 0; end--) {
        add(walks.around, kinds[end]!, path.slice(0, end).map((hop, index): Step => ('to' in hop ? { out: false, kind: kinds[index]!, role: hop.to, reaches: kinds[index]! } : { out: true, role: hop.role, reaches: kinds[index]! })).reverse(), false);
      }
    }
  }
  compiled.set(paths, walks);
  return walks;
}

function reachedBy(hop: Hop): string {
  return 'to' in hop ? hop.kind : hop.from;
}

function add(from: Map<string, Fork>, kind: string, steps: readonly Step[], forth: boolean): void {
  let at = from.get(kind) ?? { steps: new Map(), end: false };
  from.set(kind, at);
  for (const step of steps) {
    const name = JSON.stringify(step);
    const branch = at.steps.get(name) ?? { step, next: { steps: new Map(), end: false }, forth };
    at.steps.set(name, branch);
    branch.forth ||= forth;
    at = branch.next;
  }
  at.end ||= !forth;
}

/** The references on which rules about some subjects read others. @param beside references that stand in no table yet */
export async function walkForth(db: Queryable, mechanism: Pick<Mechanism, 'paths' | 'vocabulary'>, starts: readonly Reached[], beside: readonly Edge[] = []): Promise<Edge[]> {
  const found: Edge[] = [];
  await walkAll(db, walksOf(mechanism).forth, starts, beside, (edges) => void found.push(...edges));
  return found;
}

/** What stands round some subjects. */
export interface Around {
  /** The references on which their rules read others: `walkForth`. */
  readonly edges: readonly Edge[];
  /** The subjects whose rules may read one of these, themselves left out. */
  readonly readers: readonly Reached[];
}

/** Both ways at once. @param beside references that stand in no table yet, or no more */
export async function walkAround(db: Queryable, mechanism: Pick<Mechanism, 'paths' | 'vocabulary'>, starts: readonly Reached[], beside: readonly Edge[]): Promise<Around> {
  const found: Edge[] = [];
  const readers = new Map<string, Reached>();
  await walkAll(db, walksOf(mechanism).around, starts, beside, (edges, ids, { step, forth, next }) => {
    if (forth) found.push(...edges);
    if (next.end) for (const id of ids) readers.set(id, { id, kind: step.reaches });
  });
  for (const it of starts) readers.delete(it.id);
  return { edges: found, readers: [...readers.values()] };
}

type Visit = (edges: readonly Edge[], ids: readonly string[], branch: Branch) => void;

async function walkAll(db: Queryable, forks: ReadonlyMap<string, Fork>, starts: readonly Reached[], beside: readonly Edge[], visit: Visit): Promise<void> {
  await Promise.all([...Map.groupBy(starts, (it) => it.kind)].map(async ([kind, mine]) => {
    const fork = forks.get(kind);
    if (fork) await walk(db, fork, mine.map((it) => it.id), beside, visit);
  }));
}

async function walk(db: Queryable, fork: Fork, at: readonly string[], beside: readonly Edge[], visit: Visit): Promise<void> {
  if (fork.steps.size === 0) return;
  const found = await edgesOf(db, [...fork.steps.values()].map((it) => it.step), at, beside);
  await Promise.all([...fork.steps.values()].map(async (branch) => {
    const { step, next } = branch;
    const edges = found.get(step)!;
    if (edges.length === 0) return;
    const ids = [...new Set(edges.map((it) => (step.out ? it.to_id : it.from_id)))];
    visit(edges, ids, branch);
    await walk(db, next, ids, beside, visit);
  }));
}

/** The references of each step from the same subjects: one query. */
async function edgesOf(db: Queryable, steps: readonly Step[], at: readonly string[], beside: readonly Edge[]): Promise<Map<Step, Edge[]>> {
  const back = steps.filter((it) => !it.out);
  // Kinds and roles apart may bring some that no step asks for; they are left out below.
  const { rows } = await db.query<Edge & { out: boolean }>(
    `select true as out, from_id, from_kind, role, to_id from reference where from_id = any($1::uuid[]) and role = any($2::text[])
     union all
     select false, from_id, from_kind, role, to_id from reference where to_id = any($1::uuid[]) and from_kind = any($3::text[]) and role = any($4::text[])`,
    [at, steps.filter((it) => it.out).map((it) => it.role), back.map((it) => it.kind), back.map((it) => it.role)],
  );
  const here = new Set(at);
  const near = [...rows, ...beside.flatMap((it) => [...(here.has(it.from_id) ? [{ ...it, out: true }] : []), ...(here.has(it.to_id) ? [{ ...it, out: false }] : [])])];
  return new Map(steps.map((step) => [step, near.filter((it) => it.out === step.out && it.role === step.role && (step.out || it.from_kind === step.kind))]));
}
