import { createHash } from 'node:crypto';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Table } from './catalog.ts';

/** How much passed and what it was. */
export interface Measured {
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** Lets everything through and measures it; `measured` is right once all has passed. */
export class Measure extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    done(null, chunk);
  }

  measured(): Measured {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** Writes a table's rows to a stream as COPY's text, in the table's order. @returns what was written */
export async function copyOut(client: pg.ClientBase, { name, columns, order }: Table, into: Writable): Promise<Measured & { rows: number }> {
  const list = columns.map((it) => pg.escapeIdentifier(it)).join(', ');
  const rows = client.query(to(`copy (select ${list} from ${pg.escapeIdentifier(name)} t order by ${order}) to stdout`));
  const measure = new Measure();
  await pipeline(rows, measure, into);
  return { ...measure.measured(), rows: rows.rowCount };
}
