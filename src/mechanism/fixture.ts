import type { z } from 'zod';
import { caseDossiers } from './case-subjects.ts';
import { checkPack } from './check.ts';
import type { Dossier } from './dossier.ts';
import { packCase } from './format/cases.ts';
import type { Mechanism } from './mechanism.ts';
import type { Decision } from './parameters.ts';
import { Parameters } from './parameters.ts';
import type { PackFile } from './read-pack.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A vocabulary with one field of every type: for tests of the mechanism, which know no domain. */
export const small: Vocabulary = {
  project: {
    kind: 'project', label: '项目', numberLabel: '项目编号',
    fields: {
      type: { label: '类型', type: 'choice', list: 'types' },
      led: { label: '领办', type: 'yes-no' },
      planned: { label: '总投资', type: 'money' },
      paid: { label: '实缴', type: 'money' },
      posts: { label: '岗位数', type: 'number' },
      due: { label: '到期日', type: 'day' },
      note: { label: '备注', type: 'text' },
    },
    milestones: { signed: { label: '签约' }, started: { label: '开工' } },
    references: { talent: { label: '人才', to: 'talent' }, platform: { label: '平台', to: 'platform' } },
  },
  talent: {
    kind: 'talent', label: '人才', numberLabel: '人才编号',
    fields: { name: { label: '姓名', type: 'person' }, degree: { label: '学历', type: 'choice', list: 'degrees' }, level: { label: '层次', type: 'choice', list: 'levels' }, pay: { label: '年薪', type: 'money' }, months: { label: '在岗月数', type: 'number' } },
    milestones: { landed: { label: '落户' } },
    references: { platform: { label: '平台', to: 'platform' } },
  },
  platform: { kind: 'platform', label: '平台', numberLabel: '平台名称', fields: { high: { label: '高端', type: 'yes-no' } }, milestones: {}, references: {} },
  investment: {
    kind: 'investment', label: '投资', numberLabel: '投资编号',
    fields: { investor: { label: '投资方', type: 'text' }, amount: { label: '投资额', type: 'money' }, private: { label: '社会资本', type: 'yes-no' } },
    milestones: { arrived: { label: '到账' } },
    references: { project: { label: '项目', to: 'project' } },
  },
  office: { kind: 'office', label: '机构', numberLabel: '机构名称', fields: { known: { label: '知名', type: 'yes-no' } }, milestones: { opened: { label: '设点' }, closed: { label: '撤点' } }, references: {} },
};

/** The least that a pack needs. */
export const BASE = `format: 1
city: { id: small, name: 小城, platform: 小城平台, document: { title: 试行意见 } }
units:
  - { id: east, name: 东园区, kind: park }
  - { id: west, name: 西园区, kind: park, aliases: [西区] }
  - { id: north, name: 北乡, kind: township }
  - { id: bureau, name: 科技局, kind: department }
groups:
  - { id: parks, name: 各园区, members: [east, west] }
clauses:
  - { id: k1, title: 第一条, place: 第一条 }
  - { id: k2, title: 第二条, place: 第二条 }
lists:
  types: [甲, 乙, 丙]
  degrees: [博士, 硕士, 本科]
  levels: [高, 中, 低]
`;

/** The base with more: top-level keys of YAML. */
function smallPack(more = ''): PackFile[] {
  return [{ path: 'base.yaml', text: BASE }, { path: 'more.yaml', text: more === '' ? '# nothing more' : more }];
}

/** A pack that must be sound, compiled. */
export function mechanismOf(more = ''): Mechanism {
  const { mechanism, faults } = checkPack(smallPack(more), small);
  if (!mechanism || faults.length > 0) throw new Error(faults.map((it) => `${it.file}:${it.line} ${it.message}`).join('\n'));
  return mechanism;
}

/** Subjects as cases write them. */
export type Written = z.input<typeof packCase>['subjects'];

export function subjects(mechanism: Mechanism, written: Written): Dossier[] {
  const nothing = { measure: 'none', of: 'city', window: '2021', value: 0 };
  return caseDossiers(mechanism, packCase.parse({ name: '试', clause: 'k1', subjects: written, expect: [nothing] }));
}

export function parametersOf(mechanism: Mechanism, decisions: readonly Omit<Decision, 'document'>[] = []): Parameters {
  return new Parameters(mechanism.pack.parameters, decisions.map((it) => ({ ...it, document: '测试' })));
}
