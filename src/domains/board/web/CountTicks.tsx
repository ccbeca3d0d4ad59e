import { amountText } from './amount-text.ts';
import './CountTicks.css';

export interface CountTicksProps {
  label: string;
  /** Certified, as many as fill a tick each. */
  done: number;
  /** Declared in all, the certified among them. */
  declared: number;
  /** How many are asked for; a tick each. */
  asked: number;
  unit: string;
}

/** A tick for each that is asked: filled when certified, hatched when only declared, empty when still to come. */
export function CountTicks({ label, done, declared, asked, unit }: CountTicksProps) {
  const said = `${label}：已认定 ${amountText(done, unit)}，已申报 ${amountText(declared, unit)}，要求 ${amountText(asked, unit)}`;
  const state = (index: number) => (index < Math.floor(done) ? 'done' : index < Math.floor(declared) ? 'declared' : 'empty');
  return (
    <div className="count-ticks" role="img" aria-label={said}>
      {Array.from({ length: asked }, (_, index) => (
        <span key={index} className={`count-tick count-tick-${state(index)}`} />
      ))}
    </div>
  );
}
