import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { comparableName } from '../../kernel/text.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { ParameterFormat } from '../../mechanism/format/tasks.ts';
import type { WrittenValue } from '../../mechanism/parameters.ts';
import { readTypedValue } from '../../mechanism/typed-value.ts';
import type { Cell } from '../../office/sheet.ts';
import { dayOfCell, textOf } from '../../office/cell-habits.ts';
import { quoted } from './quoted.ts';
import type { RowProblem } from './read-row.ts';

/** As the form takes it: more is no value, and is not repeated in full. */
const LONGEST = 500;

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
  const value = declared && valueOf(pack, declared, textOf(of('value')), problems);
  if (from === undefined) problems.push({ code: 'bad-date', message: `生效日期${quoted(textOf(of('from')))}不是一个写明年份的日期，请写成 2021-03-05` });
  return problems.length > 0 || !declared || value === undefined || from === undefined ? { problems } : { decision: { parameter: declared.id, value, from }, problems };
}

/** A value as the form of decisions reads it; what it refuses is a problem of the row. */
function valueOf(pack: Pack, declared: ParameterFormat, text: string, problems: RowProblem[]): WrittenValue | undefined {
  const code = declared.type === 'money' || declared.type === 'number' ? 'bad-number' : 'bad-value';
  if (text.length > LONGEST) {
    problems.push({ code, message: `“${declared.label}”的取值${quoted(text)}太长，请核对` });
    return undefined;
  }
  try {
    return readTypedValue(pack, declared, text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push({ code, message: error.message.replace(/。$/u, '') });
    return undefined;
  }
}
