import { Tag } from '../../../ui/Tag.tsx';
import type { Holding } from './holdings-api.ts';

/** For how long nothing was said of a lead; marked where somebody is to look. */
export function QuietDays({ holding: { quietDays, look } }: { holding: Pick<Holding, 'quietDays' | 'look'> }) {
  if (quietDays === 0) return <span className="quiet">今天有进展</span>;
  return (
    <>
      <span className="num">{quietDays}</span> 天 {look ? <Tag variant="cinnabar">请核实</Tag> : null}
    </>
  );
}
