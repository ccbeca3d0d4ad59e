import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { isVisible } from '../../mechanism/visibility.ts';
import { moneyIn, personIds, shownField } from './shown.ts';
import { refOf, sightOf } from './sight.ts';
import { openDossier } from './store.ts';
import type { TraceView } from './views.ts';
import { isVeiled } from './veil.ts';

/** How far what followed is followed, and how many are shown. */
const STEPS = 4;
const MOST = 200;

/** One that followed from another. */
interface Followed {
  readonly id: string;
  readonly from: string;
  readonly how: string;
}

/**
 * What followed from a record (裂变效应, t3.3), step by step: what refers to it, and what the same firm did later, each in the actor's scope.
 * @throws Refusal 'not-found' where the record is out of scope
 */
export async function readTrace(context: LedgerContext, id: string): Promise<TraceView> {
  const { database, rights } = context;
  const { mechanism } = context.ledger;
  const scope = rights.scope(actorOf(context), 'records:read');
  const found = new Map<string, Dossier>([[id, await openDossier(database, scope, id)]]);
  const steps: Followed[] = [];
  let level = [...found.values()];
  for (let step = 0; step < STEPS && level.length > 0 && found.size < MOST; step++) {
    const next = await followOn(database, scope, mechanism, level);
    const fresh = [...new Map(next.filter((it) => !found.has(it.id)).map((it) => [it.id, it])).values()].slice(0, MOST - found.size);
    const dossiers = await loadDossiers(database, fresh.map((it) => it.id));
    level = [];
    for (const it of fresh) {
      const dossier = dossiers.get(it.id);
      if (!dossier || !isVisible(dossier, 'declared')) continue;
      found.set(it.id, dossier);
      level.push(dossier);
      steps.push(it);
    }
  }
  return viewOf(context, id, found, steps);
}

/** What refers to some records, and what the same firms did on or after their own first day. */
async function followOn(db: Queryable, scope: Scope, mechanism: Mechanism, level: readonly Dossier[]): Promise<Followed[]> {
  const values: unknown[] = [level.map((it) => it.id)];
  const { rows } = await db.query<{ id: string; from: string; kind: string; role: string }>(
    `select d.subject_id as id, r.to_id as from, r.from_kind as kind, r.role from reference r join dossier d on d.subject_id = r.from_id
     where r.to_id = any($1::uuid[]) and d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)} order by d.subject_id limit ${MOST}`,
    values,
  );
  const referring = rows.map(({ id, from, kind, role }) => ({ id, from, how: `以其为${mechanism.vocabulary[kind]?.references[role]?.label ?? role}` }));
  const firms = level.flatMap((it) => {
    const code = it.fields[codeField(mechanism, it.kind) ?? ''];
    // By its firm a code name would tell what it stands for.
    return typeof code === 'string' && !isVeiled(it, scope.units) ? [{ dossier: it, code }] : [];
  });
  return [...referring, ...(await Promise.all(firms.map(({ dossier, code }) => sameFirm(db, scope, mechanism, dossier, code)))).flat()];
}

async function sameFirm(db: Queryable, scope: Scope, mechanism: Mechanism, dossier: Dossier, code: string): Promise<Followed[]> {
  const values: unknown[] = [dossier.kind, codeField(mechanism, dossier.kind), code, dossier.id];
  const { rows } = await db.query<{ id: string }>(
    `select d.subject_id as id from dossier d where d.kind = $1 and d.body -> 'fields' ->> $2 = $3 and d.subject_id <> $4 and d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)} order by d.subject_id limit ${MOST}`,
    values,
  );
  const others = await loadDossiers(db, rows.map((it) => it.id));
  const since = firstDay(mechanism, dossier)?.day ?? '';
  return [...others.values()].filter((it) => !isVeiled(it, scope.units) && (firstDay(mechanism, it)?.day ?? '') >= since).map((it) => ({ id: it.id, from: dossier.id, how: '同一企业' }));
}

/** The field that holds a firm's credit code, where the register has one. */
function codeField({ pack }: Mechanism, kind: string): string | undefined {
  return pack.registers.find((it) => it.subject === kind)?.columns.find((it) => it.creditCode)?.field;
}

function firstDay({ vocabulary }: Mechanism, dossier: Dossier): { day: string; label: string } | undefined {
  const days = Object.entries(dossier.milestones).flatMap(([id, it]) => (it.day === null ? [] : [{ day: it.day, label: vocabulary[dossier.kind]!.milestones[id]?.label ?? id }]));
  return days.sort((a, b) => (a.day < b.day ? -1 : 1))[0];
}

async function viewOf(context: LedgerContext, root: string, found: ReadonlyMap<string, Dossier>, steps: readonly Followed[]): Promise<TraceView> {
  const { mechanism } = context.ledger;
  const { pack, vocabulary } = mechanism;
  const names = await namesOf(context.database, [...found.values()].flatMap((it) => personIds(vocabulary[it.kind]!, it.fields)));
  const depth = new Map([[root, 0]]);
  for (const it of steps) depth.set(it.id, depth.get(it.from)! + 1);
  const sums = new Map<string, { label: string; count: number; fen: bigint }>();
  const nodes = [...found.values()].map((dossier) => {
    const kind = vocabulary[dossier.kind]!;
    const sight = sightOf(context, dossier, names);
    const money = Object.keys(kind.fields).find((it) => kind.fields[it]!.type === 'money');
    const came = steps.find((it) => it.id === dossier.id);
    if (dossier.id !== root) {
      const sum = sums.get(dossier.kind) ?? { label: kind.label, count: 0, fen: 0n };
      sums.set(dossier.kind, { ...sum, count: sum.count + 1, fen: sum.fen + (money === undefined ? 0n : moneyIn(kind, dossier.fields, money)) });
    }
    return {
      subject: refOf(kind, dossier, sight),
      from: came?.from ?? null,
      how: came?.how ?? null,
      step: depth.get(dossier.id)!,
      unit: { id: dossier.unit, name: unitName(pack, dossier.unit) },
      first: firstDay(mechanism, dossier) ?? null,
      amount: money === undefined ? null : shownField(kind, dossier.fields, money, sight),
    };
  });
  return { nodes, sums: [...sums].map(([kind, { label, count, fen }]) => ({ kind, label, count, fen: String(fen) })), cut: found.size >= MOST };
}
