import { Light } from '../../../ui/Light.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { lightLabels } from '../terms.ts';
import { amountText, numberText, unitWord } from './amount-text.ts';
import { CountTicks } from './CountTicks.tsx';
import { lightLook } from './light-look.ts';
import { RatioBar } from './RatioBar.tsx';
import { RatioParts } from './RatioParts.tsx';
import type { Detail } from './shapes.ts';
import { TargetText } from './TargetText.tsx';
import './FigureNumbers.css';

/** The value, large, with the switch between what is certified and what is declared; its target and how that stands. */
export function FigureNumbers({ detail, standing }: { detail: Detail; standing: Detail['standing'] }) {
  const { measure, certified, declared, target, parts } = detail;
  const value = standing === 'certified' ? certified : declared;
  const counted = target !== null && measure.unit !== '%' && Number.isInteger(target.target) && target.target >= 2 && target.target <= 40;
  return (
    <section className="figure-numbers" aria-label="数值">
      <Tabs
        label="按认定还是按申报看"
        tabs={[
          { label: '认定', count: amountText(certified, measure.unit), current: standing === 'certified', search: { standing: undefined } },
          { label: '申报', count: amountText(declared, measure.unit), current: standing === 'declared', search: { standing: 'declared' } },
        ]}
      />
      <div className="figure-statement">
        <p className="figure-value">
          <span className="figure-value-number">{numberText(value, measure.unit)}</span>
          <span>{unitWord(measure.unit)}</span>
        </p>
        <div className="figure-standing">
          {target ? (
            <>
              <p>
                <TargetText line={target} />
              </p>
              <p>
                <Light state={lightLook(target.light).light}>{lightLabels[target.light]}</Light> <span className="quiet">{target.reason}</span>
              </p>
            </>
          ) : (
            <p className="quiet">这一时段没有定目标，只作参考。</p>
          )}
          {standing === 'declared' ? <p className="figure-caution">申报的数还没有全部认定，不作为完成数。</p> : null}
        </div>
        {parts.length > 0 ? <RatioParts detail={detail} /> : null}
      </div>
      {counted ? <CountTicks label={measure.label} done={certified ?? 0} declared={declared ?? 0} asked={target.target} unit={measure.unit} /> : null}
      {target && measure.unit === '%' ? <RatioBar label={measure.label} ratio={value} minimum={target.target} /> : null}
    </section>
  );
}
