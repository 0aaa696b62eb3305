// @ts-check
// The error classes. Which one an answer gets is decided in wasm.
// A program that uses one of them shall get that one alone and not the client: whatever is computed here at the
// top level is marked as without effect, else bundlers keep all that it is in.

/** Marks the classes below, of whatever build or realm. */
const BRAND = /* @__PURE__ */ Symbol.for('dixa-conversations');

/**
 * Facts of an error.
 * @typedef {{ code: string, outcome: string } & Record<string, unknown>} Facts
 */

/** Every error of this package. */
export const DixaError = /* @__PURE__ */ (() => {
  /**
   * What no inspector, logger or serializer shall print: it may hold customers' text or the token's headers.
   * @typedef {{ headers?: unknown, body?: unknown, data?: unknown, cause?: unknown }} Hidden
   */

  class DixaError extends Error {
    /** A minifier would change it otherwise. */
    static get name() {
      return 'DixaError';
    }

    /**
     * @param {string} message
     * @param {Facts} facts
     * @param {Hidden} [hidden]
     */
    constructor(message, facts, hidden = {}) {
      super(message);
      for (const name in facts) {
        if (facts[name] !== undefined)
          Object.defineProperty(this, name, { value: facts[name], enumerable: true, configurable: true });
      }
      // Getters, and on the error itself: inspectors do not call them, and go to a prototype's `cause`.
      for (const name of /** @type {const} */ (['headers', 'body', 'data', 'cause']))
        if (hidden[name] !== undefined)
          Object.defineProperty(this, name, { get: () => hidden[name], configurable: true });
    }

    get name() {
      return /** @type {typeof DixaError} */ (this.constructor).name;
    }

    [BRAND]() {}

    toJSON() {
      return { ...this, name: this.name, message: this.message };
    }

    /** @param {unknown} value */
    static [Symbol.hasInstance](value) {
      // Only the classes in this file are known by name; whoever derives one gets the ordinary meaning.
      const isOurs = Object.getOwnPropertyDescriptor(this, 'name')?.get;
      return isOurs ? isA(value, this.name) : super[Symbol.hasInstance](value);
    }

    /**
     * What Node, Deno and Bun print: the stack and the facts, and nothing of what is hidden.
     * @param {number} _depth
     * @param {any} options
     * @param {(value: unknown, options: any) => string} [inspect]
     */
    [Symbol.for('nodejs.util.inspect.custom')](_depth, options, inspect = JSON.stringify) {
      return `${this.stack} ${inspect({ ...this }, options)}`;
    }
  }

  return DixaError;
})();

/**
 * Whether a class of the name is among those of an error.
 * @param {any} value
 * @param {string} name
 * @returns {boolean}
 */
function isA(value, name) {
  return BRAND in Object(value) && (value.name === name || isA(Object.getPrototypeOf(value), name));
}

/**
 * Whether a thrown value is an error of this package, of whatever build or realm.
 * @param {unknown} value
 */
export function isDixaError(value) {
  return isA(value, 'DixaError');
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
