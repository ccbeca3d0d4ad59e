import { openForChange } from '../domains/records/change.ts';
import { refuseTelling } from '../domains/records/discretion.ts';
import type { RecordsPort } from '../domains/projects/records-port.ts';

/** What other domains are given of the records. */
export const recordsPort: RecordsPort = { openForChange, refuseTelling };
