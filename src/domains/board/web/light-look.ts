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

/** A reason without the light's own words before it, which stand beside it. */
export function bareReason(state: LightState, reason: string): string {
  const label = `${lightLabels[state]}：`;
  return reason.startsWith(label) ? reason.slice(label.length) : reason;
}
