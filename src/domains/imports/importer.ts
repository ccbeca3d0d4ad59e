/** In whose name rows are imported. */
export interface Importer {
  readonly unit: string;
  /** The units whose rows are its own: itself, those below it, those merged into it. */
  readonly units: readonly string[];
  /** Whether it may import rows of every unit. */
  readonly reach: 'all' | 'own';
  /** Whether it may read every unit's records. */
  readonly sees: 'all' | 'own';
  /** Whether it may read sealed records of other units. */
  readonly unseals: boolean;
}

/** Whether an importer may be told of a record: of these units, sealed or not. */
export function maySee({ units: own, sees, unseals }: Importer, { units, sealed }: { units: readonly string[]; sealed: boolean }): boolean {
  return units.some((it) => own.includes(it)) || (sees === 'all' && (unseals || !sealed));
}
