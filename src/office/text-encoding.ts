import { isUtf8 } from 'node:buffer';
import { damaged } from './file-refusals.ts';

const PIECE_BYTES = 128 * 1024;
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * The text of a file in pieces. It is UTF-8 (with or without its mark) where all of it is valid UTF-8, else GB18030
 * (which holds GBK and GB2312); what is neither is `damaged`.
 */
export function* textPieces(bytes: Uint8Array): Generator<string> {
  const utf8 = isUtf8(bytes);
  if (!utf8 && UTF8_MARK.every((byte, place) => bytes[place] === byte)) throw damaged('CSV 的文字编码有误');
  const decoder = new TextDecoder(utf8 ? 'utf-8' : 'gb18030', { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield decoded(decoder, bytes.subarray(at, at + PIECE_BYTES));
  yield decoded(decoder);
}

/** The next piece of a text, or its end; `damaged` where the bytes are none in the decoder's encoding. */
export function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw damaged('文件的文字编码有误');
  }
}
