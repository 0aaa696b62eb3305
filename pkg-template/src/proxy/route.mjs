// @ts-check
// From a request to the operation that it asks for. The path is matched as it was sent and never decoded: what is
// encoded, doubled or ends in a slash is no operation.

import { ROUTES } from '../../generated/routes.mjs';
import { Refusal } from './refusal.mjs';

/** @typedef {import('../../generated/routes.mjs').Route} Route */

/**
 * What is asked for; `body` is as JSON.parse reads it.
 * @typedef {{ operation: string, ids: Record<string, string>, query: Record<string, string>, body?: unknown }} Call
 */

/**
 * What an id looks like. The group is the one way to write it, for ids are compared: `007` is 7.
 * @type {Record<Route['ids'][string], string>}
 */
const IDS = {
  number: '0*(0|[1-9]\\d{0,18})',
  uuid: '([\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12})',
  text: '((?!\\.{1,2}(?:/|$))[\\w.~-]+)',
};

/** @param {Route} route */
function patternOf({ path, ids }) {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, (_, name) => IDS[ids[name]])}$`);
}

/**
 * @param {import('./settings.mjs').Settings} settings
 */
export function matcher({ prefix, allow }) {
  const patterns = ROUTES.map((route) => ({ route, pattern: patternOf(route) }));

  /**
   * @param {Request} request
   * @returns {{ route: Route, call: Call }}
   */
  return function match({ method, url }) {
    const { pathname, searchParams } = new URL(url);
    if (!pathname.startsWith(`${prefix}/`))
      throw nowhere(`the path does not begin with its prefix, ${prefix}/`);
    const path = pathname.slice(prefix.length);
    const found = patterns.flatMap(({ route, pattern }) => {
      const ids = pattern.exec(path);
      return ids ? [{ route, ids: ids.slice(1) }] : [];
    });
    if (found.length === 0) throw nowhere('there is no operation at this path');
    const asked = found.find(({ route }) => route.method === method);
    if (!asked) {
      const methods = { allow: found.map(({ route }) => route.method).join(', ') };
      const message = 'there is no operation of this method at this path';
      throw new Refusal(405, 'proxy_method_not_allowed', message, undefined, methods);
    }
    const { route, ids } = asked;
    if (!allow.has(route.name))
      throw new Refusal(403, 'proxy_operation_not_allowed', `${route.name} is not among what it allows`);
    const names = Object.entries(route.ids);
    return {
      route,
      call: {
        operation: route.name,
        ids: Object.fromEntries(
          names.map(([name, kind], index) => [name, kind === 'uuid' ? ids[index].toLowerCase() : ids[index]]),
        ),
        query: queryOf(searchParams, route),
      },
    };
  };
}

/** @param {string} message */
const nowhere = (message) => new Refusal(404, 'proxy_no_such_operation', message);

/**
 * @param {URLSearchParams} given
 * @param {Route} route
 */
function queryOf(given, route) {
  const query = Object.fromEntries(given);
  for (const name of given.keys()) {
    const known = route.query.includes(name);
    if (!known || given.getAll(name).length > 1) {
      const message = `${route.name} takes ${route.query.join(', ') || 'nothing'} in its query, each once`;
      throw new Refusal(400, 'proxy_invalid_query', message);
    }
    // What is not UTF-8 was replaced by U+FFFD: Dixa would be asked something else.
    if (/[\0\ufffd]/.test(query[name]))
      throw new Refusal(400, 'proxy_invalid_query', `${name} in the query holds characters that are none`);
  }
  return query;
}
