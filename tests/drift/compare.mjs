// @ts-check
// What of a document of the API is not as the crate's operations and models say. A model is compared once with
// each schema that stands where the model does, and its findings carry the model's name. Not here: what is
// known to differ (`known.mjs`).

/**
 * @typedef {import('./document.mjs').Document} Document
 * @typedef {import('./document.mjs').Schema} Schema
 * @typedef {import('./document.mjs').Operation} Documented
 * @typedef {{ is: string, of?: any, name?: string, values?: string[], fields?: Record<string, Shape>, kinds?: Record<string, Shape>, uuidKeys?: boolean }} Shape
 * @typedef {object} Declared
 * @property {string} name
 * @property {string} method
 * @property {string} path
 * @property {boolean} deprecated
 * @property {{ name: string, shape: Shape }[]} ids
 * @property {Shape | null} query
 * @property {{ shape: Shape, required: boolean } | null} body
 * @property {Shape | null} answer
 * @property {boolean} paged
 * @property {string | null} neverSent
 * @typedef {{ operations: Declared[], models: Record<string, Shape> }} Crate
 * @typedef {{ at: string, what: string }} Finding `+` is only in the document, `-` only in the crate, `~` differs
 */

/**
 * @param {Crate} crate
 * @param {Document} document
 * @returns {Finding[]}
 */
export function compare(crate, document) {
  return new Comparison(crate, document).run();
}

class Comparison {
  /** @type {Map<string, Finding>} */
  #findings = new Map();
  /** The schemas that a model has been compared with. @type {Map<string, Set<Schema>>} */
  #done = new Map();

  /** @param {Crate} crate @param {Document} document */
  constructor(crate, document) {
    this.crate = crate;
    this.document = document;
  }

  run() {
    const documented = new Map(this.document.operations().map((one) => [placeOf(one), one]));
    for (const declared of this.crate.operations) {
      const found = documented.get(placeOf(declared));
      documented.delete(placeOf(declared));
      if (found) this.#operation(declared, found);
      else this.#find(declared.name, `- ${declared.method} ${declared.path} is gone`);
    }
    for (const { method, path } of documented.values()) this.#find(`${method} ${path}`, '+ a new operation');
    return [...this.#findings.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** @param {string} at @param {string} what */
  #find(at, what) {
    this.#findings.set(`${at}\n${what}`, { at, what });
  }

  /** @param {Declared} declared @param {Documented} found */
  #operation(declared, found) {
    const { name } = declared;
    if (declared.deprecated !== found.deprecated)
      this.#find(name, found.deprecated ? '~ is deprecated' : '~ is no longer deprecated');
    this.#parameters(declared, found);
    this.#body(declared, found);
    this.#answer(declared, found);
  }

  /** @param {Declared} declared @param {Documented} found */
  #parameters({ name, ids, query }, { path, parameters }) {
    // An id may have another name: only its place counts.
    const placed = [...path.matchAll(/\{(\w+)\}/g)].map(([, id]) =>
      parameters.find((one) => one.in === 'path' && one.name === id),
    );
    for (const [index, { name: id, shape }] of ids.entries()) {
      const parameter = placed[index];
      if (parameter) this.#same(`${name}(${id})`, shape, parameter.schema, 'request');
    }
    const fields = /** @type {Record<string, Shape>} */ (query ? this.#whole(query).fields : {});
    const asked = parameters.filter((one) => one.in !== 'path');
    const members = asked.map((one) => /** @type {const} */ ([one.name, one]));
    this.#fields(`${name}(query)`, fields, new Map(members), 'request', []);
  }

  /** @param {Declared} declared @param {Documented} found */
  #body({ name, body }, { body: found }) {
    const at = `${name}(body)`;
    if (!body && !found) return;
    if (!body) return this.#find(at, '+ takes a body');
    if (!found?.schema) return this.#find(at, '- takes no body');
    if (body.required !== found.required)
      this.#find(at, found.required ? '~ must be given' : '~ may be left out');
    this.#same(at, body.shape, found.schema, 'request');
  }

  /** @param {Declared} declared @param {Documented} found */
  #answer({ name, answer, paged, neverSent }, { answer: schema }) {
    const at = `${name}(answer)`;
    if (!answer && !schema) return;
    if (!answer) return this.#find(at, '+ has a body');
    if (!schema) return this.#find(at, '- has no body');
    const envelope = this.document.told(schema);
    const fields = envelope.is === 'object' ? envelope.fields : new Map();
    const data = fields.get('data');
    if (!data) return this.#find(at, '- has no `data`');
    for (const member of fields.keys()) {
      if (member !== 'data' && !(paged && member === 'meta'))
        this.#find(at, `+ has \`${member}\` beside \`data\``);
    }
    if (paged && !fields.has('meta')) this.#find(at, '- has no pages any more');
    this.#same(at, answer, data.schema, 'answer', neverSent ? [neverSent] : []);
  }

  /** A shape behind its name. @param {Shape} shape @returns {Shape} */
  #whole(shape) {
    return shape.is === 'model' ? this.crate.models[/** @type {string} */ (shape.name)] : shape;
  }

  /**
   * @param {string} at
   * @param {Shape} shape
   * @param {Schema} schema
   * @param {'request' | 'answer'} way
   * @param {string[]} [lacking] fields of the model that are not sent here
   * @returns {void}
   */
  #same(at, shape, schema, way, lacking = []) {
    if (shape.is === 'optional' || shape.is === 'nullable')
      return this.#same(at, shape.of, schema, way, lacking);
    const model = this.#whole(shape);
    if (model.is === 'anything') return;
    const place = shape.is === 'model' ? /** @type {string} */ (shape.name) : at;
    if (shape.is === 'model' && this.#known(`${place} ${way} ${lacking}`, schema)) return;
    const told = this.document.told(schema);
    if (!fits(model, told)) return this.#find(at, `~ is ${said(told)}, not ${said(model)}`);
    if (told.is === 'enum') return this.#listed(place, 'value', model.values ?? [], told.values);
    if (told.is === 'list' || told.is === 'map') {
      const inner = told.is === 'list' ? '[]' : '[*]';
      const isNullable = this.document.isNullable(told.of);
      if ((model.of.is === 'nullable') !== isNullable)
        this.#find(at + inner, isNullable ? '~ may be null' : '~ may not be null');
      return this.#same(at + inner, model.of, told.of, way, lacking);
    }
    if (told.is === 'object') return this.#fields(place, model.fields ?? {}, told.fields, way, lacking);
    if (told.is === 'choice') return this.#choice(place, model.of, told.of, way);
    if (told.is !== 'union') return;
    const kinds = model.kinds ?? {};
    this.#listed(place, 'kind', Object.keys(kinds), [...told.kinds.keys()]);
    for (const [tag, kind] of told.kinds) {
      if (kinds[tag]) this.#same(place, kinds[tag], kind, way, [...lacking, '_type']);
    }
  }

  /** Whether both have been compared. @param {string} model @param {Schema} schema */
  #known(model, schema) {
    const schemas = this.#done.get(model) ?? new Set();
    this.#done.set(model, schemas);
    const resolved = this.document.resolved(schema);
    return schemas.has(resolved) || !schemas.add(resolved);
  }

  /** @param {string} at @param {string} what @param {string[]} ours @param {string[]} theirs */
  #listed(at, what, ours, theirs) {
    for (const one of theirs) if (!ours.includes(one)) this.#find(at, `+ ${what} ${one}`);
    for (const one of ours) if (!theirs.includes(one)) this.#find(at, `- ${what} ${one}`);
  }

  /**
   * @param {string} at
   * @param {Record<string, Shape>} ours
   * @param {Map<string, import('./document.mjs').Member>} theirs
   * @param {'request' | 'answer'} way
   * @param {string[]} lacking
   */
  #fields(at, ours, theirs, way, lacking) {
    for (const name of Object.keys(ours)) {
      if (!theirs.has(name) && !lacking.includes(name)) this.#find(`${at}.${name}`, '- the field is gone');
    }
    for (const [name, { schema, required }] of theirs) {
      const shape = ours[name];
      const place = `${at}.${name}`;
      if (shape) {
        this.#presence(place, shape, required && !this.document.isNullable(schema), way);
        this.#same(place, shape, schema, way);
      } else if (!lacking.includes(name)) {
        this.#find(
          place,
          `+ a new field: ${said(this.document.told(schema))}${required ? ', required' : ''}`,
        );
      }
    }
  }

  /** @param {string} at @param {Shape} shape @param {boolean} required @param {'request' | 'answer'} way */
  #presence(at, shape, required, way) {
    // An absent array of an answer reads as `[]`: the models say nothing of it.
    if (way === 'answer' && shape.is === 'list') return;
    if (required === (shape.is !== 'optional')) return;
    this.#find(at, required ? '~ is always there' : '~ may be absent or null');
  }

  /**
   * Of several choices those of one sort belong together.
   * @param {string} at
   * @param {Shape[]} ours
   * @param {Schema[]} theirs
   * @param {'request' | 'answer'} way
   */
  #choice(at, ours, theirs, way) {
    const left = [...ours];
    for (const schema of theirs) {
      const told = this.document.told(schema);
      const index = left.findIndex((shape) => fits(this.#whole(shape), told));
      if (index < 0) this.#find(at, `+ may be ${said(told)}`);
      else for (const shape of left.splice(index, 1)) this.#same(at, shape, schema, way);
    }
    for (const shape of left) this.#find(at, `- is never ${said(this.#whole(shape))}`);
  }
}

/** Where an operation is; ids have no names there. @param {{ method: string, path: string }} operation */
const placeOf = ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`;

/**
 * Whether both are of one sort. What takes any number takes a whole one.
 * @param {Shape} model
 * @param {{ is: string }} told
 */
const fits = (model, told) =>
  model.is === told.is || (model.is === 'number' && ['int32', 'int64'].includes(told.is));

/** A shape in a word. @param {{ is: string }} shape */
const said = ({ is }) => (is === 'anything' ? 'something without a schema' : is);
