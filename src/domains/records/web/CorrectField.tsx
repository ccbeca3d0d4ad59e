import { DayField } from '../../../ui/DayField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Field } from './shapes.ts';

export interface CorrectFieldProps {
  field: Field;
  /** Undefined until it was touched. */
  typed: string | undefined;
  onType: (text: string) => void;
  error?: string | undefined;
  optional?: boolean | undefined;
}

/** A field of the record as it can be mended. */
export function CorrectField({ field: { id, label, type, value, choices }, typed, onType, error, optional }: CorrectFieldProps) {
  const shared = { name: `field-${id}`, label, value: typed ?? value ?? '', error, optional, onChange: (event: { target: { value: string } }) => onType(event.target.value) };
  if (type === 'choice' || type === 'yes-no') {
    const words = type === 'yes-no' ? ['是', '否'] : choices;
    return <SelectField {...shared} placeholder="未填" choices={words.map((it) => ({ value: it, label: it }))} />;
  }
  if (type === 'day') return <DayField {...shared} />;
  if (type === 'money') return <TextField {...shared} short hint="如“4300万元”“1.2亿”；只写数字按万元计" />;
  if (type === 'number') return <TextField {...shared} short inputMode="decimal" />;
  return <TextField {...shared} />;
}
