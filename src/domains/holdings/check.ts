import { setTimeout as pause } from 'node:timers/promises';
import { instant } from '../../base/clock.ts';
import { actorOf } from '../../base/context.ts';
import { fingerprint } from '../../base/sealed-value.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { type Key, keysOf, personKeys } from './keys.ts';
import { matchHeld } from './match.ts';
import { letIn } from './passes.ts';
import { type Settings, settingsOf } from './settings.ts';
import { settle } from './settle.ts';
import { askedFields, CHECK_FLOOR, CHECK_MINUTES, CHECKS } from './terms.ts';
import type { CheckAnswer, CheckInput } from './views.ts';

/**
 * Is another unit in talks with this investor? The answer is yes or no, after the same statements and no sooner than the same time, whatever
 * it is. Nothing that was asked is kept but a keyed hash of it.
 * @throws Refusal 'first-report-off', 'nothing-asked', 'too-many'
 */
export async function checkFirstReport(context: LedgerContext, input: CheckInput): Promise<CheckAnswer> {
  const begun = instant();
  const { account } = actorOf(context);
  const keys = askedKeys(context, input);
  const settings = await settingsIn(context);
  const answer = await write(context.database, { id: context.request, account, body: ['holdings:check', input] }, async (tx) => {
    await countChecks(tx, account);
    const asked = fingerprint(tx, JSON.stringify(['first-report', ...askedFields.map((it) => input[it] ?? '')]));
    const found = await answerTo(tx, context, settings, keys, input.content ?? '');
    const { id, number, at } = await keepReceipt(tx, context, asked, found);
    const held = found.length > 0;
    return { answer: { id, number, at, held }, audit: [{ unit: actorOf(context).unit, action: 'holdings:check', objectKind: 'check', objectId: id, detail: { asked, said: held ? 'held' : 'free' } }] };
  });
  await pause(Math.max(0, CHECK_FLOOR - (instant() - begun)));
  return answer;
}

/** @throws Refusal 'first-report-off' */
async function settingsIn({ database, ledger, clock }: LedgerContext): Promise<Settings> {
  const { settings } = await settingsOf(database, ledger.mechanism, clock.today());
  if (!settings) throw new Refusal('first-report-off', '首报首谈还没有实行，不能核对。要决定的事项见本页。');
  return settings;
}

/** @throws Refusal 'nothing-asked' where what was typed tells nobody */
function askedKeys({ database, ledger }: LedgerContext, { name, code, phone, controller, content }: CheckInput): Key[] {
  const { pack } = ledger.mechanism;
  const people = [name, controller].flatMap((it) => personKeys(database, { name: it ?? '', phone, idNumber: code }));
  const keys = [...keysOf(database, pack, { name, code, phone, controller }), ...people];
  const tells = keys.some((it) => it.kind !== 'controller') || (keys.length > 0 && content !== undefined && content.trim() !== '');
  if (!tells) throw new Refusal('nothing-asked', '请至少填写名称、信用代码、电话中的一项；只知道实际控制人的，请同时写明建设内容。');
  return keys;
}

/** What others hold of it; never more is told than whether there is any. */
async function answerTo(tx: Transaction, context: LedgerContext, settings: Settings, keys: readonly Key[], content: string): Promise<string[]> {
  const { units } = actorOf(context);
  await settle(tx, context.ledger.mechanism, settings);
  const [met] = await matchHeld(tx, [{ keys, content }]);
  const passes = await letIn(tx, [...met!.keys()]);
  return [...met!].filter(([subject, holder]) => !units.includes(holder) && !units.some((it) => passes.has(`${subject} ${it}`))).map(([subject]) => subject);
}

/** One account asks one at a time, and not without end. @throws Refusal 'too-many' */
async function countChecks(tx: Transaction, account: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('first-report ' || $1, 0))", [account]);
  const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from first_report_check where account_id = $1 and at > clock_timestamp() - make_interval(mins => $2)', [account, CHECK_MINUTES]);
  if (rows[0]!.count >= CHECKS) throw new Refusal('too-many', `${CHECK_MINUTES} 分钟内最多核对 ${CHECKS} 次，请稍后再试。需要批量核对的，请联系商务局。`);
}

async function keepReceipt(tx: Transaction, context: LedgerContext, asked: string, matched: readonly string[]): Promise<Omit<CheckAnswer, 'held'>> {
  const { account, unit } = actorOf(context);
  const { rows } = await tx.query<{ id: string; number: string; at: Date }>(
    `insert into first_report_check (account_id, unit, post, held, asked, matched) select $1, $2, coalesce((select post from account where id = $1), ''), $3, $4, $5
     returning id, number, at`,
    [account, unit, matched.length > 0, asked, matched],
  );
  const { id, number, at } = rows[0]!;
  return { id, number: receiptNumber(number, at), at: at.toISOString() };
}

/** `2026-000123`. */
export function receiptNumber(number: string, at: Date): string {
  return `${at.getFullYear()}-${number.padStart(6, '0')}`;
}

