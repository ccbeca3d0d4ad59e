import { expect, type Page } from '@playwright/test';

/** A small PDF: evidence of whatever kind a page asks for. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n');

/** What is given to a milestone's form. */
export interface Given {
  /** By label: what is typed into a field or chosen of a list. */
  fields?: Readonly<Record<string, string>>;
  /** Kinds of evidence, as the form names them. */
  proofs?: readonly string[];
  day?: string;
  reason?: string;
}

/** Opens a milestone's form on a record's page where it is not the open one. */
export async function openGate(page: Page, label: string) {
  const form = page.getByRole('form', { name: `登记${label}`, exact: true });
  await page.getByRole('list', { name: '办理进程' }).waitFor();
  if (!(await form.isVisible())) await page.getByRole('button', { name: `登记${label}`, exact: true }).first().click();
  await expect(form).toBeVisible();
  return form;
}

/** Records a milestone: first refused for what it lacks, each of it named, then with what it asks for. */
export async function pass(page: Page, label: string, given: Given, lacks?: string | RegExp): Promise<void> {
  const form = await openGate(page, label);
  const send = form.getByRole('button', { name: `登记${label}`, exact: true });
  if (given.day) await form.getByLabel(`${label}日期`).fill(given.day);
  if (lacks !== undefined) {
    await send.click();
    await expect(form.getByRole('alert')).toContainText(lacks);
  }
  for (const [name, value] of Object.entries(given.fields ?? {})) {
    const control = form.getByLabel(name, { exact: true });
    if ((await control.evaluate((it) => it.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
  for (const name of given.proofs ?? []) {
    const picker = form.getByLabel(`佐证：${name}`);
    await picker.setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: PDF });
    await expect(picker).toHaveCount(0);
  }
  if (given.reason) await form.getByLabel(/补登的原因|情况说明/).fill(given.reason);
  await send.click();
  await expect(page.getByText(`已登记${label}。`)).toBeVisible();
}

/** A verdict on all that waits for it on a record's page. */
export async function judge(page: Page, path: string, act: string, said: { document?: string; reason?: string } = {}): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (said.reason) await dialog.getByLabel('原因或说明').fill(said.reason);
  if (said.document) await dialog.getByLabel('依据的文件或名单').fill(said.document);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(page.getByText(`已${act}：`)).toBeVisible();
}

/** A figure as the surface tells it: certified unless said otherwise. */
export async function figure(page: Page, measure: string, owner: string, window: string, standing: 'certified' | 'declared' = 'certified'): Promise<number> {
  const answer = await page.request.get(`/api/v1/figures/${measure}/${owner}/${window}?standing=${standing}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { value: number | null }).value ?? 0;
}

/** A parameter decided by two persons from a day on. */
export async function decide(proposer: Page, approver: Page, parameter: string, value: string | readonly string[], from: string): Promise<void> {
  const made = await proposer.request.post('/api/v1/decisions', { data: { parameter, value, from, document: '市联席会议纪要' } });
  expect(made.ok(), await made.text()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await expect(async () => {
    const shown = (await (await approver.request.get(`/api/v1/decisions/${id}`)).json()) as { preview: { at: string } | null };
    const answer = await approver.request.post(`/api/v1/decisions/${id}/approve`, { data: { seen: shown.preview?.at } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }).toPass();
}
