import { actorOf } from '../../base/context.ts';
import { instant } from '../../base/clock.ts';
import { inWan } from '../../kernel/fen.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { standingUnits } from '../../ledger/units.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import { unitName } from '../../mechanism/units.ts';
import { readMyChecks } from './receipts.ts';
import { readOffers } from './offers.ts';
import { officeOf, type Settings, settingsOf } from './settings.ts';
import { readHoldings, type StoredHolding } from './store.ts';
import { leadName } from './lead-name.ts';
import type { HoldingView, StateView } from './views.ts';

const DAY = 86_400_000;

/** How 首报首谈 stands, and what of it concerns the actor. */
export async function readState(context: LedgerContext): Promise<StateView> {
  const { database, ledger, rights, clock } = context;
  const actor = actorOf(context);
  const { mechanism } = ledger;
  const { pack } = mechanism;
  const { settings, open } = await settingsOf(database, mechanism, clock.today());
  const on = settings !== undefined;
  const [holdings, checks, offers, units] = await Promise.all([
    on ? readHoldings(database, actor.units) : [],
    readMyChecks(database, actor.account),
    on ? readOffers(context) : [],
    standingUnits(database, pack, clock.today()),
  ]);
  return {
    on,
    open: pack.parameters.filter((it) => open.includes(it.id)).map(({ id, label, question, clause }) => ({ parameter: id, label, question, clause: clauseRefs(pack, [clause])[0]! })),
    deciders: pack.units.filter((it) => it.part === 'talent-office' || it.part === 'commerce-bureau').map((it) => it.name),
    office: officeOf(mechanism).name,
    terms: settings ? { minimum: `${inWan(settings.minimum)}万元`, minimumFen: String(settings.minimum), contacts: [...settings.contacts], days: settings.days } : null,
    holdings: settings ? holdings.map((it) => holdingView(context, settings, it)) : [],
    checks,
    offers,
    mayDecide: rights.can(actor, 'holdings:decide'),
    units: units.map(({ id, name }) => ({ id, name })),
  };
}

/** A lead as it is shown to who may know of it. */
export function holdingView(context: LedgerContext, settings: Settings, held: StoredHolding): HoldingView {
  const { mechanism } = context.ledger;
  const quietDays = Math.max(0, Math.floor((instant() - held.moved.getTime()) / DAY));
  const own = actorOf(context).units.includes(held.unit);
  return {
    subject: { id: held.id, number: held.number, name: leadName(held, own), kindLabel: mechanism.vocabulary[held.kind]!.label },
    unit: { id: held.unit, name: unitName(mechanism.pack, held.unit) },
    since: held.since.toISOString(),
    quietDays,
    look: quietDays >= settings.days,
  };
}
