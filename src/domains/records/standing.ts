import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { type Period, windowAt } from '../../kernel/window.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { CITY, type Standing } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { expandUnits } from '../../mechanism/units.ts';
import type { DossierView } from './views.ts';

/** Where a subject counts now: its postings, summed. */
export async function readCounted(db: Queryable, mechanism: Mechanism, subject: string): Promise<DossierView['counted']> {
  const { rows } = await db.query<{ measure: string; owner: string; standing: Standing; day: Day; quantity: string; doubt: string }>(
    `select measure, owner, standing, day, trim_scale(sum(quantity))::text as quantity, sum(doubt) as doubt
     from posting where subject_id = $1
     group by measure, owner, standing, day having sum(quantity) <> 0 or sum(doubt) <> 0
     order by day, measure, owner, standing`,
    [subject],
  );
  const names = await ownerNames(db, mechanism, rows.map((it) => it.owner));
  return rows.flatMap((it) => {
    const measure = mechanism.measures.get(it.measure);
    if (!measure) return [];
    return [{
      measure: it.measure,
      label: measure.label,
      unit: measure.unit,
      owner: { id: it.owner, name: names.get(it.owner) ?? it.owner },
      standing: it.standing,
      day: it.day,
      window: windowAt(it.day, periodOf(mechanism, it.measure, it.owner, it.day)).name,
      quantity: Number(it.quantity),
      doubt: Number(it.doubt),
    }];
  });
}

/** In what windows a measure is printed for an owner; by the year where it is printed for none such. */
function periodOf(mechanism: Mechanism, measure: string, owner: string, day: Day): Period {
  const units = new Set(mechanism.pack.units.map((it) => it.id));
  const figure = mechanism.measures.get(measure)!.figures.find(({ of }) => {
    if (of === 'city') return owner === CITY;
    if (Array.isArray(of)) return expandUnits(mechanism.pack, of, day).includes(owner);
    return owner !== CITY && !units.has(owner);
  });
  return figure?.per ?? 'year';
}

/** The award cases of a subject. */
export async function readAwardCases(db: Queryable, mechanism: Mechanism, subject: string): Promise<DossierView['awards']> {
  const { rows } = await db.query<{ award: string; case: string; year: number; outcome: 'yes' | 'no' | 'unknown'; minFen: string | null; maxFen: string | null }>(
    'select award, case_key as case, year, outcome, trim_scale(min_fen)::text as "minFen", trim_scale(max_fen)::text as "maxFen" from award_case where subject_id = $1 order by year, award, case_key',
    [subject],
  );
  return rows.map((it) => ({ ...it, label: mechanism.pack.awards.find((one) => one.id === it.award)?.label ?? it.award }));
}
