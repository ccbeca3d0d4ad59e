export interface ButtonLook {
  /** One primary a page; `danger` for what cannot be undone; `quiet` inside rows and headings. */
  variant?: 'primary' | 'plain' | 'danger' | 'quiet' | undefined;
  small?: boolean | undefined;
}

export function buttonClass({ variant = 'plain', small }: ButtonLook): string {
  return `button button-${variant}${small ? ' button-small' : ''}`;
}
