import type { Pack } from './format/pack.ts';
import type { ColumnFormat, RegisterFormat } from './format/registers.ts';
import type { Problem } from './mechanism.ts';
import type { Vocabulary } from './vocabulary.ts';

type Report = (problem: Problem) => void;

/** Every column goes where the vocabulary has a place for it. */
export function checkRegisters(pack: Pack, vocabulary: Vocabulary, report: Report): void {
  const sheets = new Set<string>();
  for (const [index, register] of pack.registers.entries()) {
    const place = ['registers', index];
    if (sheets.has(register.sheet)) report({ place, message: '表名重复' });
    sheets.add(register.sheet);
    if (!pack.units.some((it) => it.id === register.keeper)) report({ place, message: `没有单位“${register.keeper}”` });
    if (register.subject === undefined) checkDecisions(register, place, report);
    else checkSubject(pack, register, vocabulary, place, report);
  }
  for (const [index, rule] of pack.certification.entries()) {
    const kind = vocabulary[rule.subject];
    if (!kind) report({ place: ['certification', index], message: `没有“${rule.subject}”这类对象` });
    for (const it of rule.milestones ?? []) if (kind && !kind.milestones[it]) report({ place: ['certification', index], message: `${kind.label}没有里程碑“${it}”` });
    for (const id of [...rule.verify, ...rule.certify]) if (!pack.units.some((it) => it.id === id)) report({ place: ['certification', index], message: `没有单位“${id}”` });
    for (const id of rule.declaredBy ?? []) if (!pack.units.some((it) => it.id === id) && !pack.groups.some((it) => it.id === id)) report({ place: ['certification', index], message: `没有单位或单位组“${id}”` });
  }
}

function checkDecisions(register: RegisterFormat, place: Problem['place'], report: Report): void {
  for (const goal of ['parameter', 'value', 'from'] as const) {
    if (register.columns.filter((it) => it[goal]).length !== 1) report({ place, message: `口径表要有一列对应 ${goal}` });
  }
}

function checkSubject(pack: Pack, register: RegisterFormat, vocabulary: Vocabulary, place: Problem['place'], report: Report): void {
  const kind = vocabulary[register.subject!];
  if (!kind) {
    report({ place, message: `没有“${register.subject}”这类对象` });
    return;
  }
  if (register.columns.filter((it) => it.number).length !== 1) report({ place, message: `要有且只有一列是${kind.numberLabel}` });
  const stated = register.columns.some((it) => it.state);
  if (stated === (register.state !== undefined)) report({ place, message: '认定状态或来自一列，或由 state 写明，二者取一' });
  if (register.state !== undefined && !(register.state in pack.stateWords)) report({ place, message: `stateWords 没有“${register.state}”` });
  const headings = new Set<string>();
  for (const [index, column] of register.columns.entries()) {
    const at = [...place, 'columns', index];
    for (const heading of [column.heading, ...(column.aliases ?? [])]) {
      if (headings.has(heading)) report({ place: at, message: `列名“${heading}”重复` });
      headings.add(heading);
    }
    checkColumn(pack, column, kind, at, report);
  }
  for (const field of register.resigned?.same ?? []) if (!kind.fields[field]) report({ place, message: `${kind.label}没有字段“${field}”` });
}

/** A column goes where the kind has a place for it. */
export function checkColumn(pack: Pack, column: ColumnFormat, kind: Vocabulary[string], place: Problem['place'], report: Report): void {
  if (column.field !== undefined) {
    const field = kind.fields[column.field];
    if (!field) report({ place, message: `${kind.label}没有字段“${column.field}”` });
    if (field?.type === 'choice' && !pack.lists[field.list ?? '']) report({ place, message: `“${field.label}”的清单 ${field.list} 没有写在 lists 中` });
    if (field?.type === 'money' && !column.unitOfAmount) report({ place, message: `金额列“${column.heading}”要写明单位 unitOfAmount` });
    if (column.creditCode && field?.type !== 'text') report({ place, message: '信用代码列应是文字' });
  }
  if (column.milestone !== undefined && !kind.milestones[column.milestone]) report({ place, message: `${kind.label}没有里程碑“${column.milestone}”` });
  if (column.reference !== undefined && !kind.references[column.reference]) report({ place, message: `${kind.label}没有引用“${column.reference}”` });
}
