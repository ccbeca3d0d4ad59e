import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import { commands } from '../app/commands/all.ts';
import type { CommandInput, CommandOutput } from '../app/commands/command.ts';
import { openPlatform, type PlatformOptions } from '../app/platform.ts';
import { readNote, type ServerNote } from '../app/server-note.ts';
import { type Options, platformOptions, text } from './options.ts';

/** Runs a command on the data folder: by itself, or through the server that has the folder open. */
export async function runDataCommand(name: string, words: readonly string[], options: Options): Promise<number> {
  const platform = platformOptions(options);
  const files = name === 'import' ? await Promise.all(words.map(read)) : [];
  const output = await run(name, { words, options, files }, platform);
  for (const [kind, bytes] of Object.entries(output.files ?? {})) {
    const place = text(options, kind);
    if (place !== undefined) await writeFile(place, bytes);
  }
  console.log(output.text);
  return output.exit ?? 0;
}

async function read(path: string): Promise<CommandInput['files'][number]> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new Refusal('no-file', `没有找到文件“${path}”，请检查路径。`);
  }
}

async function run(name: string, input: CommandInput, options: PlatformOptions): Promise<CommandOutput> {
  const note = await readNote(options.dataDir);
  if (note && (await answers(note))) return throughServer(note, name, input);
  const platform = await openPlatform(options);
  try {
    return await commands[name]!(platform, input);
  } finally {
    await platform.close();
  }
}

async function answers({ url }: ServerNote): Promise<boolean> {
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3_000) }).then((it) => it.ok, () => false);
}

async function throughServer({ url, secret }: ServerNote, name: string, { words, options, files }: CommandInput): Promise<CommandOutput> {
  const form = new FormData();
  form.append('input', JSON.stringify({ words, options }));
  for (const file of files) form.append('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
  const response = await fetch(`${url}/local/commands/${name}`, { method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: form });
  const answer = (await response.json()) as { text: string; exit: number; files: Record<string, string>; code?: string; message?: string; details?: string[] };
  if (!response.ok) throw new Refusal(answer.code ?? 'failed', answer.message ?? '正在运行的平台没有完成这个命令。', undefined, answer.details ?? []);
  return { text: answer.text, exit: answer.exit, files: Object.fromEntries(Object.entries(answer.files).map(([kind, bytes]) => [kind, Buffer.from(bytes, 'base64')])) };
}
