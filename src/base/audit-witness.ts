import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { hashOfSeal, type Seal, SEAL_COLUMNS } from './audit-seal.ts';
import type { Database, Queryable } from './database.ts';
import { transact } from './transaction.ts';

/** A folder outside the database in which every seal is written down, so that what is cut from the database is missed. */
export interface Witness {
  readonly folder: string;
  /** Whether the folder is made where it is absent: not so for a second place, which may just not be mounted. */
  readonly own: boolean;
}

const LOCK = 732_006;
const PAGE = 1_000;

/** The file of a witness: one seal a line, as JSON. */
export function witnessFile(witness: Witness): string {
  return join(witness.folder, 'roots.jsonl');
}

/**
 * Writes down the seals that a witness does not have yet, synced to the disk.
 * @throws where the folder is not there or cannot be written; the next call catches up
 */
export async function tellWitness(database: Database, witness: Witness): Promise<void> {
  const place = witnessFile(witness);
  if (witness.own) await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await transact(database, async (tx) => {
    const { rows: [lock] } = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [LOCK]);
    if (!lock!.held) return;
    const known = await knownUpTo(tx, place);
    for (let after = known.id; ; ) {
      const seals = await sealsAfter(tx, after);
      const fresh = seals.filter((it) => !known.others.has(hashOfSeal(it)));
      if (fresh.length > 0) await append(place, fresh);
      if (seals.length < PAGE) return;
      after = seals.at(-1)!.id;
    }
  });
}

/**
 * The seals of a witness's file, in its order. What a crash tore is passed over: it was written again.
 * @param bytes how much of the file to read
 */
export async function* readWitness(place: string, bytes: number): AsyncGenerator<Seal> {
  if (bytes === 0) return;
  for await (const line of createInterface({ input: createReadStream(place, { encoding: 'utf8', end: bytes - 1 }), crlfDelay: Infinity })) {
    const seal = parse(line);
    if (seal) yield seal;
  }
}

/** The length of a witness's file; 0 where there is none. */
export async function sizeOfWitness(place: string): Promise<number> {
  return stat(place).then((it) => it.size, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 0;
    throw error;
  });
}

/** The seals with a higher id, at most a page of them. */
export async function sealsAfter(sql: Queryable, id: number): Promise<Seal[]> {
  return (await sql.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal where id > $1 order by id limit ${PAGE}`, [id])).rows;
}

function parse(line: string): Seal | undefined {
  try {
    const seal = JSON.parse(line) as Seal;
    return typeof seal.id === 'number' && typeof seal.signature === 'string' ? seal : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Up to which seal the file agrees. Where its last line is no seal of the database (some were cut from it), all that
 * the file does not have is written: it never stops telling, and what it told stays.
 */
async function knownUpTo(sql: Queryable, place: string): Promise<{ id: number; others: ReadonlySet<string> }> {
  const last = await lastLine(place);
  if (last) {
    const { rows } = await sql.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal where id = $1`, [last.id]);
    if (rows[0] && hashOfSeal(rows[0]) === hashOfSeal(last)) return { id: last.id, others: new Set() };
  }
  const others = new Set<string>();
  for await (const seal of readWitness(place, await sizeOfWitness(place))) others.add(hashOfSeal(seal));
  return { id: 0, others };
}

/** The last seal of a witness's file; none where there is no file or a crash tore its end. */
export async function lastLine(place: string): Promise<Seal | undefined> {
  const file = await open(place, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, Math.max(0, size - 4_096));
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    return text.endsWith('\n') ? parse(text.trimEnd().split('\n').at(-1)!) : undefined;
  } finally {
    await file.close();
  }
}

async function append(place: string, seals: readonly Seal[]): Promise<void> {
  const file = await open(place, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const torn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== '\n';
    await file.appendFile(`${torn ? '\n' : ''}${seals.map((it) => `${JSON.stringify(it)}\n`).join('')}`);
    await file.sync();
  } finally {
    await file.close();
  }
}
