import { Light } from '../../../ui/Light.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { lightLabels } from '../terms.ts';
import { numberText, unitWord } from './amount-text.ts';
import { CountTicks } from './CountTicks.tsx';
import { FigureLink } from './FigureLink.tsx';
import { lightLook } from './light-look.ts';
import { LineMarks } from './LineMarks.tsx';
import { RatioBar } from './RatioBar.tsx';
import type { Line } from './shapes.ts';
import { TargetText } from './TargetText.tsx';
import './CityLine.css';

/** What is asked of the city in one window, large: the figure, its target, and a tick for each that is asked. */
export function CityLine({ line }: { line: Line }) {
  const look = lightLook(line.light);
  const counted = Number.isInteger(line.target) && line.target >= 2 && line.target <= 40;
  return (
    <div className="city-line">
      <h3>{line.label}</h3>
      <p className="city-line-figure">
        <FigureLink measure={line.measure} owner={line.owner.id} window={line.window.name}>
          <span className="city-line-number">{numberText(line.certified, line.unit)}</span>
          <span className="city-line-unit">{unitWord(line.unit)}</span>
          <span className="visually-hidden">{line.label}，打开明细</span>
        </FigureLink>
        <TargetText line={line} />
        {line.declared !== null && line.declared !== line.certified ? (
          <span className="nowrap">
            申报 <b className="num">{numberText(line.declared, line.unit)}</b>
            {unitWord(line.unit)}
          </span>
        ) : null}
        <LineMarks line={line} />
      </p>
      {counted ? (
        <CountTicks label={line.label} done={line.certified ?? 0} declared={line.declared ?? 0} asked={line.target} unit={line.unit} />
      ) : line.unit === '%' ? (
        <RatioBar label={line.label} ratio={line.certified} minimum={line.target} declared={line.declared} />
      ) : (
        <Progress label={`${line.label}完成`} share={line.target > 0 ? (line.certified ?? 0) / line.target : 0} pace={line.window.pace} tone={look.tone} />
      )}
      <p className="city-line-reason">
        <Light state={look.light}>{lightLabels[line.light]}</Light>
        <span>{line.reason}</span>
      </p>
    </div>
  );
}
