import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';

interface AlsoUnitsProps {
  units: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** 分管单位: further units whose records a grant reaches. */
export function AlsoUnits({ units, chosen, onChange }: AlsoUnitsProps) {
  const names = new Map(units.map((it) => [it.id, it.name]));
  return (
    <>
      <SelectField
        name="also"
        label="分管单位"
        optional
        hint="除本单位外还能看到、办理哪些单位的记录。"
        placeholder="选一个加上"
        value=""
        onChange={(event) => (event.target.value ? onChange([...chosen, event.target.value]) : undefined)}
        choices={units.filter((it) => !chosen.includes(it.id)).map((it) => ({ value: it.id, label: it.name }))}
      />
      {chosen.length > 0 ? (
        <ul aria-label="已加上的分管单位">
          {chosen.map((it) => (
            <li key={it}>
              {names.get(it) ?? it} <Button small variant="quiet" aria-label={`去掉${names.get(it) ?? it}`} onClick={() => onChange(chosen.filter((one) => one !== it))}>去掉</Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
