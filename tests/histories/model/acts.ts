/** What is said in a history, in the order in which it stands in the ledger. The model knows nothing else of subjects. */
export type Act =
  | { readonly say: 'entry'; readonly of: Subject; readonly unit: string; readonly fields: Fields; readonly references: Readonly<Record<string, string>>; readonly credits: readonly Credit[] }
  | { readonly say: 'day'; readonly of: Subject; readonly unit: string; readonly milestone: string; readonly day: string | null }
  | { readonly say: 'transfer'; readonly of: Subject; readonly from: string; readonly credits: readonly Credit[] }
  /** The record itself is taken back. */
  | { readonly say: 'withdraw'; readonly of: Subject }
  | { readonly say: 'verdict'; readonly of: Subject; readonly milestone: string; readonly act: string };

export interface Subject {
  readonly kind: string;
  readonly number: string;
}

export type Fields = Readonly<Record<string, string | boolean>>;

/** A unit and its share in millionths. */
export interface Credit {
  readonly unit: string;
  readonly millionths: number;
}

/** References name subjects so. */
export function nameOf({ kind, number }: Subject): string {
  return `${kind} ${number}`;
}

export const stateAfter: Readonly<Record<string, string>> = {
  declare: 'declared',
  verify: 'verified',
  certify: 'certified',
  'certify-upstream': 'certified-upstream',
  return: 'returned',
  appeal: 'appealed',
  'not-count': 'not-counted',
};
