import { isUuid } from '../../kernel/text.ts';
import type { Explained } from '../../mechanism/outcome.ts';
import type { DossierView } from './views.ts';
import { maskOf } from '../persons/terms.ts';
import type { Sight } from './shown.ts';

type Shown = DossierView['rules'][number]['explained'];

/** An explanation as it leaves the house: the ids of persons that were found become names, masked where the record's are. */
export function shownExplanation({ sentence, outcome, found, missing, parts }: Explained, sight: Sight): Shown {
  return {
    sentence,
    outcome,
    ...(found !== undefined && { found: isUuid(found) ? personOf(found, sight) : found }),
    missing: [...missing],
    parts: parts.map((it) => shownExplanation(it, sight)),
  };
}

function personOf(id: string, { names, plain }: Sight): string {
  const name = names.get(id);
  if (name === undefined) return '有';
  return plain ? name : maskOf('name', name);
}
