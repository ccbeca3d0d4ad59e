import { importFiles } from '../../domains/imports/command.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Command, option } from './command.ts';

/** `import FILE… [--report out.json] [--refused out.xlsx] [--document TEXT]`: takes past registers over with their verdicts. */
export const importRegisters: Command = async (platform, input) => {
  if (input.files.length === 0) throw new Refusal('usage', '请写明要导入的文件，例如 ./tandem import 台账.xlsx。');
  const document = option(input, 'document');
  const { report, refused, changed } = await importFiles(platform, input.files, document === undefined ? {} : { document });
  const accepted = Object.entries(report.accepted).map(([sheet, count]) => `  ${sheet}：接受 ${count} 行`);
  const rejected = report.rejected.map((it) => `  ${it.sheet} 第 ${it.row} 行 ${it.code}：${it.message}`);
  const text = [`导入完成：${changed} 条记录有变化。`, ...accepted, ...(rejected.length > 0 ? [`退回 ${rejected.length} 行：`, ...rejected] : [])].join('\n');
  return {
    text,
    files: {
      ...(option(input, 'report') !== undefined && { report: Buffer.from(JSON.stringify(report, null, 1)) }),
      ...(option(input, 'refused') !== undefined && refused && { refused }),
    },
  };
};
