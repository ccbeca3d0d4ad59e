import { lazy, Suspense } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AskedList } from './AskedList.tsx';
import { type Course, type Gate, isOpen } from './course-steps.ts';
import type { CourseSectionProps } from './CourseSection.tsx';
import { StateTag } from './StateTag.tsx';

const GateForm = lazy(() => import('./GateForm.tsx').then((it) => ({ default: it.GateForm })));

interface CourseStepProps extends CourseSectionProps {
  course: Course;
  gate: Gate;
  open: boolean;
  onOpen: () => void;
}

/** One milestone: when it was reached and how it was judged, or what it asks for. */
export function CourseStep({ dossier, course, gate, open, onOpen, onDone, onReload }: CourseStepProps) {
  const { milestone, label, day, state, stateLabel, optional, hint, asked } = gate;
  if (day !== null) {
    return (
      <li className="course-step course-done">
        <p className="course-line"><b>{label}</b> <span className="num">{day}</span> <StateTag state={state!} label={stateLabel!} /></p>
      </li>
    );
  }
  const now = isOpen(gate);
  const quiet = optional && !open;
  return (
    <li className={`course-step ${now && !optional ? 'course-now' : 'course-later'}${quiet ? ' course-quiet' : ''}`} aria-current={open ? 'step' : undefined}>
      <p className="course-line">
        <b>{label}</b>
        {optional ? <span className="course-note">{gate.ends ? '终了时登记' : '有则登记'}</span> : null}
        {hint ? <span className="course-note">{hint}</span> : null}
        {dossier.mayCorrect && now ? (
          <Button small variant={open ? 'quiet' : 'plain'} aria-expanded={open} onClick={onOpen}>{open ? '收起' : `登记${label}`}</Button>
        ) : null}
      </p>
      {asked.length > 0 ? <AskedList asked={asked} /> : null}
      {open ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <GateForm key={milestone} dossier={dossier} course={course} gate={gate} onDone={onDone} onReload={onReload} />
        </Suspense>
      ) : null}
    </li>
  );
}
