import type { FigureOwners, MeasureFormat } from './format/measures.ts';
import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import type { Vocabulary } from './vocabulary.ts';

type Counting = Exclude<MeasureFormat, { ratio: unknown }>;

/** Figures are printed for owners that the rules credit, and a union in its own windows: any other figure would be wrong without a word. */
export function checkFigures(pack: Pack, vocabulary: Vocabulary, report: (problem: Problem) => void): void {
  for (const [index, measure] of pack.measures.entries()) {
    for (const [part, figure] of measure.figures.entries()) {
      const place = ['measures', index, 'figures', part];
      if (typeof figure.of === 'object' && 'subjects' in figure.of && !vocabulary[figure.of.subjects]) report({ place, message: `没有“${figure.of.subjects}”这类对象` });
      for (const it of countedBy(pack, measure)) {
        if (!credits(it, figure.of, vocabulary)) report({ place, message: `“${it.label}”不记到${inWords(figure.of)}名下（owners），这里出的数会总是 0` });
        const per = unionPeriod(it);
        if (per !== undefined && per !== figure.per) report({ place, message: `“${it.label}”按 ${per} 合并计数（unionPer），不能按 ${figure.per} 出数` });
      }
    }
  }
}

/** The measures whose postings a figure is made of. */
function countedBy(pack: Pack, measure: MeasureFormat): Counting[] {
  if (!('ratio' in measure)) return [measure];
  const { of, over } = measure.ratio;
  return pack.measures.filter((it): it is Counting => !('ratio' in it) && (it.id === of || it.id === over));
}

function credits(measure: Counting, of: FigureOwners, vocabulary: Vocabulary): boolean {
  const kinds = 'state' in measure ? [measure.state.subject] : measure.counts.map((it) => it.subject);
  return measure.owners.some((owner) => {
    if (of === 'city') return 'city' in owner;
    if (Array.isArray(of)) return 'credited' in owner;
    return 'reference' in owner && kinds.some((kind) => vocabulary[kind]?.references[owner.reference]?.to === of.subjects);
  });
}

function unionPeriod(measure: Counting): string | undefined {
  return 'counts' in measure && measure.counts.some((it) => Array.isArray(it.on)) ? (measure.unionPer ?? 'year') : undefined;
}

function inWords(of: FigureOwners): string {
  return of === 'city' ? '全市' : Array.isArray(of) ? '单位' : `每个${of.subjects}`;
}
