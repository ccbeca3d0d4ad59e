import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';

/** The largest form that is read: ten files of 20 MB. */
export const LARGEST_FORM = 10 * 20 * 1024 * 1024;
/** So much of forms is held at once, in all: what a small server has to spare. */
const MOST = 3 * LARGEST_FORM;

/** How much of what people upload is held in memory now. */
export class Uploads {
  #held = 0;

  /** Whether nothing is under way. */
  get idle(): boolean {
    return this.#held === 0;
  }

  /** Reads a form and works on it, where there is room for as much as it announces. @throws Refusal 'busy' before any of it is read */
  async hold<T>(request: Pick<FastifyRequest, 'headers'>, work: () => Promise<T>): Promise<T> {
    const size = Math.min(Number(request.headers['content-length'] ?? LARGEST_FORM) || 0, LARGEST_FORM);
    if (this.#held + size > MOST) throw new Refusal('busy', '现在上传的人太多，请半分钟后再传一次，已填的内容不会丢失。');
    this.#held += size;
    try {
      return await work();
    } finally {
      this.#held -= size;
    }
  }
}
