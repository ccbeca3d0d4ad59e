import { Fragment } from 'react';

/** A sentence of the server's with its numbers set as figures. */
export function NumberedText({ text }: { text: string }) {
  return text.split(/(\d+(?:\.\d+)?%?)/).map((part, index) => (index % 2 === 1 ? <b key={index} className="num">{part}</b> : <Fragment key={index}>{part}</Fragment>));
}
