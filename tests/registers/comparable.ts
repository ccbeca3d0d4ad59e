/** Figures, awards and refusals as `registers.md` reads them out. */
export interface Compared {
  readonly figures: readonly { readonly measure: string; readonly unit: string; readonly period: string; readonly value: number | null }[];
  readonly awards: readonly { readonly rule: string; readonly case: string; readonly verdict: string; readonly amountFen?: number; readonly minFen?: number; readonly maxFen?: number }[];
  readonly rejected: readonly { readonly sheet: string; readonly row: number; readonly code: string }[];
}

/**
 * What `tools/compare-register` compares, each as a sorted line: figures of the measures that the expected file speaks of,
 * awards but for `no`s that it does not list, refusals by place and code.
 */
export function comparable(reading: Compared, expected: Compared): { figures: string[]; awards: string[]; rejected: string[] } {
  const measures = new Set(expected.figures.map((it) => it.measure));
  const listed = new Set(expected.awards.map((it) => `${it.rule} ${it.case}`));
  return {
    figures: reading.figures.filter((it) => measures.has(it.measure)).map((it) => `${it.measure} ${it.unit} ${it.period} ${it.value}`).sort(),
    awards: reading.awards.filter((it) => it.verdict !== 'no' || listed.has(`${it.rule} ${it.case}`)).map((it) => `${it.rule} ${it.case} ${it.verdict} ${it.amountFen} ${it.minFen} ${it.maxFen}`).sort(),
    rejected: reading.rejected.map((it) => `${it.sheet} ${it.row} ${it.code}`).sort(),
  };
}
