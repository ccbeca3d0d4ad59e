import fc from 'fast-check';
import { type PackName, packNames } from './packs.ts';
import type { Spec } from './model/statements.ts';
import { opening, specs } from './command-specs.ts';
import { day } from './days.ts';

/** One act of a history: plain data, so that a failing history can be read and said again. */
export type Command =
  /** Unless `blindly`, what cannot be said is left out: of subjects that were never entered, on milestones that are not there. */
  | { readonly do: 'record'; readonly specs: readonly Spec[]; readonly blindly: boolean }
  | { readonly do: 'again' }
  | { readonly do: 'propose'; readonly by: number; readonly proposal: Proposal }
  | { readonly do: 'decide'; readonly proposal: Proposal; readonly derive: boolean }
  | { readonly do: 'approve'; readonly by: number; readonly which: number; readonly derive: boolean }
  | { readonly do: 'correct'; readonly pack: PackName; readonly derive: boolean }
  | { readonly do: 'derive'; readonly batch: number; readonly leaveAfter: number }
  | { readonly do: 'freeze'; readonly window: string }
  | { readonly do: 'merge'; readonly unit: string; readonly into: string; readonly day: string };

export interface Proposal {
  readonly parameter: string;
  readonly value: string | readonly string[];
  readonly from: string;
}

/** The last is still running on the histories' today. */
const windows = ['2021', '2021H1', '2021H2', '2021-06', '2021-12', '2022', '2022H1', '2022H2', '2022-01', '2022-03', '2023H1'];

const proposal: fc.Arbitrary<Proposal> = fc.record({ parameter: fc.constantFrom('sessions', 'threshold', 'levels', 'rate', 'cap', 'intro.max'), pick: fc.nat(3), from: fc.constantFrom('2021-01-01', '2021-06-15', '2022-01-01') }).map(({ parameter, pick, from }) => ({ parameter, value: values[parameter]![pick % values[parameter]!.length]!, from }));

/** The last of each cannot be a value of its parameter. */
const values: Record<string, readonly (string | readonly string[])[]> = {
  sessions: [['产学研对接'], ['项目路演', '专题培训'], ['专题培训'], []],
  threshold: ['100万元', '300万元', '500万元', '很多'],
  levels: [['省级'], ['国家级', '省级', '市级'], ['市级'], '省级'],
  rate: ['8‰', '1%', '3‰', '5'],
  cap: ['1万元', '5万元', '2万元', '无'],
  'intro.max': ['10万元', '5万元', '20万元', '-1万元'],
};

const unit = fc.constantFrom('east', 'west', 'south', 'north', 'oldtown', 'office', 'nowhere');
const person = fc.nat(2);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(specs(4), fc.nat(15)).map(([it, chance]): Command => ({ do: 'record', specs: it, blindly: chance === 0 })) },
  { weight: 2, arbitrary: fc.constant<Command>({ do: 'again' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide'), proposal, derive: fc.boolean() }) as fc.Arbitrary<Command> },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('propose'), by: person, proposal }) as fc.Arbitrary<Command> },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('approve'), by: person, which: fc.nat(3), derive: fc.boolean() }) as fc.Arbitrary<Command> },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct'), pack: fc.constantFrom(...packNames), derive: fc.boolean() }) as fc.Arbitrary<Command> },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('derive'), batch: fc.integer({ min: 1, max: 4 }), leaveAfter: fc.integer({ min: 1, max: 6 }) }) as fc.Arbitrary<Command> },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('freeze'), window: fc.constantFrom(...windows) }) as fc.Arbitrary<Command> },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge'), unit, into: unit, day }) as fc.Arbitrary<Command> },
);

/** A city that is already at work, and what happens then. */
export const history: fc.Arbitrary<Command[]> = fc.tuple(opening, fc.array(command, { minLength: 1, maxLength: 24, size: 'max' })).map(([first, rest]) => [{ do: 'record', specs: first, blindly: false }, ...rest]);
