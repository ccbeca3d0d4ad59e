import { activity } from '../domains/activities/terms.ts';
import { agency } from '../domains/agencies/terms.ts';
import { investment } from '../domains/investments/terms.ts';
import { platform } from '../domains/platforms/terms.ts';
import { project } from '../domains/projects/terms.ts';
import { talent } from '../domains/talents/terms.ts';
import type { Vocabulary } from '../mechanism/vocabulary.ts';

/** What all domains together can say; the only place that lists them for the mechanism. */
export const vocabulary: Vocabulary = { project, talent, activity, platform, investment, agency };
