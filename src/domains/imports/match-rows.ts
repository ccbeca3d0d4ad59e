import { setImmediate } from 'node:timers/promises';
import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { type Scope, scopeSql } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { ReadFiles } from './intake-files.ts';
import type { FoundRegister } from './layout.ts';
import { type Candidate, type Known, NameBook } from './name-book.ts';
import { VEILED } from './stored.ts';
import { type ReadRegister, ROWS_A_TURN } from './read-registers.ts';
import type { ReadRow } from './read-row.ts';

/** What was picked for rows without a number, by `placeOf`: a record's number, that it is a new one, or that it is left out. */
export type Picks = Readonly<Record<string, { readonly to: string; readonly auto?: true } | 'new' | 'out'>>;

/** A row without a number, and what it may be about. */
export interface Match {
  readonly place: string;
  readonly sheet: string;
  readonly row: number;
  /** As the file names it; never a person's name. */
  readonly name: string;
  readonly creditCode: string;
  readonly candidates: readonly Candidate[];
}

/** Where a row stands in an import: the file, its sheet, the row's number. */
export function placeOf(read: ReadFiles, found: FoundRegister, row: number): string {
  return `${read.files.indexOf(found.file)}:${found.sheet.name}:${row}`;
}

/** Whether a register's rows came without numbers, to be matched by what names them. */
export function isUnnumbered({ origin, places }: FoundRegister): boolean {
  return origin.subject !== undefined && ![...places.keys()].some((it) => it.number);
}

/**
 * Looks for the records that rows without a number are about, among what the importer may read and change.
 * @returns every such row, and the picks with those that are beyond doubt; each record is proposed once
 */
export async function matchRows(db: Queryable, context: LedgerContext, read: ReadFiles): Promise<{ matches: Match[]; picks: Picks }> {
  const { mechanism } = context.ledger;
  const matches: Match[] = [];
  const picks: Record<string, Picks[string]> = {};
  for (const { found, rows } of read.registers) {
    if (!isUnnumbered(found)) continue;
    const book = new NameBook(await knownTo(db, mechanism, scopeOf(context, found), found));
    const taken = new Set<string>();
    let turn = 0;
    for (const { at, row, problems } of rows) {
      if (!row || problems.length > 0) continue;
      const named = namesOf(mechanism, found, row);
      const { exact, candidates } = book.find(named);
      const place = placeOf(read, found, at.number);
      matches.push({ place, sheet: found.register.sheet, row: at.number, ...named, candidates });
      if (exact && !taken.has(exact.number)) picks[place] = { to: exact.number, auto: true };
      if (exact) taken.add(exact.number);
      if (++turn % ROWS_A_TURN === 0) await setImmediate();
    }
  }
  return { matches, picks };
}

/** What the actor may both read and change by an import of the register. */
function scopeOf(context: LedgerContext, { origin }: FoundRegister): Scope {
  const actor = actorOf(context);
  const making = context.rights.scope(actor, 'imports:make');
  return making.reach === 'all' || origin.keeper === actor.unit ? context.rights.scope(actor, 'records:read') : making;
}

function namesOf(mechanism: Mechanism, { origin }: FoundRegister, { fields }: ReadRow): { name: string; creditCode: string } {
  const { nameField } = mechanism.vocabulary[origin.subject!]!;
  const code = origin.columns.find((it) => it.creditCode)?.field;
  return { name: String((nameField && fields[nameField]) ?? ''), creditCode: String((code && fields[code]) ?? '') };
}

async function knownTo(db: Queryable, mechanism: Mechanism, scope: Scope, { origin }: FoundRegister): Promise<Known[]> {
  const { nameField } = mechanism.vocabulary[origin.subject!]!;
  const values: unknown[] = [origin.subject, nameField ?? '', origin.columns.find((it) => it.creditCode)?.field ?? ''];
  const own = `any($${values.push(scope.units)}::text[])`;
  const { rows } = await db.query<Known>(
    `select d.number, coalesce(d.body -> 'fields' ->> $2, '') as name, coalesce(d.body -> 'fields' ->> $3, '') as "creditCode"
     from dossier d where d.kind = $1 and d.state <> 'withdrawn' and ${scopeSql(scope, 'd', values)}
       and (not ${VEILED} or d.unit = ${own} or exists (select from credited c where c.subject_id = d.subject_id and c.unit = ${own})) order by d.number`,
    values,
  );
  return rows;
}

/**
 * The rows under the numbers that were picked for them; rows that are left out or not decided yet are not among them, but for those with
 * mistakes of their own.
 * The name by which a record was found stays as it stands: it was there to find it.
 * @param numbers gives a register's next numbers, so many
 */
export async function applyPicks({ vocabulary }: Mechanism, read: ReadFiles, picks: Picks, numbers: (found: FoundRegister, count: number) => Promise<readonly string[]>): Promise<ReadFiles> {
  const registers: ReadRegister[] = [];
  for (const register of read.registers) {
    const { found, rows } = register;
    if (!isUnnumbered(found)) {
      registers.push(register);
      continue;
    }
    const pickOf = (row: number): Picks[string] | undefined => picks[placeOf(read, found, row)];
    const nameField = vocabulary[found.origin.subject!]!.nameField ?? '';
    const fresh = [...(await numbers(found, rows.filter((it) => pickOf(it.at.number) === 'new').length))];
    registers.push({
      found,
      rows: rows.flatMap((it) => {
        const pick = pickOf(it.at.number);
        if (it.problems.length > 0) return pick === 'out' ? [] : [it];
        if (pick === undefined || pick === 'out' || !it.row) return [];
        if (pick === 'new') return [{ ...it, row: { ...it.row, number: fresh.shift()! } }];
        const { [nameField]: _, ...fields } = it.row.fields;
        return [{ ...it, row: { ...it.row, number: pick.to, fields } }];
      }),
    });
  }
  return { ...read, registers };
}
