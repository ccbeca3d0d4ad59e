import { parseArgs } from 'node:util';
import { unreachable } from '../app/postgres/unreachable.ts';
import { Refusal } from '../kernel/refusal.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { runDataCommand } from './data-command.ts';
import { checkPackCommand } from './pack-check.ts';
import { startCommand } from './start.ts';
import { testCommand } from './test.ts';
import { USAGE } from './usage.ts';

/** Options of all commands: which of them take a value. */
const OPTIONS = {
  data: { type: 'string' },
  pack: { type: 'string' },
  today: { type: 'string' },
  port: { type: 'string' },
  demo: { type: 'boolean' },
  year: { type: 'string' },
  json: { type: 'boolean' },
  standing: { type: 'string' },
  report: { type: 'string' },
  refused: { type: 'string' },
  document: { type: 'string' },
  'passphrase-file': { type: 'string' },
  log: { type: 'boolean' },
  stories: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const DATA_COMMANDS = ['import', 'figures', 'awards', 'explain', 'freeze', 'audit'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true });
  const [command = '', ...words] = positionals;
  const options = values as Record<string, string | boolean>;
  if (options['help'] || command === '' || command === 'help') {
    console.log(USAGE);
    return command === '' && !options['help'] ? 2 : 0;
  }
  if (command === 'start') return startCommand(options);
  if (command === 'test') return testCommand(options, words);
  if (command === 'pack' && words[0] === 'check') return checkPackCommand(words.slice(1));
  if (command === 'backup') return backupCommand(options, words);
  if (command === 'restore') return restoreCommand(options, words);
  if (DATA_COMMANDS.includes(command)) return runDataCommand(command, words, options);
  console.error(`没有“${command}”这个命令。\n\n${USAGE}`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (thrown) {
  const error = unreachable(thrown) ?? thrown;
  if (error instanceof Refusal) {
    console.error(error.message);
    for (const line of error.details) console.error(`  ${line}`);
    process.exitCode = 1;
  } else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`选项写法不对：${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
