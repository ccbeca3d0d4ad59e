import type { Actor, Rights } from '../../base/rights.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { unitName } from '../../mechanism/units.ts';
import type { KeptImport } from './store.ts';

type Asked = Pick<KeptImport, 'state' | 'unit' | 'files' | 'report'>;

/** Why the actor may not confirm an import so that its rows are declared; undefined where it may. */
export function refuseConfirmation(mechanism: Mechanism, rights: Rights, actor: Actor, asked: Asked): Refusal | undefined {
  if (asked.state !== 'previewed') return new Refusal('already-confirmed', '这次导入已经确认过。如需再次导入，请重新上传文件。');
  if (!rights.can(actor, 'imports:make', { units: [asked.unit] }) || actor.unit !== asked.unit) {
    return new Refusal('forbidden', `这次导入是${unitName(mechanism.pack, asked.unit)}上传的，请由该单位确认，或由您重新上传。`);
  }
  const { foreign, foreignCount } = asked.report;
  if (foreignCount === 0) return undefined;
  return new Refusal('foreign-rows', `文件里有 ${foreignCount} 行不是本单位的记录，没有导入任何一行。请删去这些行后重新上传，或请台账的保管单位导入。`, undefined, foreign.map((it) => `${it.sheet}第 ${it.row} 行 ${it.number}`));
}

/** Why the actor may not take a past year over with its verdicts (期初建账); undefined where it may. */
export function refuseTakeOver(mechanism: Mechanism, rights: Rights, actor: Actor, asked: Asked): Refusal | undefined {
  if (asked.state !== 'previewed' || actor.unit !== asked.unit) return refuseConfirmation(mechanism, rights, actor, asked);
  if (rights.reach(actor, 'imports:take-over') === 'none') return new Refusal('forbidden', '期初建账由保管台账的部门办理，您的岗位只能按申报导入。');
  const { partial = [] } = asked.report;
  if (partial.length > 0) return new Refusal('missing-column', `期初建账要有台账的全部必填列，${partial.map((it) => `“${it}”`).join('、')}缺了一些，只能按申报导入。`);
  const sheets = new Set(asked.files.flatMap((it) => it.registers));
  const others = mechanism.pack.registers.filter((it) => sheets.has(it.sheet) && !rights.can(actor, 'imports:take-over', { units: [it.keeper] }));
  if (others.length === 0) return undefined;
  const kept = others.map((it) => `“${it.sheet}”由${unitName(mechanism.pack, it.keeper)}保管`).join('，');
  return new Refusal('forbidden', `期初建账由保管台账的单位办理：${kept}。请只上传本单位保管的台账，或按申报导入。`);
}
