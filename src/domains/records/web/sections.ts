import type { Dossier } from './shapes.ts';

/** The sections of a record's page in their order: anchor, heading, and how much stands in each. */
export function sectionsOf(dossier: Dossier): { id: string; title: string; count: number | undefined }[] {
  const milestones = (title: string) => ({ id: 'milestones', title, count: dossier.milestones.filter((it) => it.day !== null).length });
  return [
    ...(dossier.course ? [milestones('办理进程')] : []),
    { id: 'fields', title: '登记内容', count: undefined },
    ...(dossier.fields.some((it) => it.type === 'person') ? [{ id: 'person', title: '个人信息', count: undefined }] : []),
    ...(!dossier.course && dossier.milestones.length > 0 ? [milestones('事项与日期')] : []),
    { id: 'counted', title: '计入哪里', count: dossier.counted.length },
    { id: 'rules', title: '规则与判断', count: dossier.rules.length },
    { id: 'credits', title: '计分单位', count: undefined },
    { id: 'references', title: '关联记录', count: dossier.references.length + dossier.referredBy.length },
    { id: 'evidence', title: '佐证', count: dossier.evidence.length },
    ...(dossier.visibility.mayChange || dossier.visibility.shares.length > 0 || dossier.visibility.seal ? [{ id: 'visibility', title: '可见范围', count: undefined }] : []),
    ...(dossier.awards.length > 0 ? [{ id: 'awards', title: '奖励', count: dossier.awards.length }] : []),
    { id: 'history', title: '经过', count: dossier.history.length },
  ];
}
