import { describe, expect, it, test } from 'vitest';
import { neighbourhoodOf } from './run-cases.ts';
import { Parameters } from './parameters.ts';
import { unitName } from './units.ts';
import { appointedFor, ownUnits } from './certification.ts';
import { offeredActs, partOf } from '../domains/records/flow.ts';
import { objection } from '../domains/records/judgement.ts';
import { sketched, type Sketch, taixing } from '../domains/records/test-pack.ts';

const mechanism = taixing();
const reading = { mechanism, around: neighbourhoodOf([]), parameters: new Parameters([], []), today: '2026-06-30' };
const appointed = (sketch: Sketch, milestone = 'entry') => {
  const found = appointedFor(reading, sketched(sketch), milestone);
  return found && `${found.verify.map((it) => unitName(mechanism.pack, it)).join('、')} → ${found.certify.map((it) => unitName(mechanism.pack, it)).join('、')}${found.upstream === undefined ? '' : `（${found.upstream}）`}`;
};
const startup = { type: '人才创业项目' };
const selected = { fields: { planLevel: '省级' }, milestones: { selected: '2026-03-01' } };
const LIST = '（上级公布的人才计划入选名单）';

describe('the matrix of the city', () => {
  test.each<[string, Sketch, string, string]>([
    ['工业项目', { kind: 'project', unit: 'jingkaiqu' }, 'entry', '工信局 → 商务局'],
    ['工业项目的签约', { kind: 'project', unit: 'jingkaiqu', milestones: { signed: '2026-01-05' } }, 'signed', '工信局 → 商务局'],
    ['科创项目', { kind: 'project', unit: 'jingkaiqu', fields: startup }, 'entry', '科技局 → 商务局'],
    ['科技局申报的科创项目', { kind: 'project', unit: 'kejiju', fields: startup }, 'entry', '工信局 → 商务局'],
    ['商务局申报的科创项目', { kind: 'project', unit: 'shangwuju', fields: startup }, 'entry', '科技局 → 发改委'],
    ['外资项目', { kind: 'project', unit: 'jingkaiqu', fields: { currency: '美元' } }, 'entry', '商务局 → 发改委'],
    ['服务业项目', { kind: 'project', unit: 'jingkaiqu', fields: { serviceSector: true } }, 'entry', '发改委 → 商务局'],
    ['工信局申报的项目', { kind: 'project', unit: 'gongxinju' }, 'entry', '发改委 → 商务局'],
    ['人才', { kind: 'talent', unit: 'gaoxinqu' }, 'entry', '人社局 → 人才办'],
    ['人才办申报的人才', { kind: 'talent', unit: 'rencaiban' }, 'entry', '科技局 → 人社局'],
    ['上级计划的入选', { kind: 'talent', unit: 'gaoxinqu', ...selected }, 'selected', ` → 人才办${LIST}`],
    ['本市计划的入选', { kind: 'talent', unit: 'gaoxinqu', ...selected, fields: { planLevel: '泰兴市级' } }, 'selected', '人社局 → 人才办'],
    ['平台', { kind: 'platform', unit: 'gaoxinqu' }, 'entry', ' → 科技局'],
    ['科技局的平台', { kind: 'platform', unit: 'kejiju' }, 'entry', ' → 人才办'],
    ['投资', { kind: 'investment', unit: 'jingkaiqu' }, 'entry', ' → 财政局'],
    ['机构', { kind: 'agency', unit: 'rensheju' }, 'entry', ' → 人才办'],
    ['园区的活动', { kind: 'activity', unit: 'gaoxinqu' }, 'entry', ' → 科技局'],
    ['科技局的活动', { kind: 'activity', unit: 'kejiju' }, 'entry', ' → 人才办'],
    ['人才办的活动', { kind: 'activity', unit: 'rencaiban' }, 'entry', ' → 商务局'],
    // Where a judge of the first rule takes part itself, another judges.
    ['园区与科技局联办的活动', { kind: 'activity', unit: 'gaoxinqu', credited: ['gaoxinqu', 'kejiju'] }, 'entry', ' → 人才办'],
    ['商务局分成的工业项目', { kind: 'project', unit: 'jingkaiqu', credited: ['jingkaiqu', 'shangwuju'] }, 'entry', '工信局 → 人才办'],
    ['科技局分成的科创项目', { kind: 'project', unit: 'jingkaiqu', credited: ['jingkaiqu', 'kejiju'], fields: startup }, 'entry', '工信局 → 商务局'],
    ['人才办分成的上级计划入选', { kind: 'talent', unit: 'gaoxinqu', credited: ['gaoxinqu', 'rencaiban'], ...selected }, 'selected', ` → 科技局${LIST}`],
  ])('%s', (_, sketch, milestone, expected) => {
    expect(appointed(sketch, milestone)).toBe(expected);
  });
});

it('a unit never judges what it declared or is credited with, in any state, for any kind of record', () => {
  const units = mechanism.pack.units.map((one) => one.id);
  for (const kind of Object.keys(mechanism.vocabulary)) {
    for (const declaring of units) {
      for (const credited of [declaring, ...units.filter((one) => unitName(mechanism.pack, one).endsWith('局') || one === 'rencaiban')]) {
        const dossier = sketched({ kind, unit: declaring, credited: [declaring, credited] });
        const found = appointedFor(reading, dossier, 'entry');
        for (const unit of ownUnits(dossier)) {
          for (const state of ['declared', 'verified', 'certified', 'certified-upstream', 'appealed', 'not-counted', 'returned'] as const) {
            for (const act of offeredActs.filter((one) => partOf(one) !== 'own')) {
              const no = objection({ act, label: '登记', state, actor: { unit, units: [unit], account: 'a' }, own: ownUnits(dossier), appointed: found, objector: undefined, unitName: (id) => id });
              if (no?.code !== 'own-record') expect.fail(`${unit} may ${act} a ${state} ${kind} of ${declaring} with ${credited}: ${no?.code ?? 'yes'}`);
            }
          }
        }
      }
    }
  }
});

it('every record of one unit has somebody else to judge it', () => {
  for (const kind of Object.keys(mechanism.vocabulary)) {
    for (const unit of mechanism.pack.units.map((one) => one.id)) {
      const found = appointedFor(reading, sketched({ kind, unit }), 'entry')!;
      expect(found.certify.filter((one) => one !== unit), `${kind} of ${unit}`).not.toEqual([]);
      if (found.verify.length > 0) expect(found.verify.filter((one) => one !== unit), `${kind} of ${unit}`).not.toEqual([]);
    }
  }
});
