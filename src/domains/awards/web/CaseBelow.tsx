import type { AwardCase } from './awards-api.ts';

/** Under a case's name: who is paid, its number, and what is missing to judge it. */
export function CaseBelow({ found: { case: key, subject, missing } }: { found: AwardCase }) {
  // Where an award is per subject and payee, the case's key names the payee behind a bar.
  const payee = key.split('|')[1];
  const number = subject && subject.name !== subject.number ? subject.number : undefined;
  return (
    <>
      {[payee, number].filter(Boolean).join('　')}
      {missing.length > 0 ? <span className="case-missing">还缺：{missing.join('、')}</span> : null}
    </>
  );
}
