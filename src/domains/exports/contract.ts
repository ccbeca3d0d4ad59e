import { z } from 'zod';
import { endpoint } from '../../base/endpoint.ts';
import { done } from '../../kernel/wire.ts';
import { exportStates } from './terms.ts';

const exportView = z.object({
  id: z.string(), label: z.string(), name: z.string(), kind: z.string(), state: z.enum(exportStates), done: z.number(), total: z.number(), error: z.string().nullable(), begunAt: z.string(),
  /** Whether GET /api/v1/exports/{id}/list.xlsx still has the file: for 30 days, for who asked for it. */
  held: z.boolean(),
});

const words = z.string().max(100);

export const exportsContract = {
  /** What the actor asked for in its present position, the newest first. */
  list: endpoint.meta({ right: 'exports:make' }).route({ method: 'GET', path: '/exports', tags: ['exports'] }).output(z.array(exportView)),
  one: endpoint.meta({ right: 'exports:make' }).route({ method: 'GET', path: '/exports/{id}', tags: ['exports'] }).input(z.object({ id: z.uuid() })).output(exportView),
  /** The forms in which each register can leave: its own, the pack's, the unit's. */
  layouts: endpoint.meta({ right: 'exports:make' }).route({ method: 'GET', path: '/layouts', tags: ['exports'] }).output(z.array(z.object({
    id: z.string(), label: z.string(), kind: z.string(), sheet: z.string(), title: z.string(),
    /** Kept by the actor's unit, which may change it; the version that a change is compared with. */
    own: z.boolean(), version: z.number(),
    /** `of`: its heading in `palette`, null where it stands not there; `plain`: it is written as there, in the same unit. */
    columns: z.array(z.object({ of: z.string().nullable(), plain: z.boolean(), heading: z.string(), group: z.string() })),
    /** Headings of the columns that a layout of this register can choose. */
    palette: z.array(z.string()),
  }))),
  keepLayout: endpoint.meta({ right: 'layouts:keep' }).route({ method: 'POST', path: '/layouts', tags: ['exports'] })
    .input(z.object({
      id: z.uuid().optional(), version: z.number().int().optional(), register: z.string().max(60), label: z.string().max(60), title: z.string().max(100),
      columns: z.array(z.object({ of: z.string().max(60), heading: z.string().max(60), group: z.string().max(60).default('') })).max(100),
    }))
    .output(z.object({ id: z.string() })),
  endLayout: endpoint.meta({ right: 'layouts:keep' }).route({ method: 'POST', path: '/layouts/{id}/end', tags: ['exports'] }).input(z.object({ id: z.uuid() })).output(done),
  // Words and filters come in the body, for they may be a person's name. Short lists are written at once, longer ones in the background.
  make: endpoint.meta({ right: 'exports:make' }).route({ method: 'POST', path: '/exports', tags: ['exports'] })
    .input(z.object({
      kind: z.string().max(64), layout: z.string().max(100).optional(), q: words.optional(), unit: words.optional(), state: words.optional(), year: z.number().int().optional(),
      stage: words.optional(), progress: words.optional(), cause: words.optional(), fields: z.record(z.string().max(64), words).optional(), atLeast: z.record(z.string().max(64), words).optional(),
    }))
    .output(z.object({ id: z.string(), state: z.enum(exportStates) })),
  // The file itself leaves by GET /api/v1/exports/{id}/list.xlsx.
};
