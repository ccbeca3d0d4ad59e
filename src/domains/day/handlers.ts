import { implement } from '@orpc/server';
import type { LedgerContext } from '../../ledger/context.ts';
import { dayContract } from './contract.ts';
import type { RecordsPort } from './records-port.ts';
import { readToday } from './today.ts';

const api = implement(dayContract).$context<LedgerContext>();

export const dayHandlers = (records: RecordsPort) => api.router({ today: api.today.handler(({ context }) => readToday(context, records)) });
