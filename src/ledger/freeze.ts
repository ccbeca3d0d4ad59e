import type { Queryable } from '../base/database.ts';
import type { Transaction } from '../base/transaction.ts';
import { decimal, formatDecimal } from '../kernel/decimal.ts';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Window, windowInChinese } from '../kernel/window.ts';
import { standings } from '../mechanism/dossier.ts';
import type { Figure } from '../mechanism/figure.ts';
import { writtenInChinese } from '../mechanism/operand.ts';
import { type FigureKey, printedFigures, readFigures } from './figures.ts';
import { currentRevision, type Ledger, LEDGER_LOCK, lastSeq, parametersInForce } from './ledger.ts';
import { derivationState } from './revision.ts';
import type { Author } from './statements.ts';

export interface Freeze {
  readonly id: string;
  readonly window: string;
  readonly from: Day;
  readonly to: Day;
  readonly lastSeq: bigint;
  readonly document: string | null;
  readonly frozenAt: string;
}

/**
 * Freezes a window that has passed: for an instant no one writes, and every printed figure of its year is stored.
 * @throws Refusal 'window-open', 'already-frozen', 'deriving'
 */
export async function freeze(tx: Transaction, ledger: Ledger, author: Author, window: Window, document: string | null): Promise<Freeze> {
  if (window.to >= author.today) throw new Refusal('window-open', `${windowInChinese(window)}还没有结束，要到${window.to}之后才能封账。`);
  await tx.query('select pg_advisory_xact_lock($1)', [LEDGER_LOCK]);
  await currentRevision(tx, ledger);
  if ((await derivationState(tx)).running) throw new Refusal('deriving', '正在按新的口径重算，此时不能封账。请等重算完成后再封。');
  const { rows } = await tx.query<{ id: string; frozen_at: Date }>(
    `insert into period_freeze (window_name, from_day, to_day, last_seq, document, account) values ($1, $2, $3, $4, $5, $6)
     on conflict (window_name) do nothing returning id, frozen_at`,
    [window.name, window.from, window.to, String(await lastSeq(tx)), document, author.account],
  );
  if (!rows[0]) throw new Refusal('already-frozen', `${windowInChinese(window)}已经封账，不能再封一次。`);
  await storeFigures(tx, ledger, rows[0].id, window);
  return (await listFreezes(tx)).find((it) => it.id === rows[0]!.id)!;
}

async function storeFigures(tx: Transaction, ledger: Ledger, id: string, window: Window): Promise<void> {
  const { mechanism } = ledger;
  const parameters = await parametersInForce(tx, mechanism);
  const year = Number(window.from.slice(0, 4));
  const keys: FigureKey[] = [];
  for (const measure of mechanism.pack.measures) for (const standing of standings) keys.push(...(await printedFigures(tx, mechanism, measure.id, year, standing)));
  const figures = await readFigures(tx, mechanism, keys);
  const decisions = new Map(mechanism.pack.measures.map((measure) => {
    const hung = [...mechanism.hangsOn].filter(([, ids]) => ids.has(measure.id)).map(([parameter]) => {
      const inForce = parameters.at(parameter, window.to);
      return [parameter, inForce ? { value: writtenInChinese(inForce.written), decided: inForce.decided, source: inForce.source } : null];
    });
    return [measure.id, JSON.stringify(Object.fromEntries(hung))];
  }));
  const text = (value: bigint | null | undefined): string | null => (value === null || value === undefined ? null : formatDecimal(value));
  await tx.query(
    `insert into frozen_figure (freeze_id, measure, owner, window_name, standing, value, doubt, numerator, denominator, decisions)
     select $1, f.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::numeric[], $7::int[], $8::numeric[], $9::numeric[], $10::jsonb[])
       as f (measure, owner, window_name, standing, value, doubt, numerator, denominator, decisions)`,
    [
      id,
      keys.map((it) => it.measure),
      keys.map((it) => it.owner),
      keys.map((it) => it.window.name),
      keys.map((it) => it.standing),
      figures.map((it) => text(it.value)),
      figures.map((it) => it.doubt),
      figures.map((it) => text(it.of?.numerator)),
      figures.map((it) => text(it.of?.denominator)),
      keys.map((it) => decisions.get(it.measure)!),
    ],
  );
}

/** All freezes, the earliest first. */
export async function listFreezes(db: Queryable): Promise<Freeze[]> {
  const { rows } = await db.query<{ id: string; window_name: string; from_day: Day; to_day: Day; last_seq: string; document: string | null; frozen_at: Date }>(
    'select id, window_name, from_day, to_day, last_seq, document, frozen_at from period_freeze order by last_seq, frozen_at, id',
  );
  return rows.map((it) => ({ id: it.id, window: it.window_name, from: it.from_day, to: it.to_day, lastSeq: BigInt(it.last_seq), document: it.document, frozenAt: it.frozen_at.toISOString() }));
}

/** The freeze that first covered a window whole; its figures are what was printed. */
export function freezeOf(freezes: readonly Freeze[], window: Window): Freeze | undefined {
  return freezes.find((it) => it.from <= window.from && window.to <= it.to);
}

export function frozenName(key: Pick<FigureKey, 'measure' | 'owner' | 'standing'> & { window: string }): string {
  return [key.measure, key.owner, key.standing, key.window].join(' ');
}

/** What a freeze printed, by `frozenName`. */
export async function frozenFigures(db: Queryable, id: string): Promise<Map<string, Figure>> {
  const { rows } = await db.query<{ measure: string; owner: string; standing: FigureKey['standing']; window_name: string; value: string | null; doubt: number; numerator: string | null; denominator: string | null }>(
    'select measure, owner, standing, window_name, value, doubt, numerator, denominator from frozen_figure where freeze_id = $1',
    [id],
  );
  return new Map(rows.map((it) => [
    frozenName({ ...it, window: it.window_name }),
    {
      value: it.value === null ? null : decimal(it.value),
      doubt: it.doubt,
      ...(it.numerator !== null && it.denominator !== null && { of: { numerator: decimal(it.numerator), denominator: decimal(it.denominator) } }),
    },
  ]));
}
