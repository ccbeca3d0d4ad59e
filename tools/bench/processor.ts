import { readdirSync, readFileSync } from 'node:fs';
import type { City } from './city.ts';

/** Ticks a second of `/proc`, the same on every Linux. */
const TICKS = 100;

/** Seconds of the processor, user and system together: of this process with its threads, and of the database server. */
export interface Processor {
  readonly node: number;
  /** Undefined where there is no `/proc` to ask. */
  readonly postgres: number | undefined;
}

/** What this process and a city's server have taken so far. What is taken on a busy machine says more than how long it lasted. */
export async function processorOf(city: City): Promise<Processor> {
  const { user, system } = process.cpuUsage();
  const { rows } = await city.owner.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { node: (user + system) / 1e6, postgres: ofServer(rows[0]!.pid) };
}

/** The postmaster, its children, and those that have ended. */
function ofServer(backend: number): number | undefined {
  const postmaster = statOf(String(backend))?.parent;
  if (postmaster === undefined) return undefined;
  const children = readdirSync('/proc').flatMap((it) => statOf(it) ?? []).filter((it) => it.parent === postmaster);
  const own = statOf(String(postmaster))!;
  return (own.ticks + own.ended + children.reduce((sum, it) => sum + it.ticks, 0)) / TICKS;
}

/** Of `/proc/<pid>/stat`, behind the name in brackets: parent, own ticks, and those of children that have ended. */
function statOf(pid: string): { parent: number; ticks: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1]!, ticks: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! };
  } catch {
    return undefined;
  }
}
