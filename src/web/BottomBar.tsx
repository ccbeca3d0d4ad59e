import { useState } from 'react';
import { Drawer } from '../ui/Drawer.tsx';
import { DensitySwitch } from './DensitySwitch.tsx';
import { shortEntries } from './navigation.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { NavigationList } from './NavigationList.tsx';
import { useOpenGroups } from './use-open-groups.ts';
import './BottomBar.css';

/** The navigation of a phone: four places, and 更多 for the rest. */
export function BottomBar() {
  const [open, setOpen] = useState(false);
  const groups = useOpenGroups();
  return (
    <div className="bottom-bar no-print">
      <nav className="bottom-places" aria-label="常用">
        {shortEntries(groups).map((it) => (
          <NavigationLink key={it.path} path={it.path} className="bottom-link">{it.short ?? it.label}</NavigationLink>
        ))}
      </nav>
      <button type="button" className="bottom-link" aria-haspopup="dialog" onClick={() => setOpen(true)}>更多</button>
      <Drawer open={open} title="全部" onClose={() => setOpen(false)}>
        <div className="bottom-more">
          <NavigationList onOpen={() => setOpen(false)} />
          <DensitySwitch />
        </div>
      </Drawer>
    </div>
  );
}
