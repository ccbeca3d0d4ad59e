import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { commands } from '../commands/all.ts';
import type { CommandInput } from '../commands/command.ts';
import type { Serving } from './request-context.ts';

/** Commands of this machine, run by the server that has the data folder open. Only who can read the folder knows the secret. */
export function commandRoutes(app: FastifyInstance, serving: Serving, secret: string): void {
  app.post<{ Params: { name: string } }>('/local/commands/:name', { bodyLimit: 512 * 1024 * 1024 }, async (request) => {
    const shown = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${secret}`);
    const command = commands[request.params.name];
    if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted) || !command) throw new Refusal('not-found', '没有这个地址。');
    const input: { words: string[]; options: CommandInput['options']; files: { name: string; bytes: Uint8Array }[] } = { words: [], options: {}, files: [] };
    for await (const part of request.parts({ limits: { files: 100, fileSize: 64 * 1024 * 1024 } })) {
      if (part.type === 'file') input.files.push({ name: part.filename, bytes: await part.toBuffer() });
      else Object.assign(input, JSON.parse(String(part.value)));
    }
    const { text, files, exit } = await command(serving.platform, input);
    return { text, exit: exit ?? 0, files: Object.fromEntries(Object.entries(files ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])) };
  });
}
