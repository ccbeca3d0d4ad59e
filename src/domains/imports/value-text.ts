import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { inWan } from '../../kernel/fen.ts';
import type { Entry } from '../../ledger/statements.ts';
import type { Pack } from '../../mechanism/format/pack.ts';
import { unitName } from '../../mechanism/units.ts';
import type { Field } from '../../mechanism/vocabulary.ts';

/** A field's value as people read it, '' where it is blank; of a person, what stands for it. */
export function fieldText(field: Field, name: string, { fields }: Pick<Entry, 'fields'>): string {
  const value = fields[name];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type !== 'money') return value;
  const currency = field.currency === undefined ? undefined : fields[field.currency];
  return `${inWan(BigInt(value))}万${typeof currency === 'string' && currency.endsWith('元') ? currency : '元'}`;
}

/** `泰兴高新区 60%、黄桥经济开发区 40%`; units that are credited in full by their names alone. */
export function creditsText(pack: Pack, credits: Entry['credits']): string {
  return credits.map((it) => (it.share === '1' ? unitName(pack, it.unit) : `${unitName(pack, it.unit)} ${formatDecimal(decimal(it.share) * 100n)}%`)).join('、');
}
