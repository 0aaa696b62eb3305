// @ts-check
// What the printed declarations say of the operations: signature, documentation, the fields of what they take.
// They are read with TypeScript's own parser, so nothing about an operation is written a second time.

import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** @typedef {{ name: string, type: string, required: boolean, docs: string }} Field */
/**
 * @typedef {{
 *   name: string, about: string, method: string, path: string, replay: string, paged: boolean,
 *   successor: string | undefined, signature: string, result: string,
 *   parameters: (Field & { fields: Field[] })[],
 * }} Operation
 */

/** @param {string} file */
const read = (file) => {
  const text = readFileSync(new URL(`../../pkg-template/${file}`, import.meta.url), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements;
};

/** Everything that the client's entry declares, by name. @type {Map<string, ts.Statement>} */
const declared = new Map();
for (const statement of [...read('types/shell.d.ts'), ...read('generated/client.d.ts')]) {
  if ('name' in statement && statement.name) {
    declared.set(/** @type {ts.Identifier} */ (statement.name).text, statement);
  }
}

/** The names of all of it. */
export const TYPES = new Set(declared.keys());

/** @param {ts.Node} node */
function documentation(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  return (comment && ts.isJSDoc(comment) && ts.getTextOfJSDocComment(comment.comment)) || '';
}

/** @param {ts.PropertySignature | ts.ParameterDeclaration} node @returns {Field} */
function field(node) {
  return {
    name: node.name.getText(),
    type: (node.type?.getText() ?? '').replace(/ \| undefined$/, ''),
    required: !node.questionToken,
    docs: documentation(node).replace(/\s*\n\s*/g, ' '),
  };
}

/** The fields of an interface; none of what is no interface. @param {string} name */
function fields(name) {
  const statement = declared.get(name);
  if (!statement || !ts.isInterfaceDeclaration(statement)) return [];
  return statement.members.filter(ts.isPropertySignature).map(field);
}

/** @param {ts.MethodDeclaration} method @returns {Operation | undefined} */
function operation(method) {
  const [about = '', call = '', replay = ''] = documentation(method).split('\n\n');
  const request = /^`([A-Z]+) (\/\S+)`$/.exec(call);
  if (!request) return undefined;
  const [again = '', paging] = replay.split('\n');
  const tag = ts.getJSDocDeprecatedTag(method);
  return {
    name: method.name.getText(),
    about,
    method: request[1] ?? '',
    path: request[2] ?? '',
    replay: again,
    paged: paging !== undefined,
    successor: tag && /`(\w+)`/.exec(ts.getTextOfJSDocComment(tag.comment) ?? '')?.[1],
    signature: method.getText().replace(/;$/, ''),
    result: method.type?.getText() ?? '',
    parameters: method.parameters.map((parameter) => {
      const one = field(parameter);
      return { ...one, fields: one.type === 'RequestOptions' ? [] : fields(one.type) };
    }),
  };
}

const client = declared.get('ConversationsClient');
if (!client || !ts.isClassDeclaration(client)) throw new Error('client.d.ts declares no ConversationsClient');

/** All operations, in the order of the declarations. `request` is none. */
export const DECLARED = client.members.filter(ts.isMethodDeclaration).flatMap((one) => operation(one) ?? []);
