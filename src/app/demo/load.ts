import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { importFiles } from '../../domains/imports/command.ts';
import type { Day } from '../../kernel/day.ts';
import type { Platform } from '../platform.ts';
import { type DemoRegister, demoYear, inYear } from './in-year.ts';
import { playDemonstration } from './play.ts';

/**
 * Loads the pack's demonstration year where the ledger is still empty: its registers, taken over, then some months of life
 * on top (evidence, frozen periods, a record that changed after its period was frozen).
 */
export async function loadDemonstration(platform: Platform, say: (line: string) => void): Promise<void> {
  const { rows } = await platform.database.query('select from dossier limit 1');
  const folder = join(platform.packDir, 'demo');
  if (rows.length > 0) return;
  if (!(await access(folder).then(() => true, () => false))) {
    say('这个机制包没有示范数据，平台从空白开始。');
    return;
  }
  say('正在载入示范年度……');
  const today = platform.clock.today();
  const files = await readDemoFiles(platform, folder, today);
  const { report } = await importFiles(platform, files, { document: '示范数据，均为虚构' });
  if (report.rejected.length > 0) throw new Error(`the demonstration has refused rows: ${JSON.stringify(report.rejected.slice(0, 3))}`);
  await playDemonstration(platform, demoYear(today));
}

async function readDemoFiles(platform: Platform, folder: string, today: Day): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await readdir(folder)).filter((it) => it.endsWith('.csv')).sort();
  const registers = await Promise.all(names.map(async (name): Promise<DemoRegister> => {
    const columns = platform.ledger.mechanism.pack.registers.find((it) => it.sheet === basename(name, '.csv'))?.columns ?? [];
    return {
      name,
      csv: await readFile(join(folder, name), 'utf8'),
      required: columns.filter((it) => it.required).map((it) => it.heading),
      number: columns.find((it) => it.number)?.heading,
    };
  }));
  return [...inYear(registers, today)].map(([name, csv]) => ({ name, bytes: Buffer.from(csv) }));
}
