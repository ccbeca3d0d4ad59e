import { comparableName } from '../../kernel/text.ts';
import type { Value } from '../../mechanism/dossier.ts';
import { compileCondition, type CompiledCondition } from '../../mechanism/condition.ts';
import type { RegisterFormat } from '../../mechanism/format/registers.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { Parameters } from '../../mechanism/parameters.ts';
import type { ReadRow } from './read-row.ts';

/** A registered subject as far as the check needs it. */
export interface StoredProject {
  readonly kind: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** Finds what is entered again under another number: same named fields (none blank), and the earlier one meets the register's condition. */
export class Resigned {
  readonly #same: readonly string[];
  readonly #condition: CompiledCondition;
  readonly #kind: string;
  readonly #earlier = new Map<string, Set<string>>();

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
    for (const it of stored) if (it.kind === this.#kind) this.#note(it.number, it.fields);
  }

  /** The number under which the row's project already stands. */
  find(row: ReadRow): string | undefined {
    const key = this.#keyOf(row.fields);
    return key === undefined ? undefined : [...(this.#earlier.get(key) ?? [])].find((it) => it !== row.number);
  }

  accept(row: ReadRow): void {
    for (const numbers of this.#earlier.values()) numbers.delete(row.number);
    this.#note(row.number, row.fields);
  }

  #note(number: string, fields: Readonly<Record<string, Value | null>>): void {
    const key = this.#keyOf(fields);
    if (key === undefined || !this.#meets(number, fields)) return;
    this.#earlier.set(key, (this.#earlier.get(key) ?? new Set()).add(number));
  }

  #keyOf(fields: Readonly<Record<string, Value | null>>): string | undefined {
    const values = this.#same.map((it) => comparableName(String(fields[it] ?? '')));
    return values.includes('') ? undefined : values.join(' ');
  }

  #meets(number: string, fields: Readonly<Record<string, Value | null>>): boolean {
    const filled = Object.fromEntries(Object.entries(fields).filter((it): it is [string, Value] => it[1] !== null));
    const subject = { id: number, kind: this.#kind, number, unit: '', fields: filled, milestones: {}, references: {}, credits: [] };
    const around = { get: () => undefined, referring: () => [] };
    return this.#condition.evaluate({ subject }, { standing: 'declared', around, parameters: new Parameters([], []), day: '' }) === 'yes';
  }
}
