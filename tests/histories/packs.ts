import { readFileSync } from 'node:fs';
import { hashPack } from '../../src/app/pack-folder.ts';
import { vocabulary } from '../../src/app/vocabulary.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { checkPack } from '../../src/mechanism/check.ts';
import type { PackFile } from '../../src/mechanism/read-pack.ts';

/** The pack and its corrected versions, by name. What each changes is said to the model in model/rules.ts. */
export const packNames = ['first', 'wider', 'narrower'] as const;
export type PackName = (typeof packNames)[number];

export interface HistoryPack {
  readonly files: readonly PackFile[];
  readonly ledger: Ledger;
}

type Change = readonly [from: string, to: string];

const changes: Record<PackName, readonly Change[]> = {
  first: [],
  wider: [
    ['{ field: agreement, is: 正式协议 }', '{ field: agreement, is: 正式协议, blank: "yes" }'],
    ['value: [项目路演], source: 惯例', 'value: [项目路演, 产学研对接], source: 惯例'],
    ['{ unit: south, to: 2021-12-31 }', 'south'],
    ['owners: [{ credited: share }, { city: true }]', 'owners: [{ credited: each }, { city: true }]'],
    ['inProduction], from: 2021-04-01, to: 2022-09-30', 'inProduction]'],
    ['unionPer: quarter', 'unionPer: pair'],
    ['{ of: [parks], per: quarter }, { of: city, per: quarter }', '{ of: [parks], per: pair }, { of: city, per: pair }'],
  ],
  narrower: [
    ['{ id: south, name: 南区, kind: park }', '{ id: south, name: 南区, kind: park, mergedInto: { unit: east, on: 2022-07-01 } }'],
    ['atLeast: 300万元', 'atLeast: 500万元'],
  ],
};

/** The narrower pack also forgets the awards and one measure. */
function cut(name: PackName, text: string): string {
  if (name !== 'narrower') return text;
  const withoutAwards = text.slice(0, text.indexOf('awards:'));
  return withoutAwards.slice(0, withoutAwards.indexOf('  - id: traced')) + withoutAwards.slice(withoutAwards.indexOf('  - id: union'));
}

function build(name: PackName): HistoryPack {
  let text = readFileSync(new URL('pack.yaml', import.meta.url), 'utf8');
  for (const [from, to] of changes[name]) {
    if (!text.includes(from)) throw new Error(`pack.yaml no longer says: ${from}`);
    text = text.replace(from, to);
  }
  const files = [{ path: 'pack.yaml', text: cut(name, text) }];
  const { mechanism, faults } = checkPack(files, vocabulary, false);
  if (!mechanism) throw new Error(JSON.stringify(faults));
  return { files, ledger: { mechanism, packHash: hashPack(files) } };
}

export const packs: Record<PackName, HistoryPack> = { first: build('first'), wider: build('wider'), narrower: build('narrower') };
