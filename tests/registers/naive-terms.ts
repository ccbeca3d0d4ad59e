/** 泰州市级以上 is 泰州市级, 省级, 国家级. */
export const HIGH_LEVELS = ['泰州市级', '省级', '国家级'];

export interface Figure {
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  readonly value: number | null;
}
