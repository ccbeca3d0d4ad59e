import { Fragment } from 'react';
import { NumberedText } from './NumberedText.tsx';

/** The board's sentence; what has missed its window stands out. */
export function BoardSummary({ text }: { text: string }) {
  return text.split('，').map((part, index) => (
    <Fragment key={part}>
      {index > 0 ? '，' : ''}
      <span className={part.includes('未达标') ? 'late' : undefined}>
        <NumberedText text={part} />
      </span>
    </Fragment>
  ));
}
