import { useEffect, useRef, useState } from 'react';
import { Link } from '../ui/Link.tsx';
import { useSession } from '../ui/session.ts';
import { logOut } from './session-query.ts';
import './PersonMenu.css';

/** Who is at work, and the way out. */
export function PersonMenu() {
  const { account, singleSignOn } = useSession();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('mousedown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  return (
    <div
      ref={box}
      className="person"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" className="person-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="person-seal" aria-hidden="true">{account.name.slice(0, 1)}</span>
        <span className="person-name">{account.name}</span>
        <span className="person-unit">{account.unit.name}</span>
      </button>
      {open ? (
        <div className="person-menu">
          <p>
            {account.name}
            <span className="quiet">{[account.unit.name, account.post].filter(Boolean).join('・')}</span>
          </p>
          <Link to="/me" onClick={() => setOpen(false)}>我的账号</Link>
          <button type="button" onClick={() => void logOut(account.linked && singleSignOn)}>退出登录</button>
        </div>
      ) : null}
    </div>
  );
}
