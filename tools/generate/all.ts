import { openapiDocument } from '../../src/app/http/openapi.ts';
import { clausesDocument } from './clauses.ts';
import { packSchema } from './pack-schema.ts';
import { personalDataDocument } from './personal-data.ts';
import { rightsDocument } from './rights.ts';
import { statesDocument } from './states.ts';

/** Every generated document: its path, and what makes its text. */
export const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/generated/clauses.md': clausesDocument,
  'docs/generated/openapi.json': async () => `${JSON.stringify(await openapiDocument(), null, 2)}\n`,
  'docs/generated/pack.schema.json': packSchema,
  'docs/generated/personal-data.md': personalDataDocument,
  'docs/generated/rights.md': rightsDocument,
  'docs/generated/states.md': statesDocument,
};
