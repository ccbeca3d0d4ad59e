import { resolve } from 'node:path';
import { besidePlatform } from '../app/backup/database-of.ts';
import { readPassphrase } from '../app/backup/encryption.ts';
import { makeBackup } from '../app/backup/make-backup.ts';
import { restorePlatform } from '../app/backup/restore-platform.ts';
import type { Manifest } from '../app/backup/manifest.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Options, platformOptions, text } from './options.ts';

/** `backup FILE [--passphrase-file FILE]`: also while the platform runs. Progress goes to stderr, the outcome to stdout. */
export async function backupCommand(options: Options, words: readonly string[]): Promise<number> {
  const file = fileOf(words, '请写明备份文件，例如 ./tandem backup 备份-20210930.zip。');
  const passphrase = await passphraseOf(options);
  const { dataDir, databaseUrl } = platformOptions(options);
  const manifest = await besidePlatform({ dataDir, databaseUrl }, (url) => makeBackup({ url, dataDir }, file, { passphrase }, (line) => console.error(line)));
  console.log(`备份完成：${file}，${summary(manifest)}。`);
  if (passphrase === undefined) console.log('文件没有加密，含个人信息和审计密钥，请只存放在可信的地方；要加密请用 --passphrase-file。');
  return 0;
}

/** `restore FILE [--data DIR] [--passphrase-file FILE]`: to an empty data folder or an empty database. */
export async function restoreCommand(options: Options, words: readonly string[]): Promise<number> {
  const file = fileOf(words, '请写明备份文件，例如 ./tandem restore 备份-20210930.zip --data 新目录。');
  const { dataDir, databaseUrl } = platformOptions(options);
  const manifest = await restorePlatform({ dataDir, databaseUrl }, file, await passphraseOf(options), (line) => console.error(line));
  console.log(`恢复完成：${summary(manifest)}，备份于 ${manifest.madeAt}。现在可以 ./tandem start 启动。`);
  return 0;
}

function fileOf(words: readonly string[], usage: string): string {
  if (words.length !== 1) throw new Refusal('usage', usage);
  return resolve(words[0]!);
}

async function passphraseOf(options: Options): Promise<string | undefined> {
  const file = text(options, 'passphrase-file');
  return file === undefined ? undefined : readPassphrase(file);
}

function summary({ tables, files }: Manifest): string {
  return `${tables.length} 张表，${tables.reduce((sum, it) => sum + it.rows, 0)} 行，${files.length} 个密钥和见证文件`;
}
