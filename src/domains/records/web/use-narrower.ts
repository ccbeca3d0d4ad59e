import { useSearch } from '../../../ui/pages.ts';
import type { RegisterForm } from './use-form.ts';

/** What a list is narrowed by beside unit, state and year, as the address says it and as the server is asked. */
export function useNarrower(form: RegisterForm | undefined): { asked: Narrower; none: boolean } {
  const { type, chain, stage, progress, cause, amount } = useSearch('/registers/$kind');
  const fields = { ...(type && has(form, 'type') ? { type } : {}), ...(chain && has(form, 'chain') ? { chain } : {}) };
  const money = amountField(form);
  const asked = {
    ...(stage ? { stage } : {}),
    ...(progress ? { progress } : {}),
    ...(cause ? { cause } : {}),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(amount && money ? { atLeast: { [money.id]: amount } } : {}),
  };
  return { asked, none: Object.keys(asked).length === 0 };
}

interface Narrower {
  stage?: string;
  progress?: 'advancing' | 'behind' | 'shelved' | 'lost' | 'ended';
  cause?: string;
  fields?: Record<string, string>;
  atLeast?: Record<string, string>;
}

/** The parameters of the address that narrow a list, taken out. */
export const WIDE = { type: undefined, chain: undefined, stage: undefined, progress: undefined, cause: undefined, amount: undefined };

/** The first amount of a kind: what it is sized by. */
export function amountField(form: RegisterForm | undefined): RegisterForm['fields'][number] | undefined {
  return form?.fields.find((it) => it.type === 'money');
}

function has(form: RegisterForm | undefined, field: string): boolean {
  return form?.fields.some((it) => it.id === field) ?? false;
}
