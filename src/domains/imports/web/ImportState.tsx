import { Light, type LightProps } from '../../../ui/Light.tsx';
import type { ImportState as State } from '../terms.ts';

const looks: Record<State, readonly [LightProps['state'], string]> = {
  previewed: ['slow', '待确认'],
  running: ['slow', '正在写入'],
  done: ['good', '已写入'],
  failed: ['late', '没有写入'],
};

/** How far an import is. */
export function ImportState({ state }: { state: State }) {
  const [light, word] = looks[state];
  return <Light state={light}>{word}</Light>;
}
