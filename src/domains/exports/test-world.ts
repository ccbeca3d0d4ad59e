import { call } from '@orpc/server';
import { expect } from 'vitest';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { importsHandlers } from '../imports/handlers.ts';
import { importsRights } from '../imports/rights.ts';
import { previewUpload } from '../imports/upload.ts';
import { readListed } from '../records/each-listed.ts';
import { recordsRights } from '../records/rights.ts';
import type { World } from '../records/test-world.ts';
import { exportsHandlers } from './handlers.ts';
import { exportedFile } from './find-export.ts';
import type { ListQuery } from './listed.ts';
import { exportsRights } from './rights.ts';

export const handlers = exportsHandlers(readListed);
const rights = joinRights([recordsRights, importsRights, exportsRights]);

/** What a person is given with a request of its own, with an account that stands. */
export async function at(world: World, ...who: Parameters<World['as']>): Promise<LedgerContext> {
  const context = { ...world.as(...who), rights };
  const { account, unit } = context.actor!;
  await world.test.owner.query("with p as (insert into person (name) values ('某') returning id) insert into account (id, login, login_key, person_id, unit, post) select $1::uuid, $2, $2, id, $3, '' from p on conflict do nothing", [account, account, unit]);
  return context;
}

/** Asks for a list and fetches its file. */
export async function exported(context: LedgerContext, query: ListQuery & { layout?: string }): Promise<{ name: string; bytes: Uint8Array }> {
  const fresh = { ...context, request: crypto.randomUUID() };
  const { id, state } = await call(handlers.make, { ...query, fields: { ...query.fields }, atLeast: { ...query.atLeast } }, { context: fresh });
  expect(state).toBe('done');
  return exportedFile(fresh, id);
}

/** What the import would do with a file. */
export async function preview(context: LedgerContext, file: { name: string; bytes: Uint8Array }) {
  const fresh = { ...context, request: crypto.randomUUID() };
  const { id } = await previewUpload(fresh, [file]);
  return call(importsHandlers.one, { id }, { context: fresh });
}

