import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { Day } from '../../kernel/day.ts';
import { formatDecimal, ratio } from '../../kernel/decimal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers, type StoredDossier } from '../../ledger/dossiers.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { type Dossier, type Standing, standings } from '../../mechanism/dossier.ts';
import { type Converted, convert, isForeign } from '../../mechanism/exchange.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { dayOf, isVisible } from '../../mechanism/visibility.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { stateLabelOf } from '../records/terms.ts';
import type { projectsContract } from './contract.ts';
import { openRecord } from './open-record.ts';

type Money = InferContractRouterOutputs<typeof projectsContract>['money'];
type Working = NonNullable<Money['promised']>['working'];

/** Money promised and arrived, as far as the actor sees the records of it (t7.2, s3.4). @throws Refusal 'not-found' */
export async function readMoney(context: LedgerContext, id: string): Promise<Money> {
  const { database, rights, clock, ledger: { mechanism } } = context;
  const { pack } = mechanism;
  const actor = actorOf(context);
  const project = await openRecord(database, context, 'records:read', id);
  const [ids, parameters] = await Promise.all([investmentsIn(database, rights.scope(actor, 'records:read'), id), parametersInForce(database, mechanism)]);
  const [found, proven] = await Promise.all([loadDossiers(database, ids), provenArrivals(database, pack, ids)]);
  const investments = ids.map((it) => found.get(it)!);
  const foreignAs = (dossier: Dossier, field: string, day: Day) => foreignOf(pack, dossier, field, (amount, currency) => convert(pack, parameters, { amount, currency, day }));
  const promised = promisedOf(project, foreignAs(project, 'planned', project.milestones['signed']?.day ?? clock.today()));
  const arrived = Object.fromEntries(standings.map((it) => [it, sum(investments, it)])) as Record<Standing, bigint>;
  const share = (fen: bigint): number | null => (promised?.fen ? Number(formatDecimal(ratio(fen, BigInt(promised.fen), 4))) : null);
  return {
    number: project.number,
    promised,
    parts: investments.map((it) => {
      const day = it.milestones['arrived']?.day ?? null;
      const { state } = it.milestones['arrived'] ?? it.milestones[ENTRY]!;
      const fen = amountOf(it);
      const foreign = foreignAs(it, 'originalAmount', day ?? clock.today());
      return {
        id: it.id,
        number: it.number,
        day,
        fen: fen === undefined ? null : String(fen),
        original: foreign && { amount: String(foreign.amount), currency: foreign.currency, working: workingOf(foreign.converted), agrees: foreign.converted === undefined || foreign.converted.fen === fen },
        state,
        stateLabel: stateLabelOf(state),
        divested: it.milestones['divested']?.day ?? null,
        proven: proven.has(it.id),
      };
    }),
    arrived: { declared: String(arrived.declared), certified: String(arrived.certified) },
    share: { declared: share(arrived.declared), certified: share(arrived.certified) },
    mayEnter: project.kind === 'project' && project.milestones[ENTRY] !== undefined && rights.can(actor, 'records:write', { units: [actor.unit] }),
  };
}

/** The investments in a scope that refer to a project, the earliest arrival first. */
async function investmentsIn(db: Queryable, scope: Scope, project: string): Promise<string[]> {
  const values: unknown[] = [project];
  const { rows } = await db.query<{ id: string }>(
    `select d.subject_id as id from reference r join dossier d on d.subject_id = r.from_id
     where r.to_id = $1 and r.role = 'project' and d.kind = 'investment' and d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)}
     order by d.body -> 'milestones' -> 'arrived' ->> 'day' nulls last, d.number`,
    values,
  );
  return rows.map((it) => it.id);
}

/** Those beside whose arrival there stands what the gate of it asks for: a bank's slip, a report on the capital. */
async function provenArrivals(db: Queryable, pack: Pack, ids: readonly string[]): Promise<Set<string>> {
  const asked = new Set(pack.courses.flatMap((it) => (it.subject === 'investment' ? it.gates : [])).flatMap((it) => (it.milestone === 'arrived' ? it.evidence.flat() : [])));
  const words = pack.evidenceKinds.filter((it) => asked.has(it.id)).flatMap((it) => [it.label, ...(it.aliases ?? [])]);
  const { rows } = await db.query<{ id: string }>("select distinct subject_id as id from evidence where subject_id = any($1::uuid[]) and milestone = 'arrived' and kind = any($2::text[])", [ids, words]);
  return new Set(rows.map((it) => it.id));
}

function foreignOf(pack: Pack, { fields }: Dossier, field: string, as: (amount: bigint, currency: string) => Converted | undefined): { amount: bigint; currency: string; converted: Converted | undefined } | null {
  const [amount, currency] = [fields[field], fields['currency']];
  if (typeof amount !== 'string' || typeof currency !== 'string' || !isForeign(pack, currency)) return null;
  return { amount: BigInt(amount), currency, converted: as(BigInt(amount), currency) };
}

function promisedOf({ fields }: Dossier, foreign: ReturnType<typeof foreignOf>): Money['promised'] {
  const planned = fields['planned'];
  if (typeof planned !== 'string') return null;
  if (!foreign) return { amount: planned, currency: '人民币', fen: planned, working: null };
  return { amount: planned, currency: foreign.currency, fen: foreign.converted ? String(foreign.converted.fen) : null, working: workingOf(foreign.converted) };
}

function workingOf(converted: Converted | undefined): Working {
  return converted ? { sentence: converted.sentence, decided: converted.decided, source: converted.source } : null;
}

/** What arrived and stayed, of those records that a standing believes. */
function sum(investments: readonly StoredDossier[], standing: Standing): bigint {
  const stayed = investments.filter((it) => isVisible(it, standing) && dayOf(it, 'arrived', standing) !== undefined && dayOf(it, 'divested', standing) === undefined);
  return stayed.reduce((all, it) => all + (amountOf(it) ?? 0n), 0n);
}

function amountOf({ fields }: Dossier): bigint | undefined {
  return typeof fields['amount'] === 'string' ? BigInt(fields['amount']) : undefined;
}
