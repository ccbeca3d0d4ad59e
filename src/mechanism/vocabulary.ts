/** What the domains can say: the words that a pack's rules may use. Domains bring it, packs may add fields to it. */

/** `choice` takes its words from a list of the pack; `person` holds the id of a row of the one erasable table. */
export type FieldType = 'text' | 'choice' | 'yes-no' | 'money' | 'number' | 'day' | 'person';

export interface Field {
  readonly label: string;
  readonly type: FieldType;
  /** For `choice`: the name of the pack's list. */
  readonly list?: string;
  /** For `money`: the field that names the currency; 人民币 where there is none. */
  readonly currency?: string;
  /** For `money` in 人民币: the field with the foreign money that it is converted from where nobody said it. */
  readonly from?: string;
  /** Class of personal data. */
  readonly personal?: 'identity' | 'contact' | 'possibly';
}

export interface SubjectKind {
  readonly kind: string;
  readonly label: string;
  /** What its number is called: 项目编号, 平台名称. */
  readonly numberLabel: string;
  /** The field whose text names it to people; its number where absent. */
  readonly nameField?: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Acts with a day, in the order people expect them. */
  readonly milestones: Readonly<Record<string, { readonly label: string }>>;
  /** Role → the kind that it refers to. */
  readonly references: Readonly<Record<string, { readonly label: string; readonly to: string }>>;
}

export type Vocabulary = Readonly<Record<string, SubjectKind>>;

/** The milestone that every subject has from its first record: the entry itself. Its verdict is the subject's. */
export const ENTRY = 'entry';
