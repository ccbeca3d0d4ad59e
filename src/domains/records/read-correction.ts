import { isCreditCode } from '../../kernel/credit-code.ts';
import { formatDecimal, parseDecimal } from '../../kernel/decimal.ts';
import { trimmed } from '../../kernel/text.ts';
import type { Value } from '../../mechanism/dossier.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import type { Field, SubjectKind } from '../../mechanism/vocabulary.ts';
import { amountOfCell, dayOfCell } from '../../office/cell-habits.ts';
import { currencyOf } from './shown.ts';

/** What a correction says, read; null empties a field. */
export interface ReadCorrection {
  readonly fields: Record<string, Value | null>;
  /** Names of humans, by field; they go into `person`. */
  readonly people: Record<string, string | null>;
  /** What is wrong with it, each with what to do. */
  readonly problems: readonly string[];
}

/** What the words of a correction are read against. */
export interface CorrectionReading {
  readonly pack: Pack;
  readonly kind: SubjectKind;
  /** The fields as they stand: an amount is read in the currency that will stand. */
  readonly stored: Readonly<Record<string, Value>>;
}

/** Reads corrected fields as texts in the offices' habits: `4300万元`, `2021.3.5`, 是. Every problem is told. */
export function readCorrection(reading: CorrectionReading, written: Readonly<Record<string, string | null>>): ReadCorrection {
  const { kind } = reading;
  const columns = columnsOf(reading);
  const problems: string[] = [];
  const fields: Record<string, Value | null> = {};
  const people: Record<string, string | null> = {};
  // Amounts last: a choice beside them may name their currency.
  const inOrder = Object.entries(written).sort(([a], [b]) => Number(kind.fields[a]?.type === 'money') - Number(kind.fields[b]?.type === 'money'));
  for (const [id, raw] of inOrder) {
    const field = Object.hasOwn(kind.fields, id) ? kind.fields[id] : undefined;
    const text = trimmed(raw ?? '');
    if (!field) problems.push(`${kind.label}没有“${id}”这一项，请刷新后重新填写。`);
    else if (text === '' && columns.get(id)?.required) problems.push(`“${field.label}”必须填写，不能清空。`);
    else if (field.type === 'person') people[id] = text || null;
    else if (text === '') fields[id] = null;
    else {
      const value = valueOf(reading.pack, field, columns.get(id), text, { ...reading.stored, ...fields });
      if (typeof value === 'object') problems.push(value.problem);
      else fields[id] = value;
    }
  }
  return { fields, people, problems };
}

function columnsOf({ pack, kind }: CorrectionReading): Map<string, ColumnFormat> {
  const columns = pack.registers.find((it) => it.subject === kind.kind)?.columns ?? [];
  return new Map(columns.flatMap((it) => (it.field === undefined ? [] : [[it.field, it] as const])));
}

function valueOf(pack: Pack, field: Field, column: ColumnFormat | undefined, text: string, fields: Readonly<Record<string, Value | null>>): Value | { problem: string } {
  const problem = (what: string): { problem: string } => ({ problem: `“${field.label}”的“${text}”${what}` });
  switch (field.type) {
    case 'choice': {
      const words = pack.lists[field.list!] ?? [];
      return words.includes(text) ? text : problem(`不在选项之中，请从“${words.join('、')}”中选。`);
    }
    case 'yes-no':
      return text === '是' || text === '否' ? text === '是' : problem('读不出，请填“是”或“否”。');
    case 'money': {
      const unit = column?.unitOfAmount ?? '万元';
      const fen = amountOfCell(text, unit, currencyOf(field, fields));
      return fen === undefined ? problem(`不是金额，请按${unit}填不小于 0 的数字。`) : String(fen);
    }
    case 'number': {
      const parsed = parseDecimal(text.normalize('NFKC').replaceAll(',', ''));
      return parsed === undefined ? problem('不是数字，请只填数字。') : formatDecimal(parsed);
    }
    case 'day':
      return dayOfCell(text) ?? problem('不是一个写明年份的日期，请写成 2021-03-05。');
    default:
      return !column?.creditCode || isCreditCode(text) ? text : problem('校验不通过，请对照营业执照改正。');
  }
}
