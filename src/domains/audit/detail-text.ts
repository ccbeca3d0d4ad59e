import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { unitName } from '../../mechanism/units.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { profiles, roleLabels } from '../accounts/terms.ts';
import { offerLabels } from '../holdings/terms.ts';
import { lookLabels } from '../persons/terms.ts';
import { promiseStateLabels, sideLabels } from '../projects/terms.ts';
import { ENTRY_LABEL, progressLabels } from '../records/terms.ts';
import { actionLabels, detailLabels, detailWords } from './terms.ts';

type Words = Readonly<Record<string, string>>;

/** A row's detail in words: each part by its name, each coded value by the label that it has elsewhere; ids and texts as they are. */
export function detailText(context: LedgerContext, detail: Readonly<Record<string, unknown>>): string {
  const words = wordsOf(context);
  const said = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((it) => said(key, it)).join('、');
    if (typeof value === 'boolean') return value ? '是' : '否';
    if (typeof value === 'object' && value !== null) return parts(value).join('，');
    return words[key]?.(String(value)) ?? String(value);
  };
  const parts = (of: object): string[] =>
    Object.entries(of).flatMap(([key, value]: [string, unknown]) => (value === null || value === undefined ? [] : [`${detailLabels[key] ?? key}：${said(key, value)}`]));
  return parts(detail).join('；');
}

/** What says a coded value, by the name of the part that it stands in; undefined where it is no code. */
function wordsOf({ ledger: { mechanism }, rights }: LedgerContext): Readonly<Record<string, (code: string) => string | undefined>> {
  const { pack, vocabulary } = mechanism;
  const kinds = Object.values(vocabulary);
  const oneOf = (...lists: readonly Words[]) => (code: string) => lists.find((it) => Object.hasOwn(it, code))?.[code];
  const labelsOf = (entries: readonly (readonly [string, { readonly label: string }])[]): Words => Object.fromEntries(entries.map(([id, { label }]) => [id, label]));
  const window = (name: string) => {
    const found = parseWindow(name);
    return found && windowInChinese(found);
  };
  const unit = (id: string) => unitName(pack, id);
  const milestone = oneOf({ [ENTRY]: ENTRY_LABEL }, labelsOf(kinds.flatMap((it) => Object.entries(it.milestones))));
  const field = oneOf(lookLabels, labelsOf(kinds.flatMap((it) => Object.entries(it.fields))), detailLabels);
  const action = oneOf(actionLabels);
  return {
    action,
    topics: action,
    also: unit,
    before: oneOf(roleLabels, labelsOf(Object.entries(profiles))),
    by: (code) => oneOf(detailWords['by']!)(code) ?? unit(code),
    field,
    fields: field,
    from: unit,
    into: unit,
    is: oneOf(progressLabels, promiseStateLabels),
    kind: oneOf(labelsOf(kinds.map((it) => [it.kind, it])), offerLabels, detailWords['kind']!),
    measure: oneOf(labelsOf(pack.measures.map((it) => [it.id, it]))),
    milestone,
    milestones: milestone,
    narrowed: field,
    owner: unit,
    parameter: oneOf(labelsOf(pack.parameters.map((it) => [it.id, it]))),
    rights: (right) => rights.label(right),
    role: oneOf(roleLabels),
    said: oneOf(detailWords['said']!),
    side: oneOf(sideLabels),
    stage: oneOf(detailWords['stage']!),
    standing: oneOf(detailWords['standing']!),
    to: unit,
    unit,
    value: unit,
    window,
    why: oneOf(detailWords['why']!),
  };
}
