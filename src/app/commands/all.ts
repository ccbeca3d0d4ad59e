import { auditLog } from './audit-log.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { awards, figures } from './figures.ts';
import { importRegisters } from './import.ts';
import { auditLedger, freezeWindow } from './ledger.ts';

/** `audit`: the ledger against its facts; `audit --log`: the audit against its seals. */
const audit: Command = (platform, input) => (input.options['log'] === true ? auditLog : auditLedger)(platform, input);

/** The commands that work on a city's data, by their word. */
export const commands: Readonly<Record<string, Command>> = { import: importRegisters, figures, awards, explain, freeze: freezeWindow, audit };
