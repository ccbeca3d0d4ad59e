import { implement } from '@orpc/server';
import { type Context } from '../../base/context.ts';
import { draftsContract } from './contract.ts';
import { keepDraft, readDraft } from './drafts.ts';

const api = implement(draftsContract).$context<Context>();

export const draftsHandlers = api.router({
  one: api.one.handler(({ context, input }) => readDraft(context, input.key)),
  keep: api.keep.handler(({ context, input }) => keepDraft(context, input)),
});
