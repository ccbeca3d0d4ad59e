import { readdirSync, readFileSync } from 'node:fs';
import type { Day } from '../../kernel/day.ts';
import { checkPack } from '../../mechanism/check.ts';
import type { Dossier, Value, VerdictState } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { activity } from '../activities/terms.ts';
import { agency } from '../agencies/terms.ts';
import { investment } from '../investments/terms.ts';
import { platform } from '../platforms/terms.ts';
import { project } from '../projects/terms.ts';
import { talent } from '../talents/terms.ts';

const FOLDER = new URL('../../../packs/taixing/', import.meta.url);

/** The city's own pack, compiled: for tests without a database. */
export function taixing(): Mechanism {
  const files = readdirSync(FOLDER).filter((it) => it.endsWith('.yaml')).sort().map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), 'utf8') }));
  const { mechanism, faults } = checkPack(files, { project, talent, activity, platform, investment, agency }, false);
  if (!mechanism) throw new Error(faults.map((it) => it.message).join('\n'));
  return mechanism;
}

/** What a test says of a dossier; the rest is usual. */
export interface Sketch {
  readonly kind: string;
  readonly unit: string;
  readonly credited?: readonly string[];
  readonly fields?: Readonly<Record<string, Value>>;
  readonly milestones?: Readonly<Record<string, Day>>;
  readonly state?: VerdictState;
}

export function sketched({ kind, unit, credited = [unit], fields = {}, milestones = {}, state = 'declared' }: Sketch): Dossier {
  const stated = Object.fromEntries(Object.entries({ [ENTRY]: null, ...milestones }).map(([id, day]) => [id, { day, state, fact: id, unit }]));
  return { id: 'one', kind, number: 'X-1', unit, fields, milestones: stated, references: {}, credits: [{ from: null, parts: credited.map((it) => ({ unit: it, share: '1' })) }] };
}
