import { actorOf } from '../../base/context.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { comparableName, trimmed } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { paletteOf } from '../../mechanism/layouts.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { tellsOfHuman } from '../persons/terms.ts';
import { endLayout, insertLayout, type KeptColumn, type KeptLayout, unitLayouts, updateLayout } from './layout-store.ts';

/** A layout as the page sends it; with `id` and the version that was seen, a change. */
export interface WrittenLayout {
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly register: string;
  readonly label: string;
  readonly title: string;
  readonly columns: readonly { readonly of: string; readonly heading: string; readonly group: string }[];
}

/**
 * Keeps a layout for the actor's unit.
 * @throws Refusal 'bad-layout' with everything that is wrong, 'label-used', 'changed-meanwhile'
 */
export async function keepLayout(context: LedgerContext, input: WrittenLayout): Promise<{ id: string }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: ['layouts.keep', input] }, async (tx) => {
    const layout = readLayout(context.ledger.mechanism, input);
    const others = (await unitLayouts(tx, unit)).filter((it) => it.id !== input.id && it.register === layout.register);
    const used = new Refusal('label-used', `本单位的“${layout.register}”已有名为“${layout.label}”的版式，请换一个名称。`);
    if (others.some((it) => it.label === layout.label)) throw used;
    let { id } = input;
    if (id === undefined) {
      id = await insertLayout(tx, unit, account, layout);
      if (id === undefined) throw used;
    } else if (!(await updateLayout(tx, unit, { ...layout, id, version: input.version ?? 0 }))) {
      throw new Refusal('changed-meanwhile', '这个版式刚被别人改过或停用了，请刷新页面，看过现在的版式后再改。');
    }
    return { answer: { id }, audit: [{ unit, action: 'layouts:keep', objectKind: 'layout', objectId: id, detail: { register: layout.register, columns: layout.columns.length } }] };
  });
}

/** @throws Refusal 'not-found' where it is not the unit's, or ended already */
export async function stopLayout(context: LedgerContext, id: string): Promise<{ done: true }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: ['layouts.end', id] }, async (tx) => {
    if (!(await endLayout(tx, unit, id))) throw new Refusal('not-found', '没有找到这个版式，可能已经停用，请刷新页面。');
    return { answer: { done: true as const }, audit: [{ unit, action: 'layouts:end', objectKind: 'layout', objectId: id }] };
  });
}

function readLayout({ pack, vocabulary }: Mechanism, input: WrittenLayout): Omit<KeptLayout, 'id' | 'version'> {
  const register = pack.registers.find((it) => it.subject !== undefined && it.sheet === input.register);
  if (!register) throw new Refusal('not-found', '没有这一类台账，请从清单中选择。');
  const columns = input.columns.map(({ of, heading, group }): KeptColumn => ({ of, heading: trimmed(heading) || of, ...(trimmed(group) !== '' && { group: trimmed(group) }) }));
  const [label, title] = [trimmed(input.label), trimmed(input.title)];
  const problems: string[] = [];
  const palette = paletteOf(register, vocabulary[register.subject!]!);
  const known = columns.map((it) => palette.find((one) => one.heading === it.of));
  if (label === '') problems.push('请写明版式的名称。');
  if (title === '') problems.push('请写明表格的标题。');
  if (columns.length === 0) problems.push('请至少选一列。');
  for (const [at, it] of known.entries()) if (!it) problems.push(`台账没有“${columns[at]!.of}”这一列，请刷新后重新选择。`);
  const names = vocabulary[register.subject!]!.nameField;
  if (columns.length > 0 && !known.some((it) => it?.number || (it?.field !== undefined && it.field === names))) problems.push('请选上编号或名称，不然改好的表传回来时对应不上记录。');
  for (const [at, it] of known.entries()) {
    const said = /[（(]?((?:亿|万)?(?:美)?元)[）)]?$/u.exec(columns[at]!.heading)?.[1]?.replace('美', '');
    if (it?.unitOfAmount && said && said !== it.unitOfAmount) problems.push(`“${columns[at]!.heading}”这一列按${it.unitOfAmount}写，请改列名。`);
  }
  const headings = columns.map((it) => comparableName(it.heading));
  for (const [at, it] of headings.entries()) if (headings.indexOf(it) < at) problems.push(`列名“${columns[at]!.heading}”用了两次，请改一个。`);
  if ([label, title, ...columns.flatMap((it) => [it.heading, it.group ?? ''])].some((it) => tellsOfHuman(it))) problems.push('名称、标题和列名会永久留存，请不要写电话、证件号码和邮箱。');
  if (problems.length > 0) throw new Refusal('bad-layout', problems[0]!, undefined, problems);
  return { register: register.sheet, label, title, columns };
}
