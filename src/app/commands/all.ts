import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { awards, figures } from './figures.ts';
import { importRegisters } from './import.ts';
import { auditLedger, freezeWindow } from './ledger.ts';

/** The commands that work on a city's data, by their word. */
export const commands: Readonly<Record<string, Command>> = { import: importRegisters, figures, awards, explain, freeze: freezeWindow, audit: auditLedger };
