import { CheckboxField } from '../../../ui/CheckboxField.tsx';
import '../../../ui/Field.css';

interface TickListProps {
  name: string;
  legend: string;
  items: readonly { id: string; label: string }[];
  ticked: readonly string[];
  error: string | undefined;
  onChange: (ticked: readonly string[]) => void;
}

/** Several of a list, each by its own box. */
export function TickList({ name, legend, items, ticked, error, onChange }: TickListProps) {
  return (
    <fieldset className="field" aria-describedby={error ? `${name}-none` : undefined}>
      <legend className="field-label">{legend}</legend>
      {error ? <p id={`${name}-none`} className="field-error">{error}</p> : null}
      {items.map((it, index) => (
        <CheckboxField key={it.id} name={index === 0 ? name : `${name}-${it.id}`} label={it.label} checked={ticked.includes(it.id)} onChange={(event) => onChange(event.target.checked ? [...ticked, it.id] : ticked.filter((one) => one !== it.id))} />
      ))}
    </fieldset>
  );
}
