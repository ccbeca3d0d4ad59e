import type { deskContract } from '../contract.ts';
import type { recordsContract } from '../../records/contract.ts';
import { createClient } from '../../../ui/client.ts';
import { createQueries } from '../../../ui/queries.ts';

/** What waits, and the reports. */
export const deskApi = createClient<typeof deskContract>('desk');
export const deskQueries = createQueries<typeof deskContract>('desk');
/** The records that wait: read and judged where they are kept. */
export const recordsApi = createClient<typeof recordsContract>('records');
export const recordsQueries = createQueries<typeof recordsContract>('records');
