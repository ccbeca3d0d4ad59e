import { useQuery } from '@tanstack/react-query';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { projectsApi } from './projects-api.ts';

/** How good a project is, indicator by indicator; nothing where it is not judged so. @param id of the project */
export function QualitySection({ id }: { id: string }) {
  const { data } = useQuery(projectsApi.quality.queryOptions({ input: { id } }));
  if (!data) return null;
  const { label, clause, score, atMost, missing, working, indicators } = data;
  return (
    <div id="quality" className="dossier-anchor">
      <Section title={label} hint={`${clause.place} ${clause.title}`}>
        <p>
          {score === null ? '权重未定，暂不出分' : <><b className="num">{score} 分</b>{missing.length === 0 ? '（满分 100）' : <>（已填各项合计，补齐后最高 <span className="num">{atMost}</span> 分）</>}</>}
          {missing.length === 0 ? null : `・缺少：${missing.join('、')}`}
        </p>
        {working === null ? null : <p className="quiet num">{working}</p>}
        <DefinitionList
          columns={2}
          items={indicators.map((it) => ({
            term: it.label,
            value: it.value && <>{it.value}{it.points === null ? '，未列得分' : <>，<b className="num">{it.points} 分</b></>}</>,
            note: it.weight === null ? '权重未定' : `权重 ${it.weight}（${it.source ?? ''}${it.decided ? '' : '，待决'}）`,
          }))}
        />
      </Section>
    </div>
  );
}
