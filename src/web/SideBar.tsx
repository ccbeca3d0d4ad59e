import { useSession } from '../ui/session.ts';
import { Brand } from './Brand.tsx';
import { DensitySwitch } from './DensitySwitch.tsx';
import { NavigationList } from './NavigationList.tsx';
import './SideBar.css';

export function SideBar() {
  const { city } = useSession();
  return (
    <div className="side-bar no-print">
      <Brand below={`${city.name}工作平台`} />
      <div className="side-bar-places">
        <NavigationList />
      </div>
      <DensitySwitch />
    </div>
  );
}
