/** Runs in a worker thread: takes sheets in portions, writes one workbook and ends. */
import { parentPort } from 'node:worker_threads';
import type { Cell } from './sheet.ts';
import { workbookBytes, type SheetToWrite } from './workbook-bytes.ts';

/** What the worker is told (as JSON), in this order: each sheet without its rows, then these in portions; at last `end`. */
export type WriterMessage = { sheet: Omit<SheetToWrite, 'rows'> } | { rows: (readonly Cell[])[] } | 'end';

const port = parentPort!;
const sheets: (SheetToWrite & { rows: (readonly Cell[])[] })[] = [];

port.on('message', async (json: string) => {
  const message = JSON.parse(json) as WriterMessage;
  if (message === 'end') port.postMessage(await workbookBytes(sheets));
  else if ('sheet' in message) sheets.push({ ...message.sheet, rows: [] });
  else for (const row of message.rows) sheets.at(-1)!.rows.push(row);
});
