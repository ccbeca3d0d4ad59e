import { createHash, createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';

/** What audit rows and seals are made with; held by the app's process, never by the database. */
export interface AuditKeys {
  /** The first 16 hex digits of the SHA-256 of the public key. */
  readonly id: string;
  /** For HMAC-SHA256 over each row. */
  readonly mac: KeyObject;
  /** Ed25519, for seals. */
  readonly signing: KeyObject;
  readonly checking: KeyObject;
}

const FILE = 'audit.json';

/** Fresh keys, as the text of a key file. */
export function makeAuditKeys(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signing = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return `${JSON.stringify({ mac: randomBytes(32).toString('base64'), signing }, undefined, 2)}\n`;
}

/** Reads the text of a key file. @throws where it is not one */
export function parseAuditKeys(text: string): AuditKeys {
  const { mac, signing } = JSON.parse(text) as { mac: string; signing: string };
  const secret = Buffer.from(mac, 'base64');
  if (secret.length !== 32) throw new Error('the mac key must have 32 bytes');
  const checking = createPublicKey(signing);
  const id = createHash('sha256').update(checking.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);
  return { id, mac: createSecretKey(secret), signing: createPrivateKey(signing), checking };
}

/**
 * The keys of a folder; made there (readable by their owner only) where there are none.
 * @param expected the id of the key that the database was sealed with; null where none ever was
 * @throws Refusal 'no-audit-keys', 'bad-audit-keys', 'other-audit-keys'
 */
export async function openAuditKeys(folder: string, expected: string | null): Promise<AuditKeys> {
  const place = join(folder, FILE);
  let text = await readText(place);
  if (text === undefined) {
    if (expected !== null) throw new Refusal('no-audit-keys', `没有找到审计密钥“${place}”，而数据库里的审计日志是用密钥封存的。请从备份中放回 keys 文件夹，或用 TANDEM_KEYS 指明它在哪里，再启动。`);
    await keepNew(folder, place);
    text = (await readText(place))!;
  }
  let keys: AuditKeys;
  try {
    keys = parseAuditKeys(text);
  } catch {
    throw new Refusal('bad-audit-keys', `审计密钥文件“${place}”读不出来。请从备份中放回这个文件，再启动。`);
  }
  if (expected !== null && keys.id !== expected) throw new Refusal('other-audit-keys', `审计密钥“${place}”不是封存这个数据库的那一把（需要 ${expected}，现为 ${keys.id}）。请从备份中放回 keys 文件夹，或用 TANDEM_KEYS 指明它在哪里，再启动。`);
  return keys;
}

async function readText(place: string): Promise<string | undefined> {
  return readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Whole or not at all, also where two processes start at once: the first one's keys stay. */
async function keepNew(folder: string, place: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${place}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(makeAuditKeys());
    await file.sync();
    await link(draft, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}
