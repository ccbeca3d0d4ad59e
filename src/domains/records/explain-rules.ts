import type { Day } from '../../kernel/day.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import type { Dossier, Neighbourhood, Standing } from '../../mechanism/dossier.ts';
import type { CompiledRule } from '../../mechanism/measure.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { allOf, type Explained } from '../../mechanism/outcome.ts';
import type { Parameters } from '../../mechanism/parameters.ts';
import { isVisible, referred, type Sight as Looking } from '../../mechanism/visibility.ts';
import type { DossierView } from './views.ts';
import { shownExplanation } from './shown-explanation.ts';
import type { Sight } from './shown.ts';

/** With what rules are explained. */
export interface Explaining {
  readonly mechanism: Mechanism;
  readonly around: Neighbourhood;
  readonly parameters: Parameters;
  readonly today: Day;
  readonly sight: Sight;
}

/** Every rule that speaks of such a subject: whether it counts by it, and why. */
export function explainRules(explaining: Explaining, dossier: Dossier): DossierView['rules'] {
  const { mechanism } = explaining;
  const parts = new Map<string, number>();
  return mechanism.rules.flatMap((rule) => {
    const part = parts.get(rule.measure) ?? 0;
    parts.set(rule.measure, part + 1);
    const measure = mechanism.measures.get(rule.measure);
    if (rule.subject !== dossier.kind || !measure) return [];
    return [{ measure: rule.measure, label: measure.label, sentence: rule.sentence, clauses: clauseRefs(mechanism.pack, measure.clauses), explained: shownExplanation(explain(explaining, rule, part, dossier), explaining.sight) }];
  });
}

/** The condition on the day of the event that would count (the first that does), or today where there is none yet. */
function explain({ mechanism, around, parameters, today }: Explaining, rule: CompiledRule, part: number, dossier: Dossier): Explained {
  const standing: Standing = isVisible(dossier, 'certified') && rule.events(dossier, 'certified').length > 0 ? 'certified' : 'declared';
  const days = [...new Set(rule.events(dossier, standing).map((it) => it.decidedOn))].sort();
  const conditions = (days.length > 0 ? days : [today]).map((day) => rule.condition.explain({ subject: dossier }, { standing, around, parameters, day }));
  const condition = conditions.find((it) => it.outcome === 'yes') ?? conditions.find((it) => it.outcome === 'unknown') ?? conditions[0]!;
  const owned = explainOwner(mechanism, rule, dossier, { standing, around, parameters, day: days[0] ?? today });
  const parts = [...explainDays(mechanism, rule, part, days), ...owned, ...(condition.sentence === '' ? [] : [condition])];
  const outcome = allOf(parts.map((it) => it.outcome));
  return { sentence: rule.sentence, outcome, missing: outcome === 'unknown' ? condition.missing : [], parts };
}

/** That what would own the figure is named, where that is another subject: a platform. */
function explainOwner(mechanism: Mechanism, rule: CompiledRule, dossier: Dossier, sight: Looking): Explained[] {
  const measure = mechanism.measures.get(rule.measure)!;
  if ('ratio' in measure) return [];
  const roles = measure.owners.flatMap((it) => ('reference' in it ? [it.reference] : []));
  if (roles.length < measure.owners.length) return [];
  const found = roles.map((it) => referred(sight, dossier, it)).find((it) => it !== undefined);
  const labels = roles.map((it) => mechanism.vocabulary[rule.subject]?.references[it]?.label ?? it);
  return [{ sentence: `登记了${labels.join('或')}`, outcome: found ? 'yes' : 'no', found: found?.number ?? '无', missing: [], parts: [] }];
}

/** That it happened, and while the rule was in force. */
function explainDays(mechanism: Mechanism, rule: CompiledRule, part: number, days: readonly Day[]): Explained[] {
  const measure = mechanism.measures.get(rule.measure)!;
  if ('ratio' in measure) return [];
  const count = 'state' in measure ? measure.state : measure.counts[part]!;
  const milestones = 'opens' in count ? [count.opens] : [count.on].flat();
  const labels = milestones.map((it) => mechanism.vocabulary[rule.subject]?.milestones[it]?.label ?? it);
  const happened: Explained = { sentence: `登记了${labels.join('或')}日期`, outcome: days.length > 0 ? 'yes' : 'no', found: days.join('、') || '无', missing: [], parts: [] };
  if (count.from === undefined && count.to === undefined) return [happened];
  const inForce = days.some((it) => (count.from ?? '') <= it && (count.to === undefined || it <= count.to));
  return [happened, { sentence: `日期在本条规则的有效期内（${count.from ?? ''}至${count.to ?? '今'}）`, outcome: inForce ? 'yes' : 'no', missing: [], parts: [] }];
}
