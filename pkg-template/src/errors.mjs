// @ts-check
// The error classes. Which one an answer gets is decided in wasm.

const BRAND = /* @__PURE__ */ Symbol.for('dixa-conversations.error');

/**
 * What no inspector, logger or serializer shall print: it may hold customers' text or the token's headers.
 * @type {WeakMap<object, { headers?: unknown, body?: unknown, data?: unknown, cause?: unknown }>}
 */
const hidden = /* @__PURE__ */ new WeakMap();

/**
 * Facts of an error.
 * @typedef {{ message: string, code: string, outcome: string } & Record<string, unknown>} Facts
 */

/** Every error of this package. */
export class DixaError extends Error {
  /** A minifier would change it otherwise. */
  static get name() {
    return 'DixaError';
  }

  /**
   * @param {Facts} facts
   * @param {{ headers?: unknown, body?: unknown, data?: unknown, cause?: unknown }} [more]
   */
  constructor(facts, more = {}) {
    super(facts.message);
    for (const name of Object.keys(facts)) {
      if (name === 'message' || name === 'class' || facts[name] === undefined) continue;
      Object.defineProperty(this, name, { value: facts[name], enumerable: true, configurable: true });
    }
    hidden.set(this, more);
  }

  get name() {
    return /** @type {typeof DixaError} */ (this.constructor).name;
  }

  /** The answer's headers. */
  get headers() {
    return hidden.get(this)?.headers;
  }

  /** The answer's body: parsed when it is JSON, else its text. */
  get body() {
    return hidden.get(this)?.body;
  }

  /** The data of an answer that came, where it could be read. */
  get data() {
    return hidden.get(this)?.data;
  }

  /** What was thrown underneath. */
  get cause() {
    return hidden.get(this)?.cause;
  }

  /** Names of the class and of those above it: how errors of another build or realm are known. */
  get [BRAND]() {
    const names = [];
    for (let type = this.constructor; type !== Error; type = Object.getPrototypeOf(type))
      names.push(type.name);
    return names;
  }

  toJSON() {
    return { ...this, name: this.name, message: this.message };
  }

  /** @param {unknown} value */
  static [Symbol.hasInstance](value) {
    // Only the classes in this file are known by name; whoever derives one gets the ordinary meaning.
    const isOurs = Object.getOwnPropertyDescriptor(this, 'name')?.get;
    return isOurs
      ? kinds(value).includes(this.name)
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }

  /**
   * What Node, Deno and Bun print: the stack and the facts, and nothing of what is hidden.
   * @param {number} _depth
   * @param {object} options
   * @param {((value: unknown, options: object) => string) | undefined} inspect
   */
  [Symbol.for('nodejs.util.inspect.custom')](_depth, options, inspect) {
    return `${this.stack} ${inspect ? inspect({ ...this }, options) : JSON.stringify(this)}`;
  }
}

/**
 * @param {unknown} value
 * @returns {readonly unknown[]}
 */
function kinds(value) {
  if (typeof value !== 'object' || value === null || !(BRAND in value)) return [];
  const names = value[BRAND];
  return Array.isArray(names) ? names : [];
}

/**
 * Whether a thrown value is an error of this package, of whatever build or realm.
 * @param {unknown} value
 */
export function isDixaError(value) {
  return kinds(value).includes('DixaError');
}

/** Dixa said no. */
export class ApiError extends DixaError {
  static get name() {
    return 'ApiError';
  }
}

/** 400. */
export class BadRequestError extends ApiError {
  static get name() {
    return 'BadRequestError';
  }
}

/** 401. */
export class AuthenticationError extends ApiError {
  static get name() {
    return 'AuthenticationError';
  }
}

/** 403. */
export class PermissionDeniedError extends ApiError {
  static get name() {
    return 'PermissionDeniedError';
  }
}

/** 404. */
export class NotFoundError extends ApiError {
  static get name() {
    return 'NotFoundError';
  }
}

/** 409. */
export class ConflictError extends ApiError {
  static get name() {
    return 'ConflictError';
  }
}

/** 422. */
export class UnprocessableEntityError extends ApiError {
  static get name() {
    return 'UnprocessableEntityError';
  }
}

/** 429. */
export class RateLimitError extends ApiError {
  static get name() {
    return 'RateLimitError';
  }
}

/** 5xx. */
export class ServerError extends ApiError {
  static get name() {
    return 'ServerError';
  }
}

/** No answer, or one that broke off. */
export class ConnectionError extends DixaError {
  static get name() {
    return 'ConnectionError';
  }
}

/** Too late; `phase` says what was waited for. */
export class TimeoutError extends DixaError {
  static get name() {
    return 'TimeoutError';
  }
}

/** The caller's signal ended the call; `cause` is its reason. */
export class AbortError extends DixaError {
  static get name() {
    return 'AbortError';
  }
}

/** What was given does not fit the models; nothing was sent. */
export class RequestValidationError extends DixaError {
  static get name() {
    return 'RequestValidationError';
  }
}

/** What came does not fit the models, and validation is strict. */
export class ResponseValidationError extends DixaError {
  static get name() {
    return 'ResponseValidationError';
  }
}

/** What came cannot be read. */
export class DecodeError extends DixaError {
  static get name() {
    return 'DecodeError';
  }
}

/** The pages do not lead on. */
export class PaginationError extends DixaError {
  static get name() {
    return 'PaginationError';
  }
}

/** The client, or a call, was set up with something that cannot be. */
export class ConfigurationError extends DixaError {
  static get name() {
    return 'ConfigurationError';
  }
}

/** WebAssembly cannot run here; the message says what cures it. */
export class RuntimeUnsupportedError extends DixaError {
  static get name() {
    return 'RuntimeUnsupportedError';
  }
}

/** A fault of this package. The next call works on a fresh instance. */
export class InternalError extends DixaError {
  static get name() {
    return 'InternalError';
  }
}
