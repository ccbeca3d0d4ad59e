import type { Queryable } from '../../base/database.ts';
import { type Decimal, one, ratio } from '../../kernel/decimal.ts';
import type { Rate } from '../../kernel/fen.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { windowsOf } from '../../kernel/window.ts';
import type { Day } from '../../kernel/day.ts';
import { type FigureKey, ownersOf, readFigures } from '../../ledger/figures.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { derivationState } from '../../ledger/revision.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import { CITY } from '../../mechanism/dossier.ts';
import type { Figure } from '../../mechanism/figure.ts';
import { numberOf } from './amounts.ts';
import type { ThirtyRow, ThirtyView } from './views.ts';

/**
 * The least number of further counting projects (each in the numerator and the denominator) that reaches the minimum,
 * and how many of the present ones would have to count. Whole numbers; 0 where it is reached.
 */
export function toClose(numerator: Decimal, denominator: Decimal, minimum: Rate): { further: number; among: number } {
  const short = minimum.numerator * denominator - minimum.denominator * numerator;
  if (short <= 0n) return { further: 0, among: 0 };
  const up = (value: bigint, by: bigint): number => Number((value + by - 1n) / by);
  const rest = minimum.denominator - minimum.numerator;
  return { further: rest > 0n ? up(short, rest * one) : Number.POSITIVE_INFINITY, among: up(short, minimum.denominator * one) };
}

/** The ratio page: the city, and each unit that the ratio is printed for. */
export async function readThirtyPercent(db: Queryable, ledger: Ledger, year: number, today: Day): Promise<ThirtyView> {
  const { mechanism } = ledger;
  const target = mechanism.pack.tasks.flatMap((it) => it.targets).find((it) => ratioOf(it.measure));
  const ratioMeasure = target && ratioOf(target.measure);
  if (!target || !ratioMeasure) throw new Refusal('not-found', '本市的机制没有比例要求。');
  function ratioOf(id: string) {
    const measure = mechanism.measures.get(id);
    return measure && 'ratio' in measure ? measure : undefined;
  }
  const window = windowsOf(year, 'year')[0]!;
  const day = today < window.to ? today : window.to;
  const parameter = typeof target.atLeast === 'object' ? target.atLeast.param : undefined;
  const inForce = parameter === undefined ? undefined : (await parametersInForce(db, mechanism)).at(parameter, day);
  const minimum = inForce && typeof inForce.value === 'object' && 'numerator' in inForce.value ? inForce.value : { numerator: 0n, denominator: 1n };
  const owners = [CITY, ...(await Promise.all(ratioMeasure.figures.filter((it) => it.of !== 'city').map((it) => ownersOf(db, mechanism, it.of, window.to, 'certified')))).flat()];
  const keys = (standing: FigureKey['standing']): FigureKey[] => owners.map((owner) => ({ measure: ratioMeasure.id, owner, window, standing }));
  const certified = await readFigures(db, mechanism, keys('certified'));
  const declared = await readFigures(db, mechanism, keys('declared'));
  const names = await ownerNames(db, mechanism, owners);
  const rows = owners.map((owner, index) => row({ id: owner, name: names.get(owner)! }, certified[index]!, declared[index]!, minimum));
  const measures = [ratioMeasure.ratio.of, ratioMeasure.ratio.over];
  return {
    year,
    measures: { ratio: ratioMeasure.id, numerator: ratioMeasure.ratio.of, denominator: ratioMeasure.ratio.over },
    minimum: numberOf(ratio(minimum.numerator * one, minimum.denominator * one, 8)),
    decided: inForce?.decided ?? false,
    question: mechanism.pack.parameters.find((it) => it.id === parameter)?.question ?? '',
    clauses: clauseRefs(mechanism.pack, ratioMeasure.clauses),
    rule: measures.flatMap((id) => [`${mechanism.measures.get(id)!.label}：${mechanism.rules.filter((it) => it.measure === id).map((it) => it.sentence).join('；')}`]),
    city: rows[0]!,
    units: rows.slice(1),
    deriving: await derivationState(db),
  };
}

function row(owner: ThirtyRow['owner'], held: Figure, said: Figure, minimum: Rate): ThirtyRow {
  const { numerator, denominator } = held.of!;
  const { further, among } = toClose(numerator, denominator, minimum);
  const value = held.value === null ? null : numberOf(held.value);
  const least = Number(minimum.numerator) / Number(minimum.denominator);
  const waiting = said.of!.numerator - numerator;
  return {
    owner,
    numerator: numberOf(numerator),
    denominator: numberOf(denominator),
    ratio: value,
    declaredNumerator: numberOf(said.of!.numerator),
    declaredDenominator: numberOf(said.of!.denominator),
    doubt: held.doubt,
    distance: value === null ? null : Math.round((value - least) * 10_000) / 100,
    toClose: further,
    hint: hintOf(denominator, further, among, waiting),
  };
}

function hintOf(denominator: Decimal, further: number, among: number, waiting: Decimal): string {
  if (denominator === 0n) return '本年还没有认定的新签约或开工项目';
  const pending = waiting > 0n ? `；已申报未认定的人才领办创办项目有 ${numberOf(waiting)} 个` : '';
  if (further === 0) return `已达到要求${pending}`;
  return `再签约或开工 ${further} 个人才领办创办项目，或在现有项目中认定 ${among} 个为人才领办创办，即可达到${pending}`;
}
