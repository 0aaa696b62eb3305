// How the module is loaded. Each case has an instance of the package, and a WebAssembly, of its own; the place
// that runs it sees to that.

import { TOKEN, each, same, thrown } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const WASM = 'node_modules/dixa-conversations/dist/dixa_bg.wasm';

/** What was compiled, and what was instantiated. */
const compiled = [];
const instances = [];

/** Has everything that compiles or instantiates noted. */
function watch() {
  for (const [name, list] of Object.entries({ Module: compiled, Instance: instances })) {
    const Original = WebAssembly[name];
    WebAssembly[name] = function (source, ...more) {
      list.push(source);
      return new Original(source, ...more);
    };
  }
  for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
    WebAssembly[name] = () => {
      throw new Error(`WebAssembly.${name} is not counted`);
    };
  }
}

const client = (env, isPage) =>
  new dixa.ConversationsClient({
    token: TOKEN,
    baseUrl: `${env.session}/dixa`,
    rateLimit: false,
    logger: null,
    ...(isPage && { dangerouslyAllowBrowser: true }),
  });

/** Calls work: one that answers, and one that is refused. */
async function callsWork(env, isPage) {
  same((await client(env, isPage).getConversation(10_001)).id, 10_001, 'the conversation');
  const error = await thrown(client(env, isPage).getConversation(1));
  same([error.name, error.outcome], ['NotFoundError', 'rejected'], 'what is not there');
}

/** The error says that nothing was sent, and why. */
async function failsToLoad(promise, { code = 'load_failed', message }) {
  const error = await thrown(promise);
  same(error instanceof dixa.RuntimeUnsupportedError, true, `a RuntimeUnsupportedError: ${error.stack}`);
  same([error.code, error.outcome, error.attempts], [code, 'not_sent', 0], 'the facts');
  same(message.test(error.message), true, `${message} in: ${error.message}`);
  same(/Content-Security-Policy/.test(error.message), false, `another cure in: ${error.message}`);
}

const bytesOf = async (files) => new Uint8Array(await (await fetch(`${files}/${WASM}`)).arrayBuffer());

/** What preload can be given, and what is compiled of it. */
const SOURCES = {
  nothing: () => [[], (source) => source instanceof Uint8Array],
  bytes: async (files) => {
    const bytes = await bytesOf(files);
    return [[bytes], (source) => source === bytes];
  },
  'bytes that begin later in their buffer': async (files) => {
    const bytes = await bytesOf(files);
    const later = new Uint8Array(bytes.length + 8).subarray(8);
    later.set(bytes);
    return [[later], (source) => source === later];
  },
  'an ArrayBuffer': async (files) => {
    const { buffer } = await bytesOf(files);
    return [[buffer], (source) => source === buffer];
  },
  'a compiled module': async (files) => [[await WebAssembly.compile(await bytesOf(files))]],
  'a URL as string': (files) => [[`${files}/${WASM}`], (source) => source instanceof ArrayBuffer],
  'a URL': (files) => [[new URL(`${files}/${WASM}`)], (source) => source instanceof ArrayBuffer],
  'a response': async (files) => [
    [await fetch(`${files}/${WASM}`)],
    (source) => source instanceof ArrayBuffer,
  ],
  'a promise of a response': (files) => [
    [fetch(`${files}/${WASM}`)],
    (source) => source instanceof ArrayBuffer,
  ],
};

/** What preload cannot be given, and what the error says. Engines say it in their own words. */
const MISFITS = {
  'an answer with status 404': {
    source: (files) => fetch(`${files}/nothing.wasm`),
    message: /status is 404/,
  },
  'the URL of nothing': { source: (files) => `${files}/nothing.wasm`, message: /status is 404/ },
  'an address where nobody listens': { source: (_, env) => env.refused, message: /fetch|network|load/i },
  'a URL that is none': { source: () => 'http://', message: /url/i },
  'a promise that is rejected': { source: () => Promise.reject(new Error('too late')), message: /too late/ },
  'an HTML page': { source: (files) => fetch(`${files}/page.html`), message: /magic|start with/ },
  'bytes that are no module': { source: () => new Uint8Array(100), message: /magic|start with/ },
  'half a module': {
    source: async (files) => (await bytesOf(files)).subarray(0, 10_000),
    message: /length|bounds|end|size|parse/,
  },
  'a module of something else': {
    source: () => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
    message: /function/,
  },
  'a number': { source: () => 7, message: /WebAssembly cannot be loaded: .*(buffer|argument)/i },
  null: { source: () => null, message: /WebAssembly cannot be loaded: .*(buffer|argument)/i },
};

/** Makes a constructor of WebAssembly fail once. */
function failOnce(name) {
  const Original = WebAssembly[name];
  WebAssembly[name] = function () {
    WebAssembly[name] = Original;
    throw new Error('out of memory');
  };
}

export const CASES = {
  'many clients that call at once load one module': async (files, env, isPage) => {
    watch();
    const ids = Array.from({ length: 20 }, (_, index) => 10_001 + index);
    const conversations = await Promise.all(ids.map((id) => client(env, isPage).getConversation(id)));
    same(
      conversations.map(({ id }) => id),
      ids,
      'the conversations',
    );
    await callsWork(env, isPage);
    await Promise.all([dixa.preload(), dixa.preload(`${files}/${WASM}`)]);
    same([compiled.length, instances.length], [1, 1], 'how often it was compiled and instantiated');
  },
  'calls and preload at once load one module': async (files, env, isPage) => {
    watch();
    const call = () => client(env, isPage).listTags(10_001);
    await Promise.all([call(), dixa.preload(), call(), dixa.preload()]);
    same([compiled.length, instances.length], [1, 1], 'how often it was compiled and instantiated');
    await callsWork(env, isPage);
  },
  ...Object.fromEntries(
    ['Module', 'Instance'].map((name) => [
      `a WebAssembly.${name} that fails is tried again by the next call`,
      async (files, env, isPage) => {
        failOnce(name);
        const message = /^WebAssembly cannot be loaded: out of memory$/;
        await failsToLoad(client(env, isPage).closeConversation(10_001), { message });
        const seen = await (await fetch(`${env.session}/seen`)).json();
        same(seen.filter((request) => request.endsWith('/close')).length, 0, 'requests that arrived');
        await callsWork(env, isPage);
      },
    ]),
  ),
  'a runtime without WebAssembly is told as such': async (files, env, isPage) => {
    const kept = globalThis.WebAssembly;
    delete globalThis.WebAssembly;
    const facts = { code: 'wasm_blocked', message: /^WebAssembly cannot run here; this runtime has none$/ };
    await failsToLoad(client(env, isPage).closeConversation(10_001), facts);
    await failsToLoad(dixa.preload(), facts);
    globalThis.WebAssembly = kept;
    await callsWork(env, isPage);
  },
  ...Object.fromEntries(
    Object.entries(SOURCES).map(([what, make]) => [
      `preload takes ${what}`,
      async (files, env, isPage) => {
        const [given, isIt] = await make(files);
        watch();
        await dixa.preload(...given);
        same([compiled.length, instances.length], [isIt ? 1 : 0, 1], 'what was compiled, and instantiated');
        if (isIt) same(isIt(compiled[0]), true, 'it is what was given that was compiled');
        else same(instances[0] === given[0], true, 'it is what was given that was instantiated');
        await callsWork(env, isPage);
        same([compiled.length, instances.length], [isIt ? 1 : 0, 1], 'the same, after calls');
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MISFITS).map(([what, { source, message }]) => [
      `preload refuses ${what}, and the next call works`,
      async (files, env, isPage) => {
        await failsToLoad(dixa.preload(source(files, env)), { message });
        await callsWork(env, isPage);
      },
    ]),
  ),
};

/** @param {string} name @param {string} files where the project's files are served */
export async function run(name, files, env, isPage) {
  // Node's fetch compiles a module of its own at first.
  await fetch(`${files}/page.html`);
  return each({ [name]: () => CASES[name](files, env, isPage) });
}
