import { changeSearch, FROM_THE_START } from './address.ts';
import './FilterBar.css';

export interface FilterDayProps {
  label: string;
  /** The search parameter it sets. */
  param: string;
  /** `YYYY-MM-DD` */
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

/** A day to filter a list by, by the browser's own calendar; it stands in the address once it is whole. */
export function FilterDay({ label, param, value, min, max }: FilterDayProps) {
  return (
    <label className={value === undefined ? 'filter' : 'filter filter-set'}>
      <span className="filter-name">{label}</span>
      {/* Uncontrolled: a day half typed has no value yet, and must not be taken away. */}
      <input key={value ?? ''} type="date" defaultValue={value} min={min} max={max} onChange={(event) => (event.target.validity.badInput ? undefined : changeSearch({ ...FROM_THE_START, [param]: event.target.value || undefined }))} />
    </label>
  );
}
