/**
 * A business "no": expected, explained, and never a bug.
 * It is mapped once to an answer (http) or a sentence (command); anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Stable, kebab-case; machines and tests read it. */
  readonly code: string;
  /** Id of the clause that asks for the refusal, where one does (e.g. `s3.2`). */
  readonly clause: string | undefined;
  /** What to show beside the sentence: field messages, places in a file. */
  readonly details: readonly string[];

  /** @param message one Chinese sentence that says what is wrong and what to do next */
  constructor(code: string, message: string, clause?: string, details: readonly string[] = []) {
    super(message);
    this.code = code;
    this.clause = clause;
    this.details = details;
  }
}
