import { Button } from '../../../ui/Button.tsx';
import { Light } from '../../../ui/Light.tsx';
import type { JudgedParts, TypedPart } from './transfer-parts.ts';
import { useUnits } from './use-units.ts';
import '../../../ui/Field.css';
import './TransferParts.css';

export interface TransferPartsProps {
  typed: readonly TypedPart[];
  judged: JudgedParts;
  /** False where every unit has it in full. */
  shared: boolean;
  onChange: (typed: TypedPart[]) => void;
}

/** Units and their shares, summed while they are typed. */
export function TransferParts({ typed, judged, shared, onChange }: TransferPartsProps) {
  const units = useUnits();
  const change = (at: number, part: Partial<TypedPart>) => onChange(typed.map((it, index) => (index === at ? { ...it, ...part } : it)));
  return (
    <fieldset className="field transfer-parts">
      <legend className="field-label">{shared ? '计分单位与分成' : '主办、联办单位（各单位都全额计入）'}</legend>
      <div className="transfer-lines">
        {typed.map((it, index) => (
          <div key={index} className="transfer-part">
            <select className="control" aria-label={`第 ${index + 1} 个单位`} value={it.unit} onChange={(event) => change(index, { unit: event.target.value })}>
              <option value="">请选择单位</option>
              {units.map((unit) => <option key={unit.value} value={unit.value}>{unit.label}</option>)}
            </select>
            {shared ? (
              <span className="control-with-unit">
                <input className="control control-figures" inputMode="decimal" autoComplete="off" aria-label={`第 ${index + 1} 个单位的分成，百分之`} value={it.percent} onChange={(event) => change(index, { percent: event.target.value })} />
                <span className="control-unit" aria-hidden="true">%</span>
              </span>
            ) : null}
            {typed.length > 1 ? <Button variant="quiet" aria-label={`移除第 ${index + 1} 个单位`} onClick={() => onChange(typed.filter((_, at) => at !== index))}>移除</Button> : null}
          </div>
        ))}
        <div className="transfer-foot">
          <Button small onClick={() => onChange([...typed, { unit: '', percent: '' }])}>加一个单位</Button>
          <span role="status">
            {judged.problem === undefined ? <Light state="good">{shared ? '合计 100%' : '可以提交'}</Light> : <Light state="late">{judged.problem}</Light>}
          </span>
        </div>
      </div>
    </fieldset>
  );
}
