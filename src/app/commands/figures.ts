import { Refusal } from '../../kernel/refusal.ts';
import { readOutAwards, readOutFigures } from '../../ledger/read-out.ts';
import { standings } from '../../mechanism/dossier.ts';
import { type Command, type CommandInput, option } from './command.ts';

/** `figures --year Y [--json] [--standing declared]`: every printed figure of a year, certified unless said otherwise. */
export const figures: Command = async ({ database, ledger }, input) => {
  const standing = standings.find((it) => it === (option(input, 'standing') ?? 'certified'));
  if (!standing) throw new Refusal('usage', '--standing 只能是 declared 或 certified。');
  const lines = await readOutFigures(database, ledger.mechanism, yearOf(input), standing);
  if (input.options['json']) return { text: JSON.stringify(lines, null, 1) };
  return { text: lines.map((it) => [it.measure, it.unit, it.period, it.value ?? '—'].join('\t')).join('\n') };
};

/** `awards --year Y [--json]`: every case of the awards of a year; amounts in fen. */
export const awards: Command = async ({ database }, input) => {
  const lines = await readOutAwards(database, yearOf(input));
  if (input.options['json']) return { text: JSON.stringify(lines, null, 1) };
  return { text: lines.map((it) => [it.rule, it.case, it.verdict, it.amountFen ?? (it.minFen === undefined ? '' : `${it.minFen}–${it.maxFen}`)].join('\t')).join('\n') };
};

function yearOf(input: CommandInput): number {
  const year = option(input, 'year') ?? '';
  if (!/^\d{4}$/.test(year)) throw new Refusal('usage', '请用 --year 写明年度，例如 --year 2021。');
  return Number(year);
}
