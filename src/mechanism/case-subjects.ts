import { parseDay } from '../kernel/day.ts';
import { formatDecimal, parseDecimal } from '../kernel/decimal.ts';
import { parseMoney } from '../kernel/fen.ts';
import type { Credit, Dossier, Value } from './dossier.ts';
import type { PackCase } from './format/cases.ts';
import type { Mechanism } from './mechanism.ts';
import { ENTRY, type SubjectKind } from './vocabulary.ts';

type Subject = PackCase['subjects'][string];

/** The dossiers of a case's subjects; its names are their ids. @throws Error with a Chinese sentence where a word of the case is unknown */
export function caseDossiers(mechanism: Mechanism, { subjects }: PackCase): Dossier[] {
  return Object.entries(subjects).map(([name, it]) => {
    const kind = mechanism.vocabulary[it.kind];
    if (!kind) throw new Error(`没有“${it.kind}”这类对象`);
    for (const [role, to] of Object.entries(it.references)) {
      if (!kind.references[role]) throw new Error(`${kind.label}没有引用“${role}”`);
      if (subjects[to]?.kind !== kind.references[role].to) throw new Error(`案例里没有“${to}”，或它不是“${kind.references[role].label}”所指的一类`);
    }
    const parts = creditsOf(mechanism, it);
    const credits = parts.length > 0 ? [{ from: null, parts }] : [];
    return { id: name, kind: it.kind, number: it.number ?? name, unit: parts[0]?.unit ?? '', fields: fieldsOf(mechanism, kind, it), milestones: milestonesOf(kind, name, it), references: it.references, credits };
  });
}

function fieldsOf(mechanism: Mechanism, kind: SubjectKind, it: Subject): Dossier['fields'] {
  const fields: Record<string, Value> = {};
  for (const [field, written] of Object.entries(it.fields)) {
    if (!kind.fields[field]) throw new Error(`${kind.label}没有字段“${field}”`);
    if (written === null) continue;
    const value = valueOf(mechanism, kind.fields[field], written);
    if (value === undefined) throw new Error(`“${kind.fields[field].label}”不能写“${String(written)}”`);
    fields[field] = value;
  }
  return fields;
}

/** @returns undefined where the text does not fit the field */
function valueOf(mechanism: Mechanism, field: SubjectKind['fields'][string], written: string | number | boolean): Value | undefined {
  switch (field.type) {
    case 'money':
      return parseMoney(String(written))?.toString();
    case 'number': {
      const number = parseDecimal(String(written));
      return number === undefined ? undefined : formatDecimal(number);
    }
    case 'yes-no':
      return typeof written === 'boolean' ? written : undefined;
    case 'day':
      return parseDay(String(written));
    case 'choice':
      return mechanism.pack.lists[field.list ?? '']?.includes(String(written)) ? String(written) : undefined;
    default:
      return String(written);
  }
}

function milestonesOf(kind: SubjectKind, name: string, it: Subject): Dossier['milestones'] {
  const unit = '';
  const milestones: Record<string, Dossier['milestones'][string]> = { [ENTRY]: { day: null, state: it.state, fact: `${name}.${ENTRY}`, unit } };
  for (const [milestone, written] of Object.entries(it.milestones)) {
    if (!kind.milestones[milestone]) throw new Error(`${kind.label}没有里程碑“${milestone}”`);
    const { day, state } = typeof written === 'string' ? { day: written, state: it.state } : written;
    milestones[milestone] = { day, state, fact: `${name}.${milestone}`, unit };
  }
  return milestones;
}

/** A bare list credits each in full; shares must add up to the whole. */
function creditsOf({ pack }: Mechanism, { credits }: Subject): Credit[] {
  const parts = Array.isArray(credits) ? credits.map((unit) => ({ unit, share: '1' })) : Object.entries(credits).map(([unit, share]) => ({ unit, share: String(share) }));
  for (const { unit } of parts) if (!pack.units.some((it) => it.id === unit)) throw new Error(`没有单位“${unit}”`);
  const sum = parts.reduce((total, { share }) => total + (parseDecimal(share) ?? 0n), 0n);
  if (!Array.isArray(credits) && parts.length > 0 && sum !== parseDecimal('1')) throw new Error('各单位的份额相加应为 1');
  return parts;
}
