import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { type Role, roleLabels, roles } from '../terms.ts';
import type { Account, Grant } from './account-shapes.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import { AlsoUnits } from './AlsoUnits.tsx';

interface GrantDialogProps {
  account: Account;
  /** What the account holds now. */
  standing: Grant | undefined;
  onClose: () => void;
  onDone: (told: string) => void;
}

/** Gives an account a role at a unit, in the place of the one that it holds. */
export function GrantDialog({ account, standing, onClose, onDone }: GrantDialogProps) {
  const { data: units = [] } = useQuery(accountsQueries.units.queryOptions({ staleTime: 600_000 }));
  const [role, setRole] = useState<Role | ''>(standing?.role ?? '');
  const [unit, setUnit] = useState(standing?.unit.id ?? account.unit.id);
  const [also, setAlso] = useState<readonly string[]>(standing?.also.map((it) => it.id) ?? []);
  const [document, setDocument] = useState('');
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(accountsApi.grant, (_, input) => onDone(`${account.name}的岗位是${roleLabels[input.role]}，即时生效。`));
  const errors = blank.length > 0 ? blank : refusalErrors(write.refusal, '');
  const errorOf = (name: string) => errorAt(errors, name);
  const send = () => {
    const missing = [...(role === '' ? [{ name: 'role', message: '请选择岗位' }] : []), ...(document.trim() === '' ? [{ name: 'document', message: '请写明授权依据的文件或通知' }] : [])];
    setBlank(missing);
    if (missing.length === 0 && role !== '') write.send({ account: account.id, role, unit, also: also.filter((it) => it !== unit), document });
  };
  return (
    <Drawer
      open
      title={standing ? `更改${account.name}的岗位` : `给${account.name}授权`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>{standing ? '更改岗位' : '授予岗位'}</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <SelectField name="role" label="岗位" placeholder="请选择岗位" value={role} onChange={(event) => setRole(event.target.value as Role | '')} choices={roles.map((it) => ({ value: it, label: roleLabels[it] }))} error={errorOf('role')} />
      <SelectField name="unit" label="单位" value={unit} onChange={(event) => setUnit(event.target.value)} choices={units.map((it) => ({ value: it.id, label: it.name }))} error={errorOf('unit')} />
      <AlsoUnits units={units.filter((it) => it.id !== unit)} chosen={also} onChange={setAlso} />
      <TextField name="document" label="依据文件" hint="任职文件、会议纪要或本单位的书面通知。" value={document} onChange={(event) => setDocument(event.target.value)} maxLength={64} error={errorOf('document')} />
      <p className="quiet">授权后{account.name}正在用的登录立即退出，重新登录后按新岗位工作。</p>
    </Drawer>
  );
}
