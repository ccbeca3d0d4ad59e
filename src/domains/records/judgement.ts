import type { VerdictAct } from '../../ledger/statements.ts';
import type { VerdictState } from '../../mechanism/dossier.ts';
import type { Appointed } from '../../mechanism/certification.ts';
import { flow, type Part, partOf, stepFrom } from './flow.ts';
import { actLabels, stateLabels } from './terms.ts';

/** An act on one milestone, before it is done. */
export interface Matter {
  readonly act: VerdictAct;
  /** The milestone's label. */
  readonly label: string;
  readonly state: VerdictState;
  /** Who acts. */
  readonly actor: { readonly unit: string; readonly units: readonly string[]; readonly account: string };
  /** The record's own units. */
  readonly own: readonly string[];
  readonly appointed: Appointed | undefined;
  /** The account that last returned it or left it uncounted. */
  readonly objector: string | null | undefined;
  unitName(id: string): string;
}

/** Why not: what a `Refusal` would say. Most are only shown, dozens on one page, and an error each would cost more than all else there. */
export interface Objection {
  readonly code: string;
  readonly message: string;
}

/**
 * Why an act may not be done, or undefined where it may. A unit that declared or is credited with the record never
 * verifies, certifies, returns or leaves it uncounted, whatever its role and whatever the pack says.
 */
export function objection(matter: Matter): Objection | undefined {
  const { act, label, state, actor, own, appointed } = matter;
  const word = actLabels[act];
  const part = partOf(act);
  const isOwn = own.some((it) => actor.units.includes(it));
  if (part === 'own') {
    if (!isOwn) return { code: 'not-own', message: `${word}由申报单位或计分单位提出，即${named(matter, own)}。` };
  } else {
    if (!appointed) return { code: 'not-appointed', message: `机制里没有写明“${label}”由谁认定，请联系人才办补上。` };
    if (isOwn) return { code: 'own-record', message: `这条记录由本单位申报或计入本单位，不能由本单位${word}。${whoElse(matter, unitsOf(appointed, part))}` };
    const wrong = wrongAct(matter, appointed);
    if (wrong) return wrong;
    if (!unitsOf(appointed, part).includes(actor.unit)) return { code: 'not-appointed', message: `“${label}”的${word}由${named(matter, unitsOf(appointed, part))}办理，请与其联系。` };
  }
  const verifies = (appointed?.verify.length ?? 0) > 0;
  const step = stepFrom(act, state, verifies);
  if (!step) return wrongState(matter, verifies);
  if (part !== 'own' && !unitsOf(appointed!, step.by).includes(actor.unit)) {
    return { code: 'not-appointed', message: `“${label}”已经${stateLabels[state]}，只能由${named(matter, unitsOf(appointed!, step.by))}${word}。` };
  }
  if (state === 'appealed' && matter.objector === actor.account) return { code: 'same-person', message: `申诉由第三人处理：上次的处理是您作出的，请本单位另一位同志${word}。` };
  return undefined;
}

function unitsOf({ verify, certify }: Appointed, part: Part): string[] {
  if (part === 'verifier') return [...verify];
  return part === 'certifier' ? [...certify] : [...new Set([...verify, ...certify])];
}

function wrongAct({ act, label, unitName }: Matter, { verify, certify, upstream }: Appointed): Objection | undefined {
  if (act === 'verify' && verify.length === 0) return { code: 'no-verifying', message: `“${label}”不设初核，由${certify.map(unitName).join('、')}直接认定。` };
  if (act === 'certify' && upstream !== undefined) return { code: 'upstream-only', message: `“${label}”以《${upstream}》为准，请核对名单后选“上级认定”。` };
  if (act === 'certify-upstream' && upstream === undefined) return { code: 'not-upstream', message: `“${label}”由本市认定，没有上级名单，请选“认定”。` };
  return undefined;
}

function wrongState({ act, label, state, appointed, unitName }: Matter, verifies: boolean): Objection {
  const word = actLabels[act];
  if (verifies && flow.some((it) => it.act === act && it.unverified && it.from.includes(state))) {
    return { code: 'wrong-state', message: `“${label}”还没有初核，不能${word}。请先由${appointed!.verify.map(unitName).join('、')}初核。` };
  }
  const from = [...new Set(flow.filter((it) => it.act === act && !(it.unverified && verifies)).flatMap((it) => it.from))];
  return { code: 'wrong-state', message: `“${label}”现在是“${stateLabels[state]}”，不能${word}；${from.map((it) => `“${stateLabels[it]}”`).join('、')}的才能${word}。` };
}

function whoElse(matter: Matter, units: readonly string[]): string {
  const others = units.filter((it) => !matter.own.includes(it));
  return others.length > 0 ? `请由${others.map(matter.unitName).join('、')}办理。` : '机制里没有指定别的单位，请联系人才办明确由谁办理。';
}

function named(matter: Matter, units: readonly string[]): string {
  return units.map(matter.unitName).join('、');
}
