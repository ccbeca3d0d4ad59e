import { useState } from 'react';
import { densities, readDensity, showDensity } from '../ui/density.ts';
import './DensitySwitch.css';

/** 显示：标准・紧凑・大字 */
export function DensitySwitch() {
  const [density, setDensity] = useState(readDensity);
  return (
    <div className="density" role="group" aria-label="显示大小">
      <span aria-hidden="true">显示：</span>
      {densities.map((it) => (
        <button
          key={it.id}
          type="button"
          aria-pressed={it.id === density}
          onClick={() => {
            showDensity(it.id);
            setDensity(it.id);
          }}
        >
          {it.label}
        </button>
      ))}
    </div>
  );
}
