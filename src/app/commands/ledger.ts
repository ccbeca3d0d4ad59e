import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { freeze } from '../../ledger/freeze.ts';
import { selfAudit } from '../../ledger/self-audit.ts';
import { type Command, option } from './command.ts';

/** `freeze WINDOW [--document TEXT]`: freezes a window that has passed. */
export const freezeWindow: Command = async ({ database, ledger, clock }, input) => {
  const window = parseWindow(input.words[0] ?? '');
  if (!window) throw new Refusal('usage', '请写明封账的时段，例如 ./tandem freeze 2021-03 或 2021H1。');
  const request = crypto.randomUUID();
  await write(database, { id: request, account: null, body: ['freeze', window.name] }, async (tx) => {
    const unit = ledger.mechanism.pack.registers.find((it) => it.subject === undefined)?.keeper ?? ledger.mechanism.pack.units[0]!.id;
    const made = await freeze(tx, ledger, { unit, account: null, request, today: clock.today() }, window, option(input, 'document') ?? null);
    return { answer: made.id, audit: [{ unit, action: 'freezes:make', objectKind: 'freeze', objectId: made.id, detail: { window: window.name } }] };
  });
  return { text: `${windowInChinese(window)}已封账。` };
};

/** `audit`: recomputes everything from the facts and tells what differs. */
export const auditLedger: Command = async ({ database, ledger }) => {
  const findings = await selfAudit(database, ledger);
  if (findings.length === 0) return { text: '自查通过：事实、档案、过账、奖励与封账数字一致。' };
  return { text: [`自查发现 ${findings.length} 处不一致：`, ...findings.map((it) => `  ${it.sentence}`)].join('\n'), exit: 1 };
};
