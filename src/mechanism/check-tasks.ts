import { checkOwners } from './check-references.ts';
import type { Pack } from './format/pack.ts';
import type { FigureOwners } from './format/measures.ts';
import type { TargetFormat } from './format/tasks.ts';
import type { Problem } from './mechanism.ts';
import { expandUnitsEver } from './units.ts';

/** Tasks name units that exist; their targets are for units that the task names, on figures that the measure gives. */
export function checkTasks(pack: Pack, report: (problem: Problem) => void): void {
  for (const [index, task] of pack.tasks.entries()) {
    checkOwners(pack, ['tasks', index], [...task.lead, ...task.with], report);
    if (task.lead.length === 0 && !task.leadOpen) report({ place: ['tasks', index], message: '没有牵头单位，应写明等待哪项决定（leadOpen）' });
    if (task.leadOpen && !pack.parameters.some((it) => it.id === task.leadOpen)) report({ place: ['tasks', index, 'leadOpen'], message: `没有声明参数“${task.leadOpen}”` });
    const named = expandUnitsEver(pack, [...task.lead, ...task.with]);
    for (const [part, target] of task.targets.entries()) {
      checkTarget(pack, ['tasks', index, 'targets', part], target, named, report);
    }
  }
}

function checkTarget(pack: Pack, place: Problem['place'], target: TargetFormat, named: ReadonlySet<string>, report: (problem: Problem) => void): void {
  const measure = pack.measures.find((it) => it.id === target.measure);
  if (!measure) {
    report({ place, message: `没有指标“${target.measure}”` });
    return;
  }
  if (!pack.clauses.some((it) => it.id === target.clause)) report({ place, message: `没有条款“${target.clause}”` });
  if (!measure.figures.some((it) => it.per === target.per && covers(pack, it.of, target.of))) report({ place, message: `指标“${target.measure}”不按此单位和周期出数，目标无从对照` });
  if (Array.isArray(target.of)) {
    for (const unit of expandUnitsEver(pack, target.of)) if (!named.has(unit)) report({ place, message: `目标落在“${unit}”，而任务没有点名这个单位` });
  }
  if (typeof target.atLeast === 'object' && !pack.parameters.some((it) => it.id === (target.atLeast as { param: string }).param)) report({ place, message: `没有声明参数“${target.atLeast.param}”` });
  if (typeof target.atLeast === 'number' && target.stretch !== undefined && target.stretch < target.atLeast) report({ place, message: '争取数低于保底数' });
}

function covers(pack: Pack, figures: FigureOwners, target: FigureOwners): boolean {
  if (Array.isArray(figures) && Array.isArray(target)) {
    const all = expandUnitsEver(pack, figures);
    return [...expandUnitsEver(pack, target)].every((it) => all.has(it));
  }
  return JSON.stringify(figures) === JSON.stringify(target);
}
