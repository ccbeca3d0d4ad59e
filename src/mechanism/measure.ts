import type { Day } from '../kernel/day.ts';
import { decimal, one } from '../kernel/decimal.ts';
import { type Period, windowAt } from '../kernel/window.ts';
import type { CompileContext } from './compile-context.ts';
import { follow } from './compile-context.ts';
import { type CompiledCondition, compileCondition } from './condition.ts';
import { CITY, type Dossier, type Neighbourhood, type Posting, type Standing, standings } from './dossier.ts';
import type { CountFormat, MeasureFormat, OwnerFormat, StateFormat } from './format/measures.ts';
import type { Outcome } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { dayOf, isVisible, referred, type Sight } from './visibility.ts';
import { ENTRY, type SubjectKind } from './vocabulary.ts';

/** One way in which subjects of a kind enter a measure. */
export interface CompiledRule {
  readonly measure: string;
  readonly subject: string;
  readonly condition: CompiledCondition;
  readonly sentence: string;
  /** The days on which the subject may count, each with the fact that dates it; +1, or −1 where a state closes. */
  events(dossier: Dossier, standing: Standing): Event[];
  postings(dossier: Dossier, around: Neighbourhood, parameters: Parameters): Posting[];
}

interface Event {
  readonly day: Day;
  readonly milestone: string;
  readonly sign: 1n | -1n;
  /** The day whose parameters and condition decide; a state is decided on its opening day. */
  readonly decidedOn: Day;
}

/** Rules of a measure that counts or keeps a state; a ratio has none. */
export function compileRules(context: Omit<CompileContext, 'kinds' | 'chain'>, format: MeasureFormat): CompiledRule[] {
  if ('ratio' in format) return [];
  if ('state' in format) return [compileRule(context, format, format.state, (dossier, standing) => stateEvents(format.state, dossier, standing))];
  return format.counts.map((count) => {
    const milestones = typeof count.on === 'string' ? [count.on] : count.on;
    return compileRule(context, format, count, (dossier, standing) => countEvents(milestones, dossier, standing));
  });
}

type Counting = Exclude<MeasureFormat, { ratio: unknown }>;

function compileRule(base: Omit<CompileContext, 'kinds' | 'chain'>, format: Counting, count: CountFormat | StateFormat, events: CompiledRule['events']): CompiledRule {
  const context: CompileContext = { ...base, kinds: [count.subject], chain: [] };
  const kind = context.vocabulary[count.subject];
  if (!kind) context.problem(`没有“${count.subject}”这类对象`);
  const milestones = 'opens' in count ? [count.opens, count.closes] : [count.on].flat();
  for (const it of milestones) if (kind && !kind.milestones[it]) context.problem(`${kind.label}没有里程碑“${it}”`);
  for (const owner of format.owners) if ('reference' in owner) {
    if (kind && !kind.references[owner.reference]) context.problem(`${kind.label}没有引用“${owner.reference}”`);
    follow(context, 0, owner.reference);
  }
  const condition = compileCondition(context, count.where);
  const unionPer = 'counts' in format && milestones.length > 1 ? (format.unionPer ?? 'year') : undefined;
  const inForce = (day: Day): boolean => (count.from ?? '') <= day && (count.to === undefined || day <= count.to);
  return {
    measure: format.id,
    subject: count.subject,
    condition,
    sentence: sentenceOf(kind, milestones, condition.sentence, 'opens' in count),
    events,
    postings: (dossier, around, parameters) => {
      const found: Posting[] = [];
      for (const standing of standings) {
        if (!isVisible(dossier, standing)) continue;
        const decided = events(dossier, standing)
          .filter((event) => inForce(event.decidedOn))
          .map((event) => ({ event, outcome: condition.evaluate({ subject: dossier }, { standing, around, parameters, day: event.decidedOn }) }));
        for (const { event, outcome } of unionPer ? earliest(decided, unionPer) : decided) {
          if (outcome === 'no') continue;
          const sight: Sight = { standing, around, parameters, day: event.day };
          const facts = [dossier.milestones[ENTRY]!.fact, dossier.milestones[event.milestone]!.fact];
          for (const owner of ownersOf(format.owners, dossier, event.decidedOn, sight)) {
            const quantity = outcome === 'yes' ? event.sign * owner.quantity : 0n;
            const doubt = outcome === 'unknown' ? Number(event.sign) : 0;
            if (quantity !== 0n || doubt !== 0) found.push({ measure: format.id, owner: owner.owner, standing, day: event.day, quantity, doubt, clause: format.clauses[0]!, facts: [...new Set(facts)] });
          }
        }
      }
      return found;
    },
  };
}

function countEvents(milestones: readonly string[], dossier: Dossier, standing: Standing): Event[] {
  return milestones.flatMap((milestone) => {
    const day = dayOf(dossier, milestone, standing);
    return day === undefined ? [] : [{ day, milestone, sign: 1n, decidedOn: day } as const];
  });
}

/** Closed before it opened is no state at all. */
function stateEvents(state: StateFormat, dossier: Dossier, standing: Standing): Event[] {
  const opened = dayOf(dossier, state.opens, standing);
  const closed = dayOf(dossier, state.closes, standing);
  if (opened === undefined || (closed !== undefined && closed < opened)) return [];
  const opening: Event = { day: opened, milestone: state.opens, sign: 1n, decidedOn: opened };
  return closed === undefined ? [opening] : [opening, { day: closed, milestone: state.closes, sign: -1n, decidedOn: opened }];
}

/** Of a union, the earliest that counts in each window; where none does for sure, the earliest in doubt. */
function earliest(decided: { event: Event; outcome: Outcome }[], per: Period): { event: Event; outcome: Outcome }[] {
  const best = new Map<string, { event: Event; outcome: Outcome }>();
  const sorted = decided.filter((it) => it.outcome !== 'no').sort((a, b) => (a.event.day < b.event.day ? -1 : 1));
  for (const it of sorted) {
    const window = windowAt(it.event.day, per).name;
    const held = best.get(window);
    if (!held || (held.outcome === 'unknown' && it.outcome === 'yes')) best.set(window, it);
  }
  return [...best.values()];
}

function ownersOf(owners: readonly OwnerFormat[], dossier: Dossier, day: Day, sight: Sight): { owner: string; quantity: bigint }[] {
  return owners.flatMap((owner) => {
    if ('city' in owner) return [{ owner: CITY, quantity: one }];
    if ('reference' in owner) {
      const found = referred(sight, dossier, owner.reference);
      return found ? [{ owner: found.id, quantity: one }] : [];
    }
    return creditsOn(dossier, day).map((it) => ({ owner: it.unit, quantity: owner.credited === 'each' ? one : decimal(it.share) }));
  });
}

/** Credits are dated: a transfer moves later events only. */
export function creditsOn(dossier: Dossier, day: Day): readonly { unit: string; share: string }[] {
  let parts: readonly { unit: string; share: string }[] = [];
  for (const span of dossier.credits) if ((span.from ?? '') <= day) parts = span.parts;
  return parts;
}

function sentenceOf(kind: SubjectKind | undefined, milestones: readonly string[], condition: string, isState: boolean): string {
  const names = milestones.map((it) => kind?.milestones[it]?.label ?? it);
  const dated = isState ? `自${names[0]}之日起计入，自${names[1]}之日起减去` : milestones.length > 1 ? `以${names.join('或')}日期中在当期最早的一个为准计1` : `按${names[0]}日期计入`;
  return `${kind?.label ?? ''}${condition && `，凡${condition}的`}，${dated}`;
}
