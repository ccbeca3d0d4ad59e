import { type ComponentProps, type MouseEvent, useId } from 'react';
import { buttonClass, type ButtonLook } from './button-class.ts';
import { KeyHint } from './KeyHint.tsx';
import './Button.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'className'>, ButtonLook {
  /** Why it cannot be used now; said beside the button, which then does nothing. */
  why?: string | undefined;
  /** At work: does nothing, and says so. */
  busy?: boolean | undefined;
  /** The shortcut that does the same. */
  hint?: string | undefined;
}

export function Button({ variant, small, why, busy, hint, type = 'button', onClick, children, ...rest }: ButtonProps) {
  const reason = useId();
  const idle = busy || why !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => (idle ? event.preventDefault() : onClick?.(event));
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, small })}
      aria-disabled={idle ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={why === undefined ? rest['aria-describedby'] : reason}
      onClick={press}
    >
      {busy ? '正在处理…' : children}
      {hint ? <KeyHint keys={hint} /> : null}
    </button>
  );
  if (why === undefined) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={reason} className="button-reason">{why}</span>
    </span>
  );
}
