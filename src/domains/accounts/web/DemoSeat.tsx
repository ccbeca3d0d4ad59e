import type { DemoAccount } from './accounts-api.ts';

interface DemoSeatProps {
  account: DemoAccount;
  current: boolean;
  busy: boolean;
  onEnter: () => void;
}

/** One person to look through. */
export function DemoSeat({ account, current, busy, onEnter }: DemoSeatProps) {
  // Whoever has no unit of their own is named by the post.
  const ownUnit = !account.name.endsWith(account.post) || account.post === '经办人' || account.post === '负责人';
  return (
    <li>
      <button type="button" className="demo-seat" aria-disabled={busy ? true : undefined} onClick={() => (busy ? undefined : onEnter())}>
        <span className="demo-seat-unit">{ownUnit ? account.unit.name : account.post}</span>
        <span className="demo-seat-post">{current ? '正在用' : ownUnit ? account.post : ''}</span>
        <span className="visually-hidden">{account.name}</span>
      </button>
    </li>
  );
}
