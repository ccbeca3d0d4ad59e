import { expect, it, vi } from 'vitest';
import { refuseDefaultSecret } from './secret.ts';

it.each([
  'postgres://tandem:postgres@127.0.0.1/tandem',
  'postgres://tandem:PassWord@db.example/tandem',
  'postgres://tandem:123456@/tandem?host=/run/postgresql',
  'postgres://tandem:tandem@127.0.0.1:5432/tandem',
  'postgres://linshui:linshui@10.0.0.7/tandem',
  'postgres://owner:p%40ssw0rd@10.0.0.7/tandem',
  'postgres://owner@10.0.0.7/tandem',
  'postgresql://owner:@db.example/tandem',
])('refuses the default secret of %s', (url) => {
  expect(() => refuseDefaultSecret(url)).toThrow(/口令.*拒绝启动/);
});

it.each([
  'postgres://owner:9f1b6c2e77aa@10.0.0.7/tandem',
  'postgres://owner@127.0.0.1/tandem',
  'postgres://owner@[::1]/tandem',
  'postgres://owner@localhost/tandem',
  'postgres:///tandem?host=/run/postgresql',
  'postgres://owner@/tandem?host=/run/postgresql',
])('takes %s', (url) => {
  expect(() => refuseDefaultSecret(url)).not.toThrow();
});

it('looks at the password that the environment gives', () => {
  vi.stubEnv('PGPASSWORD', 'changeme');
  expect(() => refuseDefaultSecret('postgres://owner@10.0.0.7/tandem')).toThrow('默认口令');
  vi.stubEnv('PGPASSWORD', '9f1b6c2e77aa');
  expect(() => refuseDefaultSecret('postgres://owner@10.0.0.7/tandem')).not.toThrow();
  vi.unstubAllEnvs();
});
