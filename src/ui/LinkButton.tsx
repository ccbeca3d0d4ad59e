import { buttonClass, type ButtonLook } from './button-class.ts';
import { Link, type LinkProps } from './Link.tsx';
import type { Pattern } from './pages.ts';
import './Button.css';

/** A link to a page that looks like a button. */
export function LinkButton<To extends Pattern>({ variant, small, ...rest }: LinkProps<To> & ButtonLook) {
  return <Link {...(rest as unknown as LinkProps<To>)} className={buttonClass({ variant, small })} />;
}
