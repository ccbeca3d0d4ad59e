import { buildWeb } from '../../src/app/build-web.ts';

/** Once before all stories: the pages that every story's platform serves. */
export default async function prepare(): Promise<void> {
  await buildWeb(() => undefined);
}
