import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from './api-client.ts';
import type { SentWrites } from './sent-writes.ts';

/** People at work: who they are, and how each of them writes until the platform is gone. */
export interface Writers {
  readonly park: ApiClient;
  readonly otherPark: ApiClient;
  readonly office: ApiClient;
  readonly manager: ApiClient;
}

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly fields: readonly { id: string; type: string }[];
  readonly actions: readonly { act: string; allowed: boolean }[];
}

/** Rows of an import that is carried out by the worker, and of one that is carried out at once. */
const LARGE = 1_100;
const SMALL = 25;

export async function enterWriters(url: string): Promise<Writers> {
  return {
    park: await ApiClient.enter(url, 'records:write', (it) => it.unit.id === 'jingkaiqu'),
    otherPark: await ApiClient.enter(url, 'records:write', (it) => it.unit.id === 'gaoxinqu'),
    office: await ApiClient.enter(url, 'verdicts:give', (it) => it.unit.id === 'rencaiban'),
    manager: await ApiClient.enter(url, 'accounts:manage'),
  };
}

/**
 * Everybody writes at once until `sent.dying`.
 * @param large whether the importer begins with an import of `LARGE` rows
 * @returns promises: of the end of all, and of the moment at which the first import is confirmed
 */
export function writeAll(writers: Writers, sent: SentWrites, large: boolean): { end: Promise<void>; confirming: Promise<void> } {
  const confirming = Promise.withResolvers<void>();
  const jobs = [
    until(sent, () => correct(writers.park, sent)),
    until(sent, () => correct(writers.otherPark, sent)),
    until(sent, () => judge(writers.office, sent)),
    until(sent, () => attach(writers.otherPark, sent)),
    until(sent, () => createAccount(writers.manager, sent)),
    importing(writers.park, sent, large, confirming.resolve),
  ];
  return { end: Promise.all(jobs).then(() => confirming.resolve()), confirming: confirming.promise };
}

/** Again and again; a connection that breaks ends it only where the platform is being killed. */
async function until(sent: SentWrites, work: () => Promise<void>): Promise<void> {
  while (!sent.dying) {
    try {
      await work();
    } catch (error) {
      if (!sent.dying) throw error;
    }
  }
}

/** A record that the client may write about: of its unit, or any where it is the talent office. */
export async function anyDossier(client: ApiClient, kind: string): Promise<Seen> {
  const { rows } = await client.get<{ rows: { id: string; unit: { id: string } | null }[] }>(`/registers/${kind}`);
  const own = rows.filter((it) => client.account.unit.id === 'rencaiban' || it.unit?.id === client.account.unit.id);
  return client.get<Seen>(`/dossiers/${own[Math.floor(Math.random() * own.length)]!.id}`);
}

/** Corrects one text of a record of its own: one fact. */
async function correct(client: ApiClient, sent: SentWrites): Promise<void> {
  const dossier = await anyDossier(client, 'project');
  const field = dossier.fields.find((it) => it.id === 'name') ?? dossier.fields.find((it) => it.type === 'text')!;
  for (let version = dossier.version, again = 0; again < 10 && !sent.dying; again++) {
    const { status } = await sent.send(client, 'correction', `/dossiers/${dossier.id}/corrections`, { id: dossier.id, version, fields: { [field.id]: `更正 ${crypto.randomUUID()}` }, reason: '核对后更正' });
    if (status !== 200) return;
    version++;
  }
}

async function judge(client: ApiClient, sent: SentWrites): Promise<void> {
  const { id, version, act } = await judgeable(client);
  await sent.send(client, 'verdict', `/dossiers/${id}/verdicts`, { id, version, act, reason: '材料不全' });
}

/** A talent on whom the office may give a verdict now. What is returned waits for its unit; these two acts can follow each other for ever. */
export async function judgeable(client: ApiClient): Promise<{ id: string; version: number; act: string }> {
  for (;;) {
    const { id, version, actions } = await anyDossier(client, 'talent');
    const found = actions.find((it) => it.allowed && ['not-count', 'certify'].includes(it.act));
    if (found) return { id, version, act: found.act };
  }
}

async function attach(client: ApiClient, sent: SentWrites): Promise<void> {
  const dossier = await anyDossier(client, 'project');
  await sent.send(client, 'evidence', `/dossiers/${dossier.id}/evidence`, pdf(crypto.randomUUID()));
  await sleep(20);
}

/** A piece of evidence. */
export function pdf(content: string): FormData {
  const form = new FormData();
  form.append('kind', '佐证');
  form.append('file', new Blob([`%PDF-1.4\n${content}\n`]), '佐证.pdf');
  return form;
}

async function createAccount(client: ApiClient, sent: SentWrites): Promise<void> {
  const name = crypto.randomUUID().slice(0, 8);
  await sent.send(client, 'account', '/accounts', newAccount(name));
  await sleep(50);
}

/** @param name makes the log-in its own */
export function newAccount(name: string): Record<string, string> {
  return { login: `clerk-${name}`, name: '某经办', unit: 'kejiju', post: '经办人' };
}

async function importing(client: ApiClient, sent: SentWrites, large: boolean, confirming: () => void): Promise<void> {
  let rows = large ? LARGE : SMALL;
  await until(sent, async () => {
    const { status, body } = await sent.send(client, 'preview', '/imports/files', activities(client.account.unit.name, rows));
    rows = SMALL;
    if (status !== 200) return;
    const { id } = body as { id: string };
    const confirmed = sent.send(client, 'confirmation', `/imports/${id}/confirm`, { id });
    confirming();
    await confirmed;
  });
}

/** A register of new activities that a unit held. */
export function activities(unit: string, count: number): FormData {
  const mark = crypto.randomUUID().slice(0, 8);
  const lines = Array.from({ length: count }, (_, i) => `${i + 1},${mark}-${i + 1},活动${i + 1},项目路演,${unit},,2026-0${1 + (i % 2)}-1${i % 10},线下,,认定`);
  const form = new FormData();
  form.append('file', new Blob([['序号,活动编号,活动名称,类型,主办单位,联办单位,举办日期,形式,高校院所,认定状态', ...lines].join('\n')]), '活动台账.csv');
  return form;
}
