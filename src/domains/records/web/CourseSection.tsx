import { useState } from 'react';
import { Section } from '../../../ui/Section.tsx';
import { gatesByStage, nextGate } from './course-steps.ts';
import { CourseStep } from './CourseStep.tsx';
import type { Dossier } from './shapes.ts';
import { StateTag } from './StateTag.tsx';
import './CourseSection.css';

export interface CourseSectionProps {
  dossier: Dossier;
  onDone: (told: string) => void;
  onReload: () => void;
}

/** The milestones of a record's course by stages: what was reached, what comes next and asks for what, what lies beyond. */
export function CourseSection({ dossier, onDone, onReload }: CourseSectionProps) {
  const { course, mayCorrect } = dossier;
  // Undefined: what comes next. Where the person closed it: nothing.
  const [chosen, setChosen] = useState<string | null>();
  if (!course) return null;
  const open = chosen === undefined ? nextGate(course.gates)?.milestone : chosen;
  const passed = course.gates.filter((it) => it.day !== null).length;
  const beside = dossier.milestones.filter((it) => it.day !== null && !course.gates.some((one) => one.milestone === it.id));
  const done = (told: string) => {
    setChosen(undefined);
    onDone(told);
  };
  return (
    <div id="milestones" className="dossier-anchor">
      <Section title="办理进程" hint={`${course.label}・已登记 ${passed} 项，每项各有日期和认定状态`}>
        <ol className="course" aria-label="办理进程">
          {gatesByStage(course.gates).map(({ stage, gates }) => (
            <li key={stage} className="course-stage">
              <h3>{stage}</h3>
              <ol>
                {gates.map((it) => (
                  <CourseStep
                    key={it.milestone}
                    dossier={dossier}
                    course={course}
                    gate={it}
                    open={mayCorrect && it.milestone === open}
                    onOpen={() => setChosen(it.milestone === open ? null : it.milestone)}
                    onDone={done}
                    onReload={onReload}
                  />
                ))}
              </ol>
            </li>
          ))}
        </ol>
        {beside.length > 0 ? (
          <ul className="course-beside">
            {beside.map((it) => <li key={it.id}>另有 <b>{it.label}</b> <span className="num">{it.day}</span> <StateTag state={it.state!} label={it.stateLabel!} /></li>)}
          </ul>
        ) : null}
      </Section>
    </div>
  );
}
