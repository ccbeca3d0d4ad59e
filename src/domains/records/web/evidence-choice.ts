import { EVIDENCE_LIMIT, evidenceTypes } from '../terms.ts';

/** Endings of what may stand as evidence, as a file picker takes them. */
export const EVIDENCE_ACCEPT = evidenceTypes.map((it) => (it === 'jpg' ? '.jpg,.jpeg' : `.${it}`)).join(',');
export const EVIDENCE_MEGABYTES = EVIDENCE_LIMIT / 1024 / 1024;
