import { decimal, formatDecimal, one, parseDecimal } from '../../kernel/decimal.ts';
import type { Day } from '../../kernel/day.ts';
import { isCreditCode } from '../../kernel/credit-code.ts';
import type { Credit, Value } from '../../mechanism/dossier.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { Field, SubjectKind } from '../../mechanism/vocabulary.ts';
import type { Cell } from '../../office/sheet.ts';
import { amountOfCell, dayOfCell, listOfCell, partnersOfCell, textOf } from '../../office/cell-habits.ts';
import { SEALED_LABEL, stateLabels } from '../records/terms.ts';
import { quoted } from './quoted.ts';
import type { RefusalCode } from './terms.ts';
import type { UnitNames } from './unit-names.ts';

/** A row that reads well by itself; references and people are still names. */
export interface ReadRow {
  readonly number: string;
  /** Only the fields whose columns the sheet has; null empties. */
  readonly fields: Record<string, Value | null>;
  /** Names of humans, by field; they go into `person`. */
  readonly people: Record<string, string | null>;
  readonly references: Record<string, string | null>;
  readonly milestones: Record<string, Day | null>;
  readonly credits: readonly Credit[];
  /** The unit that the row names first. */
  readonly unit: string | undefined;
  readonly stateWord: string | undefined;
}

export interface RowProblem {
  readonly code: RefusalCode;
  readonly message: string;
}

export interface RowReading {
  readonly pack: Pack;
  readonly kind: SubjectKind;
  readonly units: UnitNames;
}

/** Reads one row of a subject's register. Every problem is told; the caller takes the first by code. */
export function readRow(reading: RowReading, cells: ReadonlyMap<ColumnFormat, Cell>): { row: ReadRow; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const fields: ReadRow['fields'] = {};
  const people: ReadRow['people'] = {};
  const references: ReadRow['references'] = {};
  const milestones: ReadRow['milestones'] = {};
  let number = '';
  let stateWord: string | undefined;
  for (const [column, cell] of cells) {
    const text = textOf(cell);
    if (text === '' && column.required) problems.push({ code: 'missing', message: `“${column.heading}”必须填写，请补填` });
    if (column.number) number = text;
    // What a seal kept from the list that comes back is left as it stands.
    else if (column.reference !== undefined) {
      if (text !== SEALED_LABEL) references[column.reference] = text || null;
    }
    else if (column.milestone !== undefined) milestones[column.milestone] = text === '' ? null : (dayOfCell(cell) ?? wrong(problems, 'bad-date', `“${column.heading}”的${quoted(text)}不是一个写明年份的日期，请写成 2021-03-05`));
    else if (column.state) stateWord = text === '' || isOtherState(reading.pack, text) ? undefined : stateOf(reading.pack, column, text, problems);
    else if (column.field !== undefined) readField(reading, column, cells, fields, people, problems);
  }
  const { credits, unit } = readUnits(reading, cells, problems);
  return { row: { number, fields, people, references, milestones, credits, unit, stateWord }, problems };
}

function wrong(problems: RowProblem[], code: RefusalCode, message: string): null {
  problems.push({ code, message });
  return null;
}

/** A state that a list of ours shows and the registers have no word for: it says nothing to them. */
function isOtherState(pack: Pack, text: string): boolean {
  return !Object.hasOwn(pack.stateWords, text) && Object.entries(stateLabels).some(([state, label]) => label === text && !Object.values(pack.stateWords).includes(state as never));
}

function stateOf(pack: Pack, column: ColumnFormat, text: string, problems: RowProblem[]): string {
  if (!Object.hasOwn(pack.stateWords, text)) wrong(problems, 'bad-value', `“${column.heading}”的${quoted(text)}不在选项之中，请从“${Object.keys(pack.stateWords).join('、')}”中选`);
  return text;
}

function readField(reading: RowReading, column: ColumnFormat, cells: ReadonlyMap<ColumnFormat, Cell>, fields: ReadRow['fields'], people: ReadRow['people'], problems: RowProblem[]): void {
  const name = column.field!;
  const field = reading.kind.fields[name]!;
  const text = textOf(cells.get(column)) || (column.default ?? '');
  if (field.type === 'person') people[name] = text || null;
  else fields[name] = text === '' ? null : valueOf(reading, column, field, cells, text, problems);
}

function valueOf(reading: RowReading, column: ColumnFormat, field: Field, cells: ReadonlyMap<ColumnFormat, Cell>, text: string, problems: RowProblem[]): Value | null {
  const cell = cells.get(column) ?? null;
  switch (field.type) {
    case 'choice': {
      const words = reading.pack.lists[field.list!]!;
      return words.includes(text) ? text : wrong(problems, 'bad-value', `“${column.heading}”的${quoted(text)}不在选项之中，请从“${words.join('、')}”中选`);
    }
    case 'yes-no':
      return text === '是' || text === '否' ? text === '是' : wrong(problems, 'bad-value', `“${column.heading}”只能填“是”或“否”`);
    case 'money': {
      const currency = currencyOf(field, cells);
      const fen = amountOfCell(cell, (currency !== '元' && column.unitOfForeign) || column.unitOfAmount!, currency);
      return fen === undefined ? wrong(problems, 'bad-number', `“${column.heading}”的${quoted(text)}不是金额，请按${column.unitOfAmount}填不小于 0 的数字`) : String(fen);
    }
    case 'number': {
      const number = parseDecimal(text.normalize('NFKC').replaceAll(',', ''));
      return number === undefined ? wrong(problems, 'bad-number', `“${column.heading}”的${quoted(text)}不是数字`) : formatDecimal(number);
    }
    case 'day':
      return dayOfCell(cell) ?? wrong(problems, 'bad-date', `“${column.heading}”的${quoted(text)}不是一个写明年份的日期，请写成 2021-03-05`);
    default: {
      if (!column.creditCode) return text;
      return isCreditCode(text) ? text : wrong(problems, 'bad-credit-code', `“${column.heading}”的${quoted(text)}校验不通过，请对照营业执照改正`);
    }
  }
}

/** What amounts of the field may be written in: a currency that is itself a word of money (美元), else 元. */
function currencyOf(field: Field, cells: ReadonlyMap<ColumnFormat, Cell>): string {
  const column = [...cells.keys()].find((it) => it.field !== undefined && it.field === field.currency);
  const written = column && (textOf(cells.get(column)) || column.default);
  return written?.endsWith('元') ? written : '元';
}

/** The row's own unit first, then hosts (each in full) or partners (by share, the rest being the own unit's). */
function readUnits({ units }: RowReading, cells: ReadonlyMap<ColumnFormat, Cell>, problems: RowProblem[]): { credits: Credit[]; unit: string | undefined } {
  const of = (goal: 'unit' | 'partners' | 'hosts'): Cell => [...cells].find(([column]) => column[goal])?.[1] ?? null;
  const known = (name: string): string | undefined => {
    const id = units.idOf(name);
    if (id === undefined) wrong(problems, 'unknown-unit', `没有名为${quoted(name)}的单位，请按机制文件中的单位名称填写`);
    return id;
  };
  const own = textOf(of('unit'));
  const table = units.table([...cells.keys()].find((it) => it.unit)?.unitsBy);
  // The rest of another body's units is no unit of ours: whose it is stays as it stands.
  const unit = own === '' || table?.isRest(own) ? undefined : (table?.idOf(own) ?? known(own));
  const hosts = listOfCell(of('hosts')).map(known).filter((it) => it !== undefined);
  const partners = partnersOfCell(of('partners')).map((it) => ({ unit: it.percent === undefined ? undefined : known(it.name), percent: it.percent }));
  if (partners.length === 0) return { credits: [...new Set([...(unit === undefined ? [] : [unit]), ...hosts])].map((it) => ({ unit: it, share: '1' })), unit };
  const shares = partners.map((it) => (it.percent === undefined ? 0n : decimal(it.percent) / 100n));
  const rest = one - shares.reduce((sum, it) => sum + it, 0n);
  if (shares.some((it) => it <= 0n) || rest <= 0n || partners.some((it) => it.unit !== undefined && it.unit === unit)) {
    wrong(problems, 'bad-share', '协作单位的分成读不出、为 0、合计达到 100%，或协作单位就是责任单位，请写成“黄桥经济开发区 40%”并用顿号隔开');
    return { credits: [], unit };
  }
  const parts = new Map([[unit, rest]]);
  for (const [index, it] of partners.entries()) parts.set(it.unit, (parts.get(it.unit) ?? 0n) + shares[index]!);
  return { credits: [...parts].flatMap(([id, share]) => (id === undefined ? [] : [{ unit: id, share: formatDecimal(share) }])), unit };
}
