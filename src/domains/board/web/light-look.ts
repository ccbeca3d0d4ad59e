import type { Tone } from '../../../ui/pace-tone.ts';
import type { LightProps } from '../../../ui/Light.tsx';
import { lightLabels, type LightState } from '../terms.ts';

interface Look {
  light: LightProps['state'];
  tone: Tone;
}

const looks: Record<LightState, Look> = {
  met: { light: 'good', tone: 'pine' },
  'on-track': { light: 'good', tone: 'pine' },
  slow: { light: 'slow', tone: 'ginkgo' },
  missed: { light: 'late', tone: 'cinnabar' },
  'to-come': { light: 'idle', tone: 'teal' },
  none: { light: 'idle', tone: 'teal' },
};

export function lightLook(state: LightState): Look {
  return looks[state];
}

/** A reason without the light's own words before or behind it, which stand beside it. */
export function bareReason(state: LightState, reason: string): string {
  const [before, behind] = [`${lightLabels[state]}：`, `，${lightLabels[state]}`];
  if (reason.startsWith(before)) return reason.slice(before.length);
  return reason.endsWith(behind) ? reason.slice(0, -behind.length) : reason;
}
