import { Refusal } from '../../kernel/refusal.ts';
import { ZipPackage } from '../../office/zip-package.ts';
import { evidenceTypes, type EvidenceType } from './terms.ts';

const MARKS: readonly (readonly [EvidenceType, string])[] = [['pdf', '255044462d'], ['jpg', 'ffd8ff'], ['png', '89504e470d0a1a0a']];
const ZIP = '504b0304';
/** The part that each kind of package has and no other. */
const PARTS: readonly (readonly [EvidenceType, string])[] = [['docx', 'word/document.xml'], ['xlsx', 'xl/workbook.xml'], ['ofd', 'ofd.xml']];

/**
 * What a piece of evidence is by its first bytes, and, of a package, by its parts; its name must say the same.
 * @throws Refusal 'bad-evidence'
 */
export async function evidenceType(name: string, bytes: Uint8Array): Promise<EvidenceType> {
  const type = MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? (startsWith(bytes, ZIP) ? await packageType(name, bytes) : undefined);
  if (type === undefined) throw noEvidence(name);
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  if (extension !== type) throw new Refusal('bad-evidence', `“${name}”的内容是 ${type} 文件，扩展名却不是。请改成“.${type}”后再上传。`);
  return type;
}

/** Says no to a file by its name and its first bytes, before the rest of it is read. @throws Refusal 'bad-evidence' */
export function judgeStart(name: string, start: Uint8Array): void {
  const known = start.length < 8 || startsWith(start, ZIP) || MARKS.some(([, mark]) => startsWith(start, mark));
  if (!known) throw noEvidence(name);
}

function noEvidence(name: string): Refusal {
  return new Refusal('bad-evidence', `“${name}”不是可以作佐证的文件。请上传${evidenceTypes.join('、')}格式的文件，扫描件请存成 PDF 或图片。`);
}

async function packageType(name: string, bytes: Uint8Array): Promise<EvidenceType | undefined> {
  const { names } = await ZipPackage.open(bytes).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('bad-evidence', `“${name}”打不开：文件损坏、加了密码或解压后过大。请重新存一份，或存成 PDF 后再上传。`);
  });
  if (names.some((it) => it.includes('vbaproject'))) throw new Refusal('bad-evidence', '文件带有宏，不能作佐证。请另存为不带宏的格式再上传。');
  return PARTS.find(([, part]) => names.includes(part))?.[0];
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
}
