import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { buttonClass, type ButtonLook } from './button-class.ts';
import './Button.css';

interface ButtonAnchorProps extends Omit<ComponentProps<'a'>, 'className'>, ButtonLook {}

function ButtonAnchor({ variant, small, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonClass({ variant, small })}>
      {children}
    </a>
  );
}

/** A link of the router (`to`, `params`, `search`) that looks like a button. */
export const LinkButton = createLink(ButtonAnchor);
