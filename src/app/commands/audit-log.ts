import { instantInChinese } from '../../base/audit-findings.ts';
import { sealAll } from '../../base/audit-sealer.ts';
import { verifyAudit } from '../../base/audit-verify.ts';
import type { Command } from './command.ts';

/** `audit --log`: verifies the audit from its first row. */
export const auditLog: Command = async ({ database, witnesses }) => {
  // What a stop left without a seal gets it now; what cannot be sealed shows below.
  await sealAll(database, witnesses).catch(() => undefined);
  const { rows, seals, unsealed, first, last, findings } = await verifyAudit(database, witnesses);
  const span = first === null ? '' : `，自 ${instantInChinese(first)} 至 ${instantInChinese(last)}`;
  const counted = `审计日志共 ${rows} 行、${seals} 个封存${span}${unsealed > 0 ? `；其中 ${unsealed} 行刚写入，尚未封存` : ''}。`;
  if (findings.count === 0) return { text: `${counted}\n核对通过：每一行与写入时一致，没有缺少、添加或调换。` };
  const more = findings.count > findings.sentences.length ? [`  （另有 ${findings.count - findings.sentences.length} 处未列出）`] : [];
  return { text: [counted, `发现 ${findings.count} 处问题：`, ...findings.sentences.map((it) => `  ${it}`), ...more].join('\n'), exit: 1 };
};
