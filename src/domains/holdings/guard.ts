import type { Queryable } from '../../base/database.ts';
import type { Keyed } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';
import type { Day } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Entering, EnteringRow, Guard } from '../../ledger/guard.ts';
import type { Author } from '../../ledger/statements.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { keysOf } from './keys.ts';
import { HELD_KINDS, keysOfLeads, storeKeys } from './lead-keys.ts';
import { type Asked, matchHeld } from './match.ts';
import { letIn } from './passes.ts';
import { officeOf, settingsOf, settingsUnder } from './settings.ts';
import { HELD } from './terms.ts';

/**
 * What 首报首谈 asks of every entry: nobody registers what another unit holds. It says no more than that, and whom to ask.
 * Whoever already had the record of that investor corrects it freely.
 */
export const holdingGuard: Guard = {
  async admit(tx, mechanism, parameters, author, entries) {
    const leads = entries.filter((it) => (HELD_KINDS as readonly string[]).includes(it.after.kind));
    if (leads.length === 0 || !settingsUnder(parameters, author.today).settings) return;
    await refuseHeld(tx, mechanism, author, leads);
    await storeKeys(tx, mechanism.pack, leads.map((it) => it.after));
  },
  refusedRows,
};

/** @throws Refusal 'held' */
async function refuseHeld(tx: Transaction, mechanism: Mechanism, author: Author, leads: readonly Entering[]): Promise<void> {
  const { pack } = mechanism;
  const asked = async (all: readonly (Dossier | undefined)[]): Promise<Asked[]> => {
    const known = all.filter((it) => it !== undefined);
    const keys = await keysOfLeads(tx, pack, known);
    return all.map((it) => ({ keys: it ? keys[known.indexOf(it)]! : [], content: String(it?.fields['content'] ?? '') }));
  };
  const [after, before] = await Promise.all([asked(leads.map((it) => it.after)).then((it) => matchHeld(tx, it)), asked(leads.map((it) => it.before)).then((it) => matchHeld(tx, it))]);
  const admitted = await letIn(tx, [...new Set(after.flatMap((it) => [...it.keys()]))]);
  for (const [at, { after: lead }] of leads.entries()) {
    const own = [...ownUnits(lead), author.unit];
    for (const [subject, holder] of after[at]!) {
      if (subject === lead.id || own.includes(holder) || before[at]!.has(subject) || own.some((it) => admitted.has(`${subject} ${it}`))) continue;
      throw new Refusal('held', HELD.replace('{office}', officeOf(mechanism).name));
    }
  }
}

async function refusedRows(db: Queryable & Keyed, mechanism: Mechanism, today: Day, rows: readonly EnteringRow[]): Promise<ReadonlyMap<number, string>> {
  const leads = [...rows.entries()].filter(([, it]) => it.kind === 'project');
  if (leads.length === 0 || !(await settingsOf(db, mechanism, today)).settings) return new Map();
  const matches = await matchHeld(db, leads.map(([, { fields, people }]) => ({
    keys: keysOf(db, mechanism.pack, { name: textOf(fields['investor']), code: textOf(fields['creditCode']), controller: people['controller'] }),
    content: textOf(fields['content']) ?? '',
  })));
  const subjects = [...new Set(matches.flatMap((it) => [...it.keys()]))];
  const [admitted, registered] = await Promise.all([letIn(db, subjects), numbersOf(db, leads.map(([, it]) => it.number))]);
  const sentence = HELD.replace('{office}', officeOf(mechanism).name);
  return new Map(leads.flatMap(([at, { units, number }], nth) => {
    const held = [...matches[nth]!].some(([subject, holder]) => !units.includes(holder) && !units.some((it) => admitted.has(`${subject} ${it}`)));
    return held && !registered.has(number) ? [[at, sentence] as const] : [];
  }));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Projects that stand already under a number: their rows are corrections. */
async function numbersOf(db: Queryable, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ number: string }>("select number from dossier where kind = 'project' and state <> 'withdrawn' and number = any($1::text[])", [numbers]);
  return new Set(rows.map((it) => it.number));
}
