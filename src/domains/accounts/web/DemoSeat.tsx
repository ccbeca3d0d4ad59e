import type { DemoAccount } from './accounts-api.ts';

interface DemoSeatProps {
  account: DemoAccount;
  current: boolean;
  busy: boolean;
  onEnter: () => void;
}

/** One person to look through. */
export function DemoSeat({ account, current, busy, onEnter }: DemoSeatProps) {
  return (
    <li>
      <button type="button" className="demo-seat" aria-disabled={busy ? true : undefined} onClick={() => (busy ? undefined : onEnter())}>
        <span className="demo-seat-unit">{account.role === 'city-leader' ? account.post : account.unit.name}</span>
        <span className="demo-seat-post">{current ? '正在用' : account.role === 'city-leader' ? '' : account.post}</span>
        <span className="visually-hidden">{account.name}</span>
      </button>
    </li>
  );
}
