import { z } from 'zod';

/** The only form of backups so far; a program refuses a later one. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';

/** The files of a data folder that a backup may hold. */
export const FILE_PATH = /^(keys|witness)\/[\w-][\w.-]*$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  id: z.uuid(),
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), hash: sha256 })).min(1),
  /** The pack in force, and the folder that the data folder names. */
  pack: z.strictObject({ city: z.string(), hash: sha256, folder: z.string() }).nullable(),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: size, bytes: size, sha256 })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() })),
  /** Of the data folder: `keys/…`, `witness/…`. */
  files: z.array(z.strictObject({ path: z.string().regex(FILE_PATH), bytes: size, sha256 })),
});

/** What a backup holds, part by part. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Where a table's rows stand in the container. */
export function tablePart(name: string): string {
  return `tables/${name}.copy`;
}

/** Where a file of the data folder stands in the container. */
export function filePart(path: string): string {
  return `files/${path}`;
}
