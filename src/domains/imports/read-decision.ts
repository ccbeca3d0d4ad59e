import type { Day } from '../../kernel/day.ts';
import { moneyInChinese } from '../../kernel/fen.ts';
import { comparableName } from '../../kernel/text.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { ParameterFormat } from '../../mechanism/format/tasks.ts';
import { parseParameterValue, type WrittenValue } from '../../mechanism/parameters.ts';
import type { Cell } from '../../office/sheet.ts';
import { amountOfCell, dayOfCell, listOfCell, textOf } from '../../office/cell-habits.ts';
import { quoted } from './quoted.ts';
import type { RowProblem } from './read-row.ts';

/** A decision as a register of decisions (口径) holds it. */
export interface ReadDecision {
  readonly parameter: string;
  readonly value: WrittenValue;
  readonly from: Day;
}

/** Reads one row of the register of decisions. A parameter that the pack does not know decides nothing and is passed over. */
export function readDecision(pack: Pack, cells: ReadonlyMap<ColumnFormat, Cell>): { decision?: ReadDecision; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const of = (goal: 'parameter' | 'value' | 'from'): Cell => [...cells].find(([column]) => column[goal])?.[1] ?? null;
  for (const [column, cell] of cells) if (column.required && textOf(cell) === '') problems.push({ code: 'missing', message: `“${column.heading}”必须填写，请补填` });
  if (problems.length > 0) return { problems };
  const name = comparableName(textOf(of('parameter')));
  const declared = pack.parameters.find((it) => comparableName(it.label) === name || it.id === name);
  const from = dayOfCell(of('from'));
  const value = declared && valueOf(declared, of('value'));
  if (from === undefined) problems.push({ code: 'bad-date', message: `生效日期${quoted(textOf(of('from')))}不是一个写明年份的日期，请写成 2021-03-05` });
  if (declared && value === undefined) problems.push({ code: declared.type === 'money' || declared.type === 'number' ? 'bad-number' : 'bad-value', message: `“${declared.label}”的取值${quoted(textOf(of('value')))}读不出，请核对` });
  return problems.length > 0 || !declared || value === undefined || from === undefined ? { problems } : { decision: { parameter: declared.id, value, from }, problems };
}

function valueOf(declared: ParameterFormat, cell: Cell): WrittenValue | undefined {
  const text = textOf(cell);
  const value: WrittenValue | undefined =
    declared.type === 'money' ? amountInWords(cell, declared)
    : declared.type === 'list' ? listOfCell(cell)
    : declared.type === 'yes-no' ? (text === '是' ? true : text === '否' ? false : undefined)
    : text;
  return value !== undefined && parseParameterValue(declared.type, value) !== undefined ? value : undefined;
}

function amountInWords(cell: Cell, declared: ParameterFormat): string | undefined {
  const unit = declared.unit === '元' || declared.unit === '亿元' ? declared.unit : '万元';
  const fen = amountOfCell(cell, unit);
  return fen === undefined ? undefined : moneyInChinese(fen);
}
