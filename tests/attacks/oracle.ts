import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenApiDocument } from '../../src/app/http/openapi.ts';
import type { Route } from './requests.ts';
import type { Answer, Sent } from './send.ts';

/** Words of the database, of the run time and of our own files, which no answer may show. */
const LEAK = /syntax error|relation "|column "|invalid input|invalid byte|duplicate key|violates |pg_catalog|tandem_app|unterminated|\bselect\b.+\bfrom\b|\bat .+\.ts:\d|node_modules|ECONN|\bError:|stack/i;
const SENTENCE = /\p{Script=Han}{2}/u;
const KEEPS_OUT = /^[1-4]\d\d$/;

/** Judges answers by the document: what is wrong with one, in words; nothing where it is as it should be. */
export class Oracle {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #served: OpenApiDocument;

  constructor(document: OpenApiDocument) {
    formats.default(this.#ajv);
    this.#served = document;
    this.#ajv.addSchema({ $id: 'document', components: closed(document.components), paths: closed(document.paths) });
  }

  /** @param route the one that was meant; what was changed about its path or method may have led elsewhere */
  complaints(route: Route, sent: Sent, answer: Answer): string[] {
    if (answer.status >= 500) return [`answers ${answer.status}`];
    if (answer.status >= 400) return this.#refused(answer);
    if (!KEEPS_OUT.test(String(answer.status))) return [`answers ${answer.status}`];
    if (!this.#isItself(route, sent) || answer.json === undefined) return [];
    const pointer = `/paths/${escaped(route.path)}/${route.method.toLowerCase()}/responses/${answer.status}/content/application~1json/schema`;
    return this.#fits(pointer, answer.json);
  }

  #refused(answer: Answer): string[] {
    const said = (answer.json as { message?: unknown } | undefined)?.message;
    return [
      ...this.#fits('/components/schemas/Refusal', answer.json),
      ...(typeof said === 'string' && SENTENCE.test(said) ? [] : ['refuses without a Chinese sentence']),
      ...(LEAK.test(spoken(answer.json)) ? ['shows what is inside'] : []),
    ];
  }

  #fits(pointer: string, value: unknown): string[] {
    const validate = this.#ajv.getSchema(`document#${pointer}`);
    if (!validate) return [`has no schema at ${pointer}`];
    return validate(value) ? [] : (validate.errors ?? []).map((it) => `does not fit its schema: ${it.instancePath} ${it.message ?? ''} ${JSON.stringify(it.params)}`);
  }

  #isItself(route: Route, { method, path }: Sent): boolean {
    const pattern = new RegExp(`^/api/v1${route.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`);
    const exact = Object.keys(this.#served.paths).some((it) => it !== route.path && path.split('?')[0] === `/api/v1${it}`);
    return method === route.method && pattern.test(path) && !exact;
  }
}

/** What a refusal says: without what it repeats of the input, in quotation marks or as the path to a field. */
function spoken(refusal: unknown): string {
  return JSON.stringify(refusal, (key, value: unknown) => (key === 'path' ? undefined : typeof value === 'string' ? value.replace(/“.*?”/gsu, '') : value)) ?? '';
}

function escaped(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Objects have the fields that are named and no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const open = Object.fromEntries(Object.entries(value).map(([key, it]) => [key, closed(it)]));
  return open['type'] === 'object' && open['properties'] && open['additionalProperties'] === undefined ? { ...open, additionalProperties: false } : open;
}
