import { comparableName } from '../../kernel/text.ts';
import { compileCondition, type CompiledCondition } from '../../mechanism/condition.ts';
import type { Value } from '../../mechanism/dossier.ts';
import type { RegisterFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { Parameters } from '../../mechanism/parameters.ts';
import type { Sight } from '../../mechanism/visibility.ts';
import type { ReadRow } from './read-row.ts';

type Fields = Readonly<Record<string, Value | null>>;

/** A registered subject as far as the check needs it. */
export interface StoredProject {
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, Value>>;
  /** Who declared it and who is credited. */
  readonly units: readonly string[];
  readonly sealed: boolean;
}

/** One that stands: what makes it the same as another, and whether it meets the register's condition. */
interface Standing {
  readonly key: string | undefined;
  readonly meets: boolean;
  /** Absent where it stands in the files. */
  readonly stored?: StoredProject;
}

/** The register's condition looks at the subject's own fields alone. */
const ALONE: Sight = { standing: 'declared', around: { get: () => undefined, referring: () => [] }, parameters: new Parameters([], []), day: '' };

/** Finds what is entered again under another number: same named fields (none blank), and the earlier one meets the register's condition. */
export class Resigned {
  readonly #same: readonly string[];
  readonly #condition: CompiledCondition;
  readonly #kind: string;
  readonly #standing = new Map<string, Standing>();
  /** Numbers of those that meet the condition, by key. */
  readonly #byKey = new Map<string, Set<string>>();

  constructor(mechanism: Mechanism, register: RegisterFormat, stored: readonly StoredProject[]) {
    this.#same = register.resigned!.same;
    this.#kind = register.subject!;
    this.#condition = compileCondition(
      {
        vocabulary: mechanism.vocabulary,
        parameters: new Map(),
        lists: mechanism.pack.lists,
        named: new Map(mechanism.pack.conditions.map((it) => [it.id, it])),
        kinds: [this.#kind],
        chain: [],
        hops: [],
        usedParameters: new Set(),
        problem: (message) => {
          throw new Error(`register ${register.sheet}: ${message}`);
        },
      },
      register.resigned!.where,
    );
    for (const it of stored) if (it.kind === this.#kind) this.#stand(it.number, { ...this.#standingOf(it.number, it.fields), stored: it });
  }

  /**
   * The other one that the row's project stands under already. A row that only says again what stands under its
   * number beside the other is none: the same file may be imported twice.
   */
  find(row: ReadRow): { number: string; stored: StoredProject | undefined } | undefined {
    const key = this.#keyOf(row.fields);
    const numbers = key === undefined ? undefined : this.#byKey.get(key);
    if (!numbers) return undefined;
    for (const number of numbers) {
      if (number !== row.number) return this.#saidAlready(row, key!) ? undefined : { number, stored: this.#standing.get(number)!.stored };
    }
    return undefined;
  }

  accept(row: ReadRow): void {
    this.#stand(row.number, this.#standingOf(row.number, row.fields));
  }

  #saidAlready(row: ReadRow, key: string): boolean {
    const held = this.#standing.get(row.number);
    return held !== undefined && held.key === key && (held.meets || !this.#meets(row.number, row.fields));
  }

  #stand(number: string, standing: Standing): void {
    const before = this.#standing.get(number);
    if (before?.key !== undefined) this.#byKey.get(before.key)?.delete(number);
    this.#standing.set(number, standing);
    if (standing.key === undefined || !standing.meets) return;
    this.#byKey.set(standing.key, (this.#byKey.get(standing.key) ?? new Set()).add(number));
  }

  #standingOf(number: string, fields: Fields): Standing {
    const key = this.#keyOf(fields);
    return { key, meets: key !== undefined && this.#meets(number, fields) };
  }

  #keyOf(fields: Fields): string | undefined {
    const values = this.#same.map((it) => comparableName(String(fields[it] ?? '')));
    return values.includes('') ? undefined : values.join(' ');
  }

  #meets(number: string, fields: Fields): boolean {
    const filled = Object.fromEntries(Object.entries(fields).filter((it): it is [string, Value] => it[1] !== null));
    const subject = { id: number, kind: this.#kind, number, unit: '', fields: filled, milestones: {}, references: {}, credits: [] };
    return this.#condition.evaluate({ subject }, ALONE) === 'yes';
  }
}
