/** How a target stands. `none`: nothing is counted. */
export const lights = ['met', 'on-track', 'slow', 'missed', 'to-come', 'none'] as const;
export type LightState = (typeof lights)[number];

export const lightLabels: Record<LightState, string> = {
  met: '已达标',
  'on-track': '序时内',
  slow: '慢于序时',
  missed: '未达标',
  'to-come': '未开始',
  none: '暂无量化指标',
};
