import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { pack as packSchema, type Pack } from './format/pack.ts';

/** One YAML file of a pack: its path inside the folder and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** Something wrong with a pack, where a person finds it. Lines count from 1; 0 where no line is known. */
export interface PackFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

type Place = readonly PropertyKey[];

/** Knows in which file and line a place of the joined pack stands. */
export interface Places {
  at(place: Place): { file: string; line: number };
}

/**
 * Joins the files of a pack and checks them against the format.
 * @returns the pack, absent where the format is broken; every fault with its file and line
 */
export function readPack(files: readonly PackFile[]): { pack?: Pack; faults: PackFault[]; places: Places } {
  const faults: PackFault[] = [];
  const joined: Record<string, unknown> = {};
  const origins = new Map<string, Origin>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) join(file, joined, origins, faults);
  const places: Places = { at: (place) => locate(place, origins) };
  if (faults.length > 0) return { faults, places };
  const parsed = packSchema.safeParse(joined);
  if (parsed.success) return { pack: parsed.data, faults, places };
  for (const { path, message } of flatten(parsed.error.issues)) faults.push({ ...places.at(path), message: `${path.map(String).join('.') || '包'}：${message}` });
  return { faults, places };
}

/** Where a key, or an element of a joined list, came from. */
interface Origin {
  readonly file: string;
  readonly lines: LineCounter;
  readonly key: Node;
  readonly node: Node;
}

function join(file: PackFile, joined: Record<string, unknown>, origins: Map<string, Origin>, faults: PackFault[]): void {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  for (const error of document.errors) faults.push({ file: file.path, line: error.linePos?.[0].line ?? 0, message: `YAML 写法有误：${error.message.split('\n')[0]}` });
  if (document.errors.length > 0 || document.contents === null) return;
  if (!isMap(document.contents)) {
    faults.push({ file: file.path, line: 1, message: '文件的最外层应是“键: 值”' });
    return;
  }
  for (const { key, value } of document.contents.items) {
    const name = String(isScalar(key) ? key.value : key);
    const held = joined[name];
    const origin: Origin = { file: file.path, lines, key: key as Node, node: (value ?? key) as Node };
    const content = contentOf(document, value as Node | null, (message) => faults.push({ file: file.path, line: lineOf(origin), message }));
    if (Array.isArray(content) && (held === undefined || Array.isArray(held))) {
      const list = held ?? [];
      const nodes = (value as unknown as { items?: Node[] }).items;
      content.forEach((_, index) => origins.set(`${name}.${list.length + index}`, { ...origin, node: nodes?.[index] ?? origin.node }));
      joined[name] = [...list, ...content];
    } else if (held !== undefined) {
      faults.push({ file: file.path, line: lineOf(origin), message: `“${name}”已在另一个文件里写过` });
    } else {
      joined[name] = content;
    }
    if (!origins.has(name)) origins.set(name, origin);
  }
}

/** An alias (`*name`) without its anchor is found only when the content is taken. */
function contentOf(document: Document, value: Node | null, fault: (message: string) => void): unknown {
  try {
    return value?.toJS(document) as unknown;
  } catch (error) {
    fault(`YAML 写法有误：${(error as Error).message}（以 * 开头的文字要加引号）`);
    return undefined;
  }
}

function lineOf({ lines, node }: Origin): number {
  return node.range ? lines.linePos(node.range[0]).line : 0;
}

function locate(place: Place, origins: Map<string, Origin>): { file: string; line: number } {
  const [first, second, ...rest] = place;
  const element = origins.get(`${String(first)}.${String(second)}`);
  const origin = element ?? origins.get(String(first));
  if (!origin) return { file: '（整个包）', line: 0 };
  if (second === undefined) return { file: origin.file, line: lineOf({ ...origin, node: origin.key }) };
  let node: Node = origin.node;
  for (const key of element ? rest : [second, ...rest]) {
    const next = (node as unknown as { get?: (key: unknown, keep: boolean) => Node | undefined }).get?.(key, true);
    if (!next?.range) break;
    node = next;
  }
  return { file: origin.file, line: lineOf({ ...origin, node }) };
}

type Issue = z.core.$ZodIssue;

/** Of a choice between shapes, the complaints about the shape that fits best. */
function flatten(issues: readonly Issue[], base: Place = []): { path: Place; message: string }[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') {
      const ranked = issue.errors.map((it) => flatten(it, path)).sort((a, b) => score(b) - score(a));
      return ranked[0] ?? [{ path, message: '写法不符合格式' }];
    }
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], message: `${UNKNOWN}：${key}` }));
    return [{ path, message: inChinese(issue) }];
  });
}

const UNKNOWN = '没有这样的字段';

/** The deeper the complaint, the further the shape fitted; unknown fields say that it is another shape. */
function score(found: { path: Place; message: string }[]): number {
  const unknown = found.filter((it) => it.message.startsWith(UNKNOWN));
  const depth = Math.max(...found.map((it) => (unknown.includes(it) ? it.path.length - 1 : it.path.length)));
  return depth * 10 - found.length - unknown.length * 5;
}

function inChinese(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined') ? '缺少这一项' : `类型不对，应为 ${issue.expected}`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'too_small':
      // A complaint of our own says more than this one.
      return /\p{Script=Han}/u.test(issue.message) ? issue.message : '不能为空，或数值太小';
    default:
      return issue.message;
  }
}
