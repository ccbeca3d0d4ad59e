import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiRefusal, asRefusal } from '../../../ui/api-refusal.ts';
import { mayRepeat } from '../../../ui/query-client.ts';
import { newRequestId } from '../../../ui/request-id.ts';
import { recordsApi } from './desk-api.ts';
import type { BatchOutcome, DeskAct } from './shapes.ts';

interface Batch {
  act: Exclude<DeskAct, 'certify-upstream'>;
  items: { id: string; milestone: string; version: number }[];
  reason: string;
}

/** So many milestones go with one request; milestones of one record are never torn apart. */
const PORTION = 25;

/** Judges many in portions, each a request of its own that takes effect once; what was done before one fails stays done and is told. */
export function useBatch() {
  const queries = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; share?: number | undefined; outcome?: BatchOutcome; refusal?: ApiRefusal }>({ busy: false });
  const run = async ({ act, items, reason }: Batch): Promise<BatchOutcome | undefined> => {
    const outcome: BatchOutcome = { done: [], refused: [] };
    const portions = portionsOf(items);
    for (const [index, portion] of portions.entries()) {
      setState({ busy: true, share: index / portions.length });
      try {
        const one = await sent({ act, items: portion, reason });
        outcome.done.push(...one.done);
        outcome.refused.push(...one.refused);
      } catch (error) {
        const refusal = asRefusal(error);
        if (outcome.done.length === 0 && index === portions.length - 1) {
          setState({ busy: false, refusal });
          return undefined;
        }
        outcome.refused.push(...portion.map(({ id }) => ({ id, number: '', why: refusal.message })));
      }
    }
    setState({ busy: false, outcome });
    await queries.invalidateQueries();
    return outcome;
  };
  return { ...state, run };
}

/** Where no answer came, the same request once more: it takes effect once. */
async function sent(input: Batch): Promise<BatchOutcome> {
  const context = { requestId: newRequestId() };
  return recordsApi.giveVerdicts(input, { context }).catch((error: unknown) => {
    if (!mayRepeat(error)) throw error;
    return recordsApi.giveVerdicts(input, { context });
  });
}

function portionsOf<T extends { id: string }>(items: readonly T[]): T[][] {
  const portions: T[][] = [];
  for (const those of Map.groupBy(items, (it) => it.id).values()) {
    const last = portions.at(-1);
    if (last && last.length + those.length <= PORTION) last.push(...those);
    else portions.push([...those]);
  }
  return portions;
}
