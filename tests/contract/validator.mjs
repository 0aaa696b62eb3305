// @ts-check
// The contract's OpenAPI document as a judge of requests and answers. The validator is Ajv: nobody who
// wrote the client or the sandbox wrote it.

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const document = parse(readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8'));

const ajv = new Ajv2020.default({ strict: false, strictNumbers: true, allErrors: true, validateFormats: true });
addFormats.default(ajv);
/** @param {number} bits */
const integerOf = (bits) => ({
  type: /** @type {const} */ ('number'),
  // Of 64 bits as far as a double can tell.
  validate: (/** @type {number} */ value) => Number.isInteger(value) && value >= -(2 ** (bits - 1)) && value <= (bits === 64 ? 2 ** 63 : 2 ** (bits - 1) - 1),
});
ajv.addFormat('int64', integerOf(64));
ajv.addFormat('int32', integerOf(32));
ajv.addSchema({ $id: 'contract', ...document });

/** @param {any} node */
function resolved(node) {
  if (!node?.$ref) return node;
  return node.$ref.slice(2).split('/').reduce((/** @type {any} */ at, /** @type {string} */ name) => at[name.replaceAll('~1', '/')], document);
}

/**
 * @param {string[]} at
 */
function validatorAt(at) {
  const pointer = at.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.getSchema(`contract#/${pointer}`);
  if (!validate) throw new Error(`the contract has nothing at ${at.join(' ')}`);
  return validate;
}

/** What the contract calls its operations, with path and method. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(/** @type {Record<string, any>} */ (methods))
    .filter(([, operation]) => operation['x-sdk-name'])
    .map(([method, operation]) => ({ name: operation['x-sdk-name'], path, method, operation })),
);

/**
 * The operation that a request is of.
 * @param {string} method
 * @param {string} pathname
 */
function operationOf(method, pathname) {
  const fits = operations.filter((one) => {
    const pattern = new RegExp(`^${one.path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    return one.method === method.toLowerCase() && pattern.test(pathname);
  });
  return fits.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/**
 * @param {import('ajv').ValidateFunction} validate
 * @param {unknown} value
 * @param {string} what
 */
function judge(validate, value, what) {
  if (validate(value)) return;
  const said = (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message}`);
  throw new Error(`${what} is not as the contract says: ${said.join('; ')}\n${JSON.stringify(value).slice(0, 800)}`);
}

/**
 * Holds a request against the contract and gives its operation.
 * @param {{ method: string, url: URL, body: string | undefined }} request
 */
export function judgeRequest({ method, url, body }) {
  const found = operationOf(method, url.pathname);
  if (!found) throw new Error(`the contract knows no ${method} ${url.pathname}`);
  const { name, path, operation } = found;
  const template = path.split('/');
  const segments = url.pathname.split('/');
  for (const raw of operation.parameters ?? []) {
    const parameter = resolved(raw);
    const text = parameter.in === 'path' ? decodeURIComponent(segments[template.indexOf(`{${parameter.name}}`)] ?? '') : url.searchParams.get(parameter.name);
    if (text === null) {
      if (parameter.required) throw new Error(`${name} needs the query parameter ${parameter.name}`);
      continue;
    }
    const type = resolved(parameter.schema).type;
    const value = type === 'integer' || type === 'boolean' ? JSON.parse(text) : text;
    judge(ajv.compile({ $ref: undefined, ...scoped(parameter.schema) }), value, `${name}, parameter ${parameter.name}`);
  }
  const known = (operation.parameters ?? []).map(resolved).filter((/** @type {any} */ one) => one.in === 'query').map((/** @type {any} */ one) => one.name);
  for (const key of url.searchParams.keys()) {
    if (!known.includes(key)) throw new Error(`${name} has no query parameter ${key}`);
  }
  const content = resolved(operation.requestBody);
  if (body === undefined) {
    if (content?.required) throw new Error(`${name} needs a body`);
  } else {
    if (!content) throw new Error(`${name} takes no body`);
    judge(validatorAt(['paths', path, found.method, 'requestBody', 'content', 'application/json', 'schema']), JSON.parse(body), `the request of ${name}`);
  }
  return found;
}

/**
 * A schema that may refer to the document's.
 * @param {any} schema
 */
function scoped(schema) {
  const { $ref, ...rest } = schema;
  return $ref ? { ...rest, $ref: `contract${$ref}` } : rest;
}

/**
 * Holds an answer against the contract.
 * @param {ReturnType<typeof judgeRequest>} found
 * @param {number} status
 * @param {string} body
 */
export function judgeAnswer({ name, path, method, operation }, status, body) {
  const response = operation.responses[status];
  if (!response) throw new Error(`the contract has no ${status} for ${name}`);
  const content = resolved(response).content;
  if (!content) {
    if (body !== '') throw new Error(`${name} answers ${status} without a body`);
    return;
  }
  const at = response.$ref ? response.$ref.slice(2).split('/') : ['paths', path, method, 'responses', String(status)];
  judge(validatorAt([...at, 'content', 'application/json', 'schema']), JSON.parse(body), `the answer of ${name} (${status})`);
}
