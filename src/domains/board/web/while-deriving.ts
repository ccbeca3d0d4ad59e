import type { Query } from '@tanstack/react-query';
import type { Deriving } from './shapes.ts';

/** For `refetchInterval`: asks again every two seconds while the server derives, else never. */
export function whileDeriving({ state }: Query<any, any, any, any>): number | false {
  return (state.data as { deriving: Deriving } | undefined)?.deriving.running ? 2_000 : false;
}
