import type { Platform } from '../platform.ts';

/** What a command is given: its words, its options, and the content of the files that it names. */
export interface CommandInput {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What a command answers: what to print, files to write, and whether all is well. */
export interface CommandOutput {
  readonly text: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** The exit code; 0 where absent. */
  readonly exit?: number;
}

/** A command on a city's data: runs in the process that has the data folder open. */
export type Command = (platform: Platform, input: CommandInput) => Promise<CommandOutput>;

export function option(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}
