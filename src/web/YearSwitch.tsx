import { changeSearch } from '../ui/address.ts';
import { useSession, useYear, yearOf } from '../ui/session.ts';
import './YearSwitch.css';

/** The year of assessment; it stands in the address and goes along from page to page. */
export function YearSwitch() {
  const { years, today } = useSession();
  const year = useYear();
  const choices = years.includes(year) ? years : [...years, year].sort((a, b) => b - a);
  return (
    <label className="year-switch">
      <span className="year-switch-label">考核年度</span>
      <select
        value={year}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          changeSearch({ year: chosen === yearOf(today) ? undefined : chosen });
        }}
      >
        {choices.map((it) => (
          <option key={it} value={it}>{it}</option>
        ))}
      </select>
    </label>
  );
}
