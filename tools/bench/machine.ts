import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Cities } from './city.ts';

/** On what is measured, a line each; the last says how loaded it is now. */
export async function machine(cities: Cities): Promise<string[]> {
  return [
    `${cpus()[0]?.model.trim() ?? 'processor unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `Node ${process.versions.node}, PostgreSQL: ${await cities.describe()}`,
    `${new Date().toISOString().slice(0, 16)}Z, load ${loadavg().map((it) => it.toFixed(1)).join(' ')}`,
  ];
}
