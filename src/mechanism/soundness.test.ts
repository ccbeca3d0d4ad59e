import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CompileContext, Hop } from './compile-context.ts';
import { compileCondition, type CompiledCondition } from './condition.ts';
import { type Dossier, type Neighbourhood, standings } from './dossier.ts';
import { small } from './fixture.ts';
import type { Condition } from './format/conditions.ts';
import type { Explained } from './outcome.ts';
import { Parameters } from './parameters.ts';
import { anyCondition } from './random-conditions.ts';
import { anyWorld, complete, filling, hide, hiding, type World } from './random-world.ts';
import { neighbourhoodOf } from './run-cases.ts';
import type { Sight } from './visibility.ts';

const limit = { id: 'limit', label: '限额', type: 'money', clause: 'k1', question: '多少', readings: [] } as const;
const lists = { types: ['甲', '乙', '丙'], degrees: ['博士', '硕士', '本科'], levels: ['高', '中', '低'] };
const RUNS = 3_000;

function compiled(kind: string, format: Condition): { condition: CompiledCondition; hops: (readonly Hop[])[] } {
  const hops: (readonly Hop[])[] = [];
  const context: CompileContext = {
    vocabulary: small, parameters: new Map([['limit', { ...limit, readings: [] }]]), lists, named: new Map(), kinds: [kind], chain: [], hops, usedParameters: new Set(),
    problem: (message) => {
      throw new Error(`${message}: ${JSON.stringify(format)}`);
    },
  };
  return { condition: compileCondition(context, format), hops };
}

const asked = fc.constantFrom('project', 'talent', 'investment').chain((kind) => fc.record({ kind: fc.constant(kind), format: anyCondition({ kinds: [kind], steps: [2] }, 3) }));
const decision = fc.constantFrom('1万元', '2万元', '4万元');

function sightOf(around: Neighbourhood, standing: Sight['standing'], value: string | undefined): Sight {
  return { standing, around, day: '2021-06-30', parameters: new Parameters([{ ...limit, readings: [] }], value === undefined ? [] : [{ parameter: 'limit', value, from: null, document: '' }]) };
}

function subjectsOf(world: World, kind: string): Dossier[] {
  return world.filter((it) => it.kind === kind);
}

it('what is hidden makes an outcome unknown or leaves it as every completion has it', () => {
  let unknown = 0;
  let decided = 0;
  fc.assert(fc.property(asked, anyWorld, hiding, fc.array(fc.tuple(filling, decision), { minLength: 4, maxLength: 4 }), fc.boolean(), fc.constantFrom(...standings), ({ kind, format }, world, hidden, completions, open, standing) => {
    const { condition } = compiled(kind, format);
    const partly = hide(world, hidden);
    for (const [index, subject] of subjectsOf(partly, kind).entries()) {
      const outcome = condition.evaluate({ subject }, sightOf(neighbourhoodOf(partly), standing, open ? undefined : '2万元'));
      if (outcome === 'unknown') unknown++;
      else decided++;
      if (outcome === 'unknown') continue;
      for (const [values, value] of completions) {
        const whole = complete(world, hidden, values);
        expect(condition.evaluate({ subject: subjectsOf(whole, kind)[index]! }, sightOf(neighbourhoodOf(whole), standing, open ? value : '2万元'))).toBe(outcome);
      }
    }
  }), { numRuns: RUNS });
  expect(Math.min(unknown, decided), 'both happen often').toBeGreaterThan(RUNS / 4);
});

it('with everything known and decided nothing is unknown', () => {
  fc.assert(fc.property(asked, anyWorld, fc.constantFrom(...standings), decision, ({ kind, format }, world, standing, value) => {
    const { condition } = compiled(kind, format);
    for (const subject of subjectsOf(world, kind)) expect(condition.evaluate({ subject }, sightOf(neighbourhoodOf(world), standing, value))).not.toBe('unknown');
  }), { numRuns: RUNS });
});

function everyPart(explained: Explained): Explained[] {
  return [explained, ...explained.parts.flatMap(everyPart)];
}

it('an explanation comes to the same outcome, and names what is missing exactly where it is unknown', () => {
  fc.assert(fc.property(asked, anyWorld, hiding, ({ kind, format }, world, hidden) => {
    const { condition } = compiled(kind, format);
    const partly = hide(world, hidden);
    const sight = sightOf(neighbourhoodOf(partly), 'declared', undefined);
    for (const subject of subjectsOf(partly, kind)) {
      const explained = condition.explain({ subject }, sight);
      expect(explained.outcome).toBe(condition.evaluate({ subject }, sight));
      for (const it of everyPart(explained)) {
        expect(it.missing.length > 0).toBe(it.outcome === 'unknown');
        expect(it.sentence).not.toBe('');
      }
    }
  }), { numRuns: RUNS });
});

/** Only what the condition's paths lead to: what the ledger loads. */
function reachable(world: World, subject: Dossier, hops: (readonly Hop[])[]): Neighbourhood {
  const whole = neighbourhoodOf(world);
  const known = new Map([[subject.id, subject]]);
  const edges = new Set<string>();
  for (const path of hops) {
    let at = [subject];
    for (const hop of path) {
      at = at.flatMap((one) => {
        const next = 'to' in hop ? [whole.get(one.references[hop.to] ?? '')].filter((it) => it !== undefined) : [...whole.referring(one.id, hop.from, hop.role)];
        if (!('to' in hop)) edges.add(`${one.id} ${hop.from} ${hop.role}`);
        return next;
      });
      for (const it of at) known.set(it.id, it);
    }
  }
  return { get: (id) => known.get(id), referring: (id, kind, role) => (edges.has(`${id} ${kind} ${role}`) ? whole.referring(id, kind, role) : []) };
}

it('the paths noted while compiling lead to everything that is read', () => {
  fc.assert(fc.property(asked, anyWorld, hiding, ({ kind, format }, world, hidden) => {
    const { condition, hops } = compiled(kind, format);
    const partly = hide(world, hidden);
    for (const subject of subjectsOf(partly, kind)) {
      const whole = condition.evaluate({ subject }, sightOf(neighbourhoodOf(partly), 'certified', '2万元'));
      expect(condition.evaluate({ subject }, sightOf(reachable(partly, subject, hops), 'certified', '2万元'))).toBe(whole);
    }
  }), { numRuns: RUNS });
});
