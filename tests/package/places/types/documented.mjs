// Documentation: that nothing which has a name lacks it, and that an editor shows it where it is asked.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checker, exported, files, ts } from './declarations.mjs';

const text = (symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();

/** Exports and members, those of types without a name too, that have no documentation. */
export function undocumented() {
  const bare = [...exported.values()].filter((symbol) => text(symbol) === '').map(({ name }) => name);
  const visit = (node, where) => {
    const name = node.name?.getText();
    const here = name ? [...where, name] : where;
    if (isMember(node) && text(checker.getSymbolAtLocation(node.name)) === '') bare.push(here.join('.'));
    node.forEachChild((child) => visit(child, here));
  };
  for (const file of files) visit(file, []);
  return bare;
}

const isMember = (node) =>
  ts.isPropertySignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isMethodSignature(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessor(node);

/**
 * What an editor shows over each place of `hover.mts` that a comment `//    ^ text` points at.
 * @returns {{ name: string, expected: string, shown: string }[]}
 */
export function hovers() {
  const file = fileURLToPath(new URL('hover.mts', import.meta.url));
  const content = readFileSync(file, 'utf8');
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const read = ts.sys.readFile(name);
      return read === undefined ? undefined : ts.ScriptSnapshot.fromString(read);
    },
    getCurrentDirectory: () => path.dirname(file),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  const lines = content.split('\n');
  return lines.flatMap((line, index) => {
    const pointer = /^( *\/\/ *)\^ (.+)$/.exec(line);
    if (!pointer) return [];
    let above = index - 1;
    while (/^ *\/\/ *\^/.test(lines[above])) above--;
    const column = pointer[1].length;
    const position = lines.slice(0, above).join('\n').length + (above === 0 ? 0 : 1) + column;
    const hovered = service.getQuickInfoAtPosition(file, position);
    const name = /\w+/.exec(lines[above].slice(column))?.[0] ?? '';
    const shown = ts.displayPartsToString(hovered?.documentation ?? []);
    return [{ name: `line ${above + 1}, ${name}`, expected: pointer[2], shown }];
  });
}
