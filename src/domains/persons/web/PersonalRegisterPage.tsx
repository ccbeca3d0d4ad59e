import { DataTable } from '../../../ui/DataTable.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { TwoLines } from '../../../ui/TwoLines.tsx';
import { classLabels, personalRegister, type RegisteredField } from '../terms.ts';

const columns = [
  { key: 'label', head: '项目', rowHeader: true, cell: (it: RegisteredField) => <TwoLines below={<span className="num">{it.place}</span>}>{it.label}</TwoLines> },
  { key: 'class', head: '类别', cell: (it: RegisteredField) => classLabels[it.class] },
  { key: 'purpose', head: '目的', cell: (it: RegisteredField) => it.purpose },
  { key: 'basis', head: '依据', cell: (it: RegisteredField) => it.basis },
  { key: 'retention', head: '保存期限', cell: (it: RegisteredField) => it.retention },
];

/** 个人信息目录: what is held of people, what for, on what basis and how long. */
export function PersonalRegisterPage() {
  return (
    <>
      <PageTitle title="个人信息目录" summary={<>平台登记的个人信息 <b className="num">{personalRegister.length}</b> 项，没有列入的不得收集</>} />
      <DataTable caption="个人信息目录" columns={columns} rows={personalRegister} rowKey={(it) => it.place} />
    </>
  );
}
