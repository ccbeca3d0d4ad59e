import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done } from '../../kernel/wire.ts';

/** Which form of which object: `follow-up:0199a000-…`. It stands in addresses, so nothing of a person. */
const key = z.string().regex(/^[a-z-]{1,40}(:[0-9a-z-]{1,40})?$/, '草稿的编号写法不对，请刷新页面');

export const draftsContract = {
  one: endpoint.meta({ right: 'signed-in' }).route({ method: 'GET', path: '/drafts/{key}', tags: ['drafts'] }).input(z.object({ key })).output(z.object({ body: z.record(z.string(), z.string()), savedAt: z.string() }).nullable()),
  // Fields by name; without any the draft is forgotten.
  keep: endpoint.meta({ right: 'signed-in' }).route({ method: 'POST', path: '/drafts/{key}', tags: ['drafts'] }).input(z.object({ key, body: z.record(z.string().max(64), z.string().max(5000)).refine((it) => Object.keys(it).length <= 50, '草稿的内容太多') })).output(done),
};
