import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { pageNames } from '../../functions/me/me.ts';
import { notPages, pages } from '../support/every-page.ts';
import { templatesOf } from './stacks.ts';

const functions = new URL('../../functions/', import.meta.url);
const Routes = z.object({ routes: z.array(z.object({ method: z.string(), path: z.string() })) });
const looked = new Set([...Object.values(pages).flat()].map(({ route }) => route));
const forgotten = (routes: readonly string[]) =>
  routes.filter((route) => !looked.has(route) && !(route in notPages)).toSorted();

it('looks at every page of the desk', async () => {
  const routes: string[] = [];
  for (const name of readdirSync(functions)) {
    for (const file of ['routes.ts', 'answer.ts']) {
      const url = new URL(`${name}/${file}`, functions);
      const found = existsSync(url) ? Routes.safeParse(await import(url.href)) : undefined;
      if (found?.success)
        routes.push(...found.data.routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])));
    }
  }
  expect(routes.length).toBeGreaterThan(30);
  expect(forgotten(routes)).toEqual([]);
});

it('looks at every page of the API that is not the desk’s, and at each that a participant has', () => {
  const keys = templatesOf('local')
    .all.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => String(Properties.RouteKey));
  const others = keys.filter((key) => /^(GET |\$default)/.test(key) && !/ \/desk(\/|$)/.test(key));
  const routes = others.map((key) => key.replace('GET ', ''));
  expect(routes.length).toBeGreaterThan(8);
  expect(forgotten(routes.filter((route) => route !== '/me/{token}/{page}'))).toEqual([]);
  const mine = pageNames.filter((name) => name !== '').map((name) => `/me/{token}/{page} ${name}`);
  expect(forgotten(mine)).toEqual([]);
});

it('answers HEAD wherever it answers GET: what stands before an inbox asks so whether a link leads anywhere', () => {
  const keys = templatesOf('local')
    .all.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => String(Properties.RouteKey));
  const paths = (verb: string) => keys.filter((key) => key.startsWith(`${verb} `)).map((key) => key.split(' ')[1]);
  expect(paths('HEAD')).toEqual(expect.arrayContaining(['/confirm/{token}', '/answer/{token}', '/desk', '/']));
  expect(paths('HEAD').toSorted()).toEqual(paths('GET').toSorted());
});
