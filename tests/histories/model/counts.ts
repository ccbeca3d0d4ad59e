import { and, type Answer, isOneOf, not, or, plain } from './answers.ts';
import { nameOf } from './acts.ts';
import { creditedOn, type Standing, type View } from './records.ts';
import { type Decided, decidedOn, fenOf, type Rules } from './rules.ts';
import { periodOf } from './periods.ts';

/** One line of what counts: millionths for an owner on a day, or 0 with a doubt. */
export interface Line {
  readonly measure: string;
  readonly owner: string;
  readonly day: string;
  readonly subject: string;
  readonly millionths: number;
  readonly doubt: number;
}

type Owners = readonly ('share' | 'each' | 'city' | 'platform')[];

/** Everything that counts, in one view, under one set of rules and decisions. */
export function countAll(view: View, rules: Rules, decided: readonly Decided[]): Line[] {
  const lines: Line[] = [];
  function post(measure: string, owners: Owners, subject: Standing, day: string, answer: Answer, sign = 1, creditDay = day): void {
    if (answer === 'no') return;
    const add = (owner: string, millionths: number): void => {
      lines.push({ measure, owner, day, subject: nameOf(subject), millionths: answer === 'yes' ? sign * millionths : 0, doubt: answer === 'unknown' ? sign : 0 });
    };
    for (const owner of owners) {
      const platform = view.at(subject, 'platform');
      if (owner === 'city') add('city', 1_000_000);
      else if (owner !== 'platform') for (const it of creditedOn(subject, creditDay)) add(it.unit, owner === 'each' ? 1_000_000 : it.millionths);
      else if (platform) add(nameOf(platform), 1_000_000);
    }
  }
  const sessions = (day: string): readonly string[] => (decidedOn(decided, 'sessions', day) as readonly string[] | undefined) ?? rules.sessions;
  const formal = (it: Standing): Answer => isOneOf(it.fields['agreement'], ['正式协议'], rules.blankAgreement);
  const startup = (it: Standing): Answer => isOneOf(it.fields['type'], ['人才创业项目']);

  for (const project of view.of('project')) {
    const signed = view.day(project, 'signed');
    const registered = view.day(project, 'registered');
    const started = view.day(project, 'started');
    if (signed) post('signed', [rules.signedInFull ? 'each' : 'share', 'city'], project, signed, formal(project));
    if (registered) post('landings', ['platform'], project, registered, startup(project));
    if (registered && rules.traced) post('traced', ['city', 'share'], project, registered, traced(view, project, registered, sessions(registered)));
    const union = (measure: string, answer: Answer): void => {
      for (const it of firstInEach('year', [signed, started], () => answer)) post(measure, ['share', 'city'], project, it.day, it.answer);
    };
    union('union', formal(project));
    union('led', and(formal(project), isOneOf(project.fields['talentLed'], [true])));
    const { from, to, per } = rules.progress;
    const steps = [registered, started, view.day(project, 'inProduction')].filter((it) => it !== undefined && from <= it && it <= to);
    for (const it of firstInEach(per, steps, () => 'yes')) post('progress', ['each', 'city'], project, it.day, it.answer);
    if (signed) post('large', ['city', 'share'], project, signed, large(project, decidedOn(decided, 'threshold', signed)));
    if (started) post('backed', ['city', 'platform'], project, started, backed(view, project, rules.backedFrom));
  }
  for (const activity of view.of('activity')) {
    const held = view.day(activity, 'held');
    if (held) post('sessions', ['each', 'city'], activity, held, isOneOf(activity.fields['type'], sessions(held)));
  }
  for (const talent of view.of('talent')) {
    const landed = view.day(talent, 'landed');
    if (!landed) continue;
    const projects = view.referring(talent, 'project', 'talent');
    const itsOwn = projects.map((it) => and(startup(it), plain(it.references['platform'] !== undefined && it.references['platform'] === talent.references['platform']), plain(view.day(it, 'registered')?.slice(0, 4) === landed.slice(0, 4))));
    post('landings', ['platform'], talent, landed, and(isOneOf(talent.fields['degree'], ['博士']), not(or(...itsOwn))));
    const paid = projects.flatMap((it) => view.referring(it, 'investment', 'project')).map((it) => view.day(it, 'arrived'));
    post('funded', ['share', 'city'], talent, landed, plain(paid.some((it) => it !== undefined && it <= landed)));
    const met = projects.flatMap((it) => view.at(it, 'activity') ?? []).map((it) => view.day(it, 'held'));
    post('met', ['share', 'city'], talent, landed, plain(met.some((it) => it !== undefined && it < landed)));
  }
  for (const agency of view.of('agency')) {
    const opened = view.day(agency, 'opened');
    const closed = view.day(agency, 'closed');
    if (!opened || (closed && closed < opened)) continue;
    const known = isOneOf(agency.fields['wellKnown'], [true]);
    post('offices', ['city', 'each'], agency, opened, known);
    if (closed) post('offices', ['city', 'each'], agency, closed, known, -1, opened);
  }
  return lines;
}

/** Of several days the first that counts in each period; where none surely does, the first that may. */
function firstInEach(per: 'year' | 'quarter' | 'pair', days: readonly (string | undefined)[], ask: (day: string) => Answer): { day: string; answer: Answer }[] {
  const asked = days.filter((it) => it !== undefined).sort().map((day) => ({ day, answer: ask(day), period: periodOf(day, per) }));
  return [...new Set(asked.map((it) => it.period))].flatMap((period) => {
    const inside = asked.filter((it) => it.period === period);
    return inside.find((it) => it.answer === 'yes') ?? inside.find((it) => it.answer === 'unknown') ?? [];
  });
}

function traced(view: View, project: Standing, registered: string, types: readonly string[]): Answer {
  const activity = view.at(project, 'activity');
  if (!activity) return 'no';
  const held = view.day(activity, 'held');
  return and(isOneOf(activity.fields['type'], types), plain(held !== undefined && held <= registered));
}

function large(project: Standing, threshold: string | readonly string[] | undefined): Answer {
  const paidIn = project.fields['paidIn'];
  if (paidIn === undefined || threshold === undefined) return 'unknown';
  return plain(BigInt(paidIn as string) >= fenOf(threshold as string));
}

function backed(view: View, project: Standing, from: bigint): Answer {
  let sure = 0n;
  let open = false;
  for (const it of view.referring(project, 'investment', 'project')) {
    const nature = it.fields['nature'];
    const amount = it.fields['amount'];
    if (nature === '财政资金') continue;
    if (nature === undefined || amount === undefined) open = true;
    else sure += BigInt(amount as string);
  }
  if (sure >= from) return 'yes';
  return open ? 'unknown' : 'no';
}
