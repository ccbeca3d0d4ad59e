export const exportStates = ['running', 'done', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** Lists of so many rows are written at once; longer ones by the worker. */
export const AT_ONCE = 5_000;
/** Rows of one list: what the import takes back in one file. */
export const MOST_ROWS = 100_000;
