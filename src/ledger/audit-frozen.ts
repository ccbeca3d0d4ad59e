import type { Queryable } from '../base/database.ts';
import { formatDecimal } from '../kernel/decimal.ts';
import { type Period, parseWindow, windowInChinese, windowsOf } from '../kernel/window.ts';
import { CITY, standings } from '../mechanism/dossier.ts';
import type { Figure } from '../mechanism/figure.ts';
import type { MeasureFormat } from '../mechanism/format/measures.ts';
import type { Pack } from '../mechanism/format/pack.ts';
import { type PackFile, readPack } from '../mechanism/read-pack.ts';
import { expandUnits } from '../mechanism/units.ts';
import { type AuditFinding, standingLabels } from './audit-finding.ts';
import { type FigureKey, readFigures } from './figures.ts';
import { frozenFigures, frozenName } from './freeze.ts';
import type { Ledger } from './ledger.ts';
import { ownerNames } from './read-out.ts';

interface FreezeRow {
  id: string;
  window_name: string;
  last_seq: string;
  pack_hash: string;
}

/** A pack as a freeze found it: no more than figures need. */
interface PackThen {
  readonly pack: Pack;
  readonly measures: ReadonlyMap<string, MeasureFormat>;
}

/** Postings up to the number of each freeze → what it printed, under the pack of its day. */
export async function auditFrozen(db: Queryable, ledger: Ledger): Promise<AuditFinding[]> {
  const { rows: freezes } = await db.query<FreezeRow>(
    `select f.id, f.window_name, f.last_seq, r.pack_hash
     from period_freeze f cross join lateral (select pack_hash from revision where begun_at <= f.frozen_at order by id desc limit 1) r
     order by f.last_seq, f.id`,
  );
  const packs = new Map<string, PackThen | undefined>([[ledger.packHash, ledger.mechanism]]);
  const findings: AuditFinding[] = [];
  for (const it of freezes) {
    if (!packs.has(it.pack_hash)) packs.set(it.pack_hash, await packOf(db, it.pack_hash));
    const then = packs.get(it.pack_hash);
    if (then) findings.push(...(await auditFreeze(db, ledger, it, then)));
    else findings.push({ what: 'frozen', subject: it.window_name, sentence: `${windowOf(it.window_name)}封账时的机制包已不能读取，无法核对封存的数。` });
  }
  return findings;
}

async function packOf(db: Queryable, hash: string): Promise<PackThen | undefined> {
  const { rows } = await db.query<{ files: PackFile[] }>('select files from pack_version where hash = $1', [hash]);
  const { pack } = readPack(rows[0]!.files);
  return pack && { pack, measures: new Map(pack.measures.map((it) => [it.id, it])) };
}

async function auditFreeze(db: Queryable, ledger: Ledger, freeze: FreezeRow, then: PackThen): Promise<AuditFinding[]> {
  const printed = await frozenFigures(db, freeze.id);
  const expected = new Map(printedKeys(then, Number(freeze.window_name.slice(0, 4))).map((it) => [frozenName({ ...it, window: it.window.name }), it]));
  const keys = new Map([...expected, ...[...printed.keys()].map((name) => [name, keyOf(name)] as const)]);
  const known = [...keys].filter(([, key]) => then.measures.has(key.measure));
  const computed = await readFigures(db, then, known.map(([, key]) => key), BigInt(freeze.last_seq));
  const should = new Map(known.map(([name], index) => [name, computed[index]!]));
  const wrong = [...keys].filter(([name]) => text(should.get(name)) !== text(printed.get(name)));
  const names = await ownerNames(db, ledger.mechanism, wrong.map(([, key]) => key.owner));
  return wrong.map(([name, { measure, owner, window, standing }]): AuditFinding => ({
    what: 'frozen',
    subject: freeze.window_name,
    sentence: `${windowOf(freeze.window_name)}封存的数与账不符：“${then.measures.get(measure)?.label ?? measure}”${names.get(owner) ?? owner}${windowInChinese(window)}${standingLabels[standing]}应为${text(should.get(name))}，封存为${text(printed.get(name))}。`,
  }));
}

/** What a year prints for units and the city; which subjects had figures then, the freeze alone knows. */
function printedKeys({ pack }: PackThen, year: number): FigureKey[] {
  return pack.measures.flatMap((measure) => measure.figures.flatMap(({ of, per }) => windowsOf(year, per as Period).flatMap((window) => {
    const owners = of === 'city' ? [CITY] : Array.isArray(of) ? expandUnits(pack, of, window.to) : [];
    return owners.flatMap((owner) => standings.map((standing) => ({ measure: measure.id, owner, window, standing })));
  })));
}

/** The reverse of `frozenName`. */
function keyOf(name: string): FigureKey {
  const [measure, owner, standing, window] = name.split(' ') as [string, string, FigureKey['standing'], string];
  return { measure, owner, standing, window: parseWindow(window)! };
}

function windowOf(name: string): string {
  return windowInChinese(parseWindow(name)!);
}

function text(figure: Figure | undefined): string {
  if (!figure) return '无此项';
  const parts = figure.of ? `（${formatDecimal(figure.of.numerator)}比${formatDecimal(figure.of.denominator)}）` : '';
  return `${figure.value === null ? '空' : formatDecimal(figure.value)}${parts}${figure.doubt === 0 ? '' : `（存疑${figure.doubt}）`}`;
}
