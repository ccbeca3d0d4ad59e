import { traverseContractProcedures } from '@orpc/server';
import type { FastifyRequest } from 'fastify';
import { contract } from '../contract.ts';

/** Calls of the surface by the path of `/rpc`, and the templates of `/api/v1`. */
const calls = new Set<string>();
const templates: { method: string; path: RegExp; template: string }[] = [];

traverseContractProcedures({ router: contract, path: [] }, ({ contract: one, path }) => {
  calls.add(`/rpc/${path.join('/')}`);
  const { route } = one['~orpc'];
  const template = `/api/v1${route.path!}`;
  templates.push({ method: route.method!, template, path: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')}$`) });
});

/** A request's route without anything that somebody wrote: `/api/v1/dossiers/{id}`, never the id; what is no route is `other`. */
export function routeLabel({ method, url, routeOptions }: Pick<FastifyRequest, 'method' | 'url' | 'routeOptions'>): string {
  const path = url.split('?')[0]!;
  const known = routeOptions.url;
  if (known !== undefined && !known.endsWith('*')) return known;
  if (calls.has(path)) return path;
  return templates.find((it) => it.method === method && it.path.test(path))?.template ?? 'other';
}
