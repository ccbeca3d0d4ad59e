import type { LightState } from './terms.ts';
import type { TargetLine } from './views.ts';

/** Why a task shows its light, in one sentence: the first few who cause it, and how many there are. */
export function taskReason(light: LightState, lines: readonly TargetLine[]): string {
  if (light === 'none') return '原文没有给出数量，暂无量化指标';
  const causes = lines.filter((it) => it.light === light);
  if (light === 'met') return `${lines.length}项目标全部达到`;
  if (light === 'to-come') return '目标时段未到';
  const names = causes.slice(0, 3).map((it) => `${it.owner.name}${it.window.label.replace(/^\d{4}年/, '')}${it.certified === null ? '' : gap(it)}`);
  const more = causes.length > 3 ? `等${causes.length}项` : '';
  const word = { missed: '未达标：', slow: '慢于序时：', 'on-track': '进行中：' }[light];
  return `${word}${names.join('；')}${more}`;
}

function gap(line: TargetLine): string {
  const short = Math.round((line.target - (line.certified ?? 0)) * 1e8) / 1e8;
  return line.unit === '%' ? `差${Math.round(short * 10_000) / 100}个百分点` : `差${short}${line.unit}`;
}

/** The board's sentence: how many tasks stand how. */
export function boardSummary(lights: readonly LightState[]): string {
  const count = (state: LightState): number => lights.filter((it) => it === state).length;
  const parts = [
    [count('met') + count('on-track'), '项达标或在序时内'],
    [count('slow'), '项慢于序时'],
    [count('missed'), '项有时段未达标'],
    [count('to-come'), '项时段未到'],
    [count('none'), '项暂无量化指标'],
  ] as const;
  return parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`).join('，');
}
