import type { Choice } from './SelectField.tsx';
import { changeSearch, FROM_THE_START } from './address.ts';
import './FilterBar.css';

export interface FilterSelectProps {
  label: string;
  /** The search parameter it sets. */
  param: string;
  value: string | undefined;
  choices: readonly Choice[];
  /** Says that nothing is filtered: 全部. */
  all?: string;
}

/** One filter of a list; its value stands in the address, and the list starts again on page 1. */
export function FilterSelect({ label, param, value, choices, all = '全部' }: FilterSelectProps) {
  return (
    <label className={value === undefined ? 'filter' : 'filter filter-set'}>
      <span className="filter-name">{label}</span>
      <select value={value ?? ''} onChange={(event) => changeSearch({ ...FROM_THE_START, [param]: event.target.value || undefined })}>
        <option value="">{all}</option>
        {choices.map((it) => (
          <option key={it.value} value={it.value}>{it.label}</option>
        ))}
      </select>
    </label>
  );
}
