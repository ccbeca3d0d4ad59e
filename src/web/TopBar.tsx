import { dayWithWeek } from '../ui/day-text.ts';
import { useSession } from '../ui/session.ts';
import { Brand } from './Brand.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { YearSwitch } from './YearSwitch.tsx';
import './TopBar.css';

export function TopBar({ onShortcuts }: { onShortcuts: () => void }) {
  const { today } = useSession();
  return (
    <header className="top-bar no-print">
      <div className="top-bar-brand">
        <Brand />
      </div>
      <YearSwitch />
      <span className="top-bar-today">{dayWithWeek(today)}</span>
      <button type="button" className="top-bar-keys" onClick={onShortcuts}>? 键查看快捷键</button>
      <PersonMenu />
    </header>
  );
}
