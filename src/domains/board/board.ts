import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import { paceOf, stateOf, type Window, windowInChinese, windowsOf } from '../../kernel/window.ts';
import { type FigureKey, ownersOf } from '../../ledger/figures.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { readShownFigures, type ShownFigure } from '../../ledger/printed.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { TargetFormat, TaskFormat } from '../../mechanism/format/tasks.ts';
import { expandUnits, unitName } from '../../mechanism/units.ts';
import { lightOf, worst } from './light.ts';
import { taskReason } from './reason.ts';
import { amountOf, numberOf } from './amounts.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import { targetAmount } from '../../mechanism/target.ts';
import type { TargetLine, TaskView, WindowView } from './views.ts';

/** One target for one owner and window, before its figures are known. */
interface Aim {
  readonly task: TaskFormat;
  readonly target: TargetFormat;
  readonly owner: string;
  readonly window: Window;
}

export function windowView(window: Window, today: Day): WindowView {
  return { name: window.name, label: windowInChinese(window), from: window.from, to: window.to, state: stateOf(window, today), pace: paceOf(window, today) };
}

/** The board of a year: every task with its targets, each with both standings apart. */
export async function readTasks(db: Queryable, ledger: Ledger, year: number, today: Day): Promise<TaskView[]> {
  const { mechanism } = ledger;
  const aims: Aim[] = [];
  for (const task of mechanism.pack.tasks) for (const target of task.targets) aims.push(...(await aimsOf(db, ledger, task, target, year)));
  const lines = await readLines(db, ledger, aims, today);
  const parameters = await parametersInForce(db, mechanism);
  return mechanism.pack.tasks.map((task) => taskView(ledger, task, lines.filter((_, index) => aims[index]!.task === task), year, { today, lead: decidedLead(task, parameters, today) }));
}

async function aimsOf(db: Queryable, ledger: Ledger, task: TaskFormat, target: TargetFormat, year: number): Promise<Aim[]> {
  const aims: Aim[] = [];
  for (const window of windowsOf(year, target.per)) {
    if ((target.from ?? '') > window.to || (target.to !== undefined && target.to < window.from)) continue;
    for (const owner of await ownersOf(db, ledger.mechanism, target.of, window.to, 'declared')) aims.push({ task, target, owner, window });
  }
  return aims;
}

/** The targets that stand for one figure: for the drill-down. */
export async function readTargetLine(db: Queryable, ledger: Ledger, key: FigureKey, today: Day): Promise<TargetLine | null> {
  const year = Number(key.window.from.slice(0, 4));
  for (const task of ledger.mechanism.pack.tasks) {
    for (const target of task.targets.filter((it) => it.measure === key.measure)) {
      const aims = (await aimsOf(db, ledger, task, target, year)).filter((it) => it.owner === key.owner && it.window.name === key.window.name);
      if (aims.length > 0) return (await readLines(db, ledger, aims, today))[0]!;
    }
  }
  return null;
}

async function readLines(db: Queryable, ledger: Ledger, aims: readonly Aim[], today: Day): Promise<TargetLine[]> {
  const { mechanism } = ledger;
  const keys = (standing: FigureKey['standing']): FigureKey[] => aims.map((it) => ({ measure: it.target.measure, owner: it.owner, window: it.window, standing }));
  const certified = await readShownFigures(db, mechanism, keys('certified'));
  const declared = await readShownFigures(db, mechanism, keys('declared'));
  const names = await ownerNames(db, mechanism, aims.map((it) => it.owner));
  const parameters = await parametersInForce(db, mechanism);
  return aims.map((aim, index) => lineOf(aim, certified[index]!, declared[index]!));

  function lineOf(aim: Aim, held: ShownFigure, said: ShownFigure): TargetLine {
    const measure = mechanism.measures.get(aim.target.measure)!;
    const target = numberOf(targetAmount(aim.target, parameters, aim.window.to));
    const value = amountOf(held.value);
    const judged = { window: aim.window, today, value, target, isRatio: 'ratio' in measure };
    const light = lightOf(judged);
    return {
      measure: measure.id,
      label: measure.label,
      unit: measure.unit,
      owner: { id: aim.owner, name: names.get(aim.owner) ?? aim.owner },
      window: windowView(aim.window, today),
      target,
      stretch: aim.target.stretch ?? null,
      firmness: aim.target.firmness,
      certified: value,
      declared: amountOf(said.value),
      doubt: held.doubt,
      frozen: held.frozenBy !== undefined,
      light,
      reason: reasonOf(light, value, target, amountOf(said.value), measure.unit),
    };
  }
}

function reasonOf(light: TargetLine['light'], value: number | null, target: number, declared: number | null, unit: string): string {
  const percent = unit === '%';
  const text = (it: number): string => (percent ? `${Math.round(it * 10_000) / 100}%` : `${it}${unit}`);
  if (value === null) return '没有可比的项目';
  const waiting = declared !== null && declared > value ? `，另有申报未认定${percent ? '' : text(Math.round((declared - value) * 1e8) / 1e8)}` : '';
  if (light === 'met') return `已认定${text(value)}`;
  if (light === 'to-come') return '时段未到';
  return `已认定${text(value)}，还差${text(Math.round((target - value) * 1e8) / 1e8)}${waiting}`;
}

/** The unit that a decision names as a task's lead, where the source names none. */
function decidedLead({ leadOpen }: TaskFormat, parameters: Parameters, day: Day): string | undefined {
  const inForce = leadOpen === undefined ? undefined : parameters.at(leadOpen, day);
  return inForce?.decided ? String(inForce.written) : undefined;
}

function taskView(ledger: Ledger, task: TaskFormat, lines: readonly TargetLine[], year: number, { today, lead: decided }: { today: Day; lead: string | undefined }): TaskView {
  const { pack } = ledger.mechanism;
  const lastDay = `${year}-12-31`;
  const units = (ids: readonly string[]): { id: string; name: string }[] => expandUnits(pack, ids, lastDay).map((id) => ({ id, name: unitName(pack, id) }));
  const light = worst(lines.map((it) => it.light));
  const completion = lines.map((it) => Math.min(1, Math.max(0, (it.certified ?? 0) / it.target)));
  const mean = (list: readonly number[]): number => list.reduce((sum, it) => sum + it, 0) / list.length;
  const lead = units(decided === undefined ? task.lead : [...task.lead, decided]);
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    brief: task.brief,
    clauses: clauseRefs(pack, task.clauses),
    lead,
    // A unit named twice keeps the higher role.
    with: units(task.with).filter((it) => !lead.some((one) => one.id === it.id)),
    leadOpen: task.leadOpen === undefined || decided !== undefined ? null : (pack.parameters.find((it) => it.id === task.leadOpen)?.question ?? null),
    light,
    reason: lines.length === 0 && task.targets.length > 0 ? '还没有可以对照目标的单位或平台' : taskReason(light, lines),
    progress: lines.length === 0 ? null : mean(completion),
    pace: lines.length === 0 ? paceOf(windowsOf(year, 'year')[0]!, today) : mean(lines.map((it) => it.window.pace)),
    lines: [...lines],
  };
}

