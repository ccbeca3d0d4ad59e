import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal } from '../../kernel/decimal.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { loadDossiers, loadNeighbourhood } from '../../ledger/dossiers.ts';
import { type Contribution, readContributions } from '../../ledger/figures.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { readShownFigures } from '../../ledger/printed.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import { CITY, type Standing, standings } from '../../mechanism/dossier.ts';
import { type Explained, outcomeLabels } from '../../mechanism/outcome.ts';
import type { Platform } from '../platform.ts';
import { type Command, option } from './command.ts';

/** `explain MEASURE OWNER WINDOW [--standing declared]`: a figure with its rule, clauses, what it consists of and why. */
export const explain: Command = async (platform, input) => {
  const { database, ledger: { mechanism } } = platform;
  const [measureId = '', ownerText = '', windowText = ''] = input.words;
  const measure = mechanism.measures.get(measureId);
  const window = parseWindow(windowText);
  const standing = standings.find((it) => it === (option(input, 'standing') ?? 'certified'));
  if (!measure || !window || !standing) throw new Refusal('usage', '用法：./tandem explain 指标 单位 时段，例如 ./tandem explain a9.sessions 泰兴市 2021。');
  const owner = await ownerOf(platform, ownerText);
  const key = { measure: measure.id, owner, window, standing };
  const [shown] = await readShownFigures(database, mechanism, [key]);
  const counted = 'ratio' in measure ? [measure.ratio.of, measure.ratio.over] : [measure.id];
  const lines = [
    `${measure.label}｜${ownerText}｜${windowInChinese(window)}｜${standing === 'certified' ? '认定' : '申报'}口径：${shown!.value === null ? '无（分母为 0）' : formatDecimal(shown!.value)}${measure.unit}`,
    ...(shown!.frozenBy ? [`已封账（${shown!.frozenBy.window}）；台账现为 ${shown!.live.value === null ? '无' : formatDecimal(shown!.live.value)}`] : []),
    `条款：${clauseRefs(mechanism.pack, measure.clauses).map((it) => `${it.place}（${it.title}）`).join('；')}`,
    ...mechanism.rules.filter((it) => counted.includes(it.measure)).map((it) => `规则：${it.sentence}`),
  ];
  for (const id of counted) {
    const found = await readContributions(database, mechanism, id, key, shown!.frozenBy?.lastSeq);
    lines.push(`${mechanism.measures.get(id)!.label}，${found.length} 条：`, ...(await explainContributions(platform, id, standing, found)));
  }
  return { text: lines.join('\n') };
};

/** Each line of a figure with the rule's conditions, their outcomes and what is missing, as the ledger stands now. */
async function explainContributions({ database, ledger: { mechanism } }: Platform, measure: string, standing: Standing, found: readonly Contribution[]): Promise<string[]> {
  const dossiers = await loadDossiers(database, [...new Set(found.map((it) => it.subject))]);
  const around = await loadNeighbourhood(database, mechanism, [...dossiers.values()], async () => undefined);
  const parameters = await parametersInForce(database, mechanism);
  return found.flatMap((it) => {
    const subject = dossiers.get(it.subject)!;
    const rules = mechanism.rules.filter((rule) => rule.measure === measure && rule.subject === subject.kind);
    const explained = rules.map((rule) => rule.condition.explain({ subject }, { standing, around, parameters, day: it.day }));
    return [`  ${it.day} ${it.number} ${it.quantity}${it.doubt > 0 ? '（存疑）' : ''}`, ...explained.flatMap((one) => tree(one, '    '))];
  });
}

function tree({ sentence, outcome, found, missing, parts }: Explained, indent: string): string[] {
  if (sentence === '') return [];
  const shown = found === undefined ? '' : `（现为：${found}）`;
  const lacking = missing.length > 0 ? `；缺：${missing.join('、')}` : '';
  return [`${indent}${outcomeLabels[outcome]}｜${sentence}${shown}${lacking}`, ...parts.flatMap((it) => tree(it, `${indent}  `))];
}

/** An owner by name or id: the city, a unit by any of its names, or a subject by its number. */
async function ownerOf({ database, ledger: { mechanism } }: Platform, text: string): Promise<string> {
  const { pack } = mechanism;
  if (text === CITY || text === pack.city.name) return CITY;
  const unit = pack.units.find((it) => it.id === text || it.name === text || it.aliases?.includes(text));
  if (unit) return unit.id;
  const { rows } = await database.query<{ subject_id: string }>('select subject_id from dossier where number = $1 order by kind limit 1', [text]);
  if (!rows[0]) throw new Refusal('unknown-owner', `没有名为“${text}”的单位或对象，请按台账中的名称填写。`);
  return rows[0].subject_id;
}
