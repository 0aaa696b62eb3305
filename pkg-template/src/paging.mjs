// @ts-check
// What a call returns: a promise with the whole answer beside it, and for paged operations the pages.
// How the next page is found is decided in wasm.

import { PaginationError } from './errors.mjs';
import { misconfigured } from './options.mjs';

/** @typedef {{ data: any, nextPageKey?: string } & Record<string, unknown>} Whole */

/** A promise of an answer's data. */
export const ApiPromise = /* @__PURE__ */ (() => {
  /** @extends {Promise<any>} */
  class ApiPromise extends Promise {
    /** @type {{ make: () => Whole }} */
    #whole;

    /** @param {(resolve: (data: any, whole: () => Whole) => void, reject: (reason: unknown) => void) => void} executor */
    constructor(executor) {
      // Not a closure over a variable: with that, V8 copied answers nobody had any more at each collection.
      const whole = /** @type {{ make: () => Whole }} */ ({});
      super((/** @type {(data: any) => void} */ resolve, /** @type {(reason: unknown) => void} */ reject) =>
        executor((data, make) => {
          whole.make = make;
          resolve(data);
        }, reject),
      );
      this.#whole = whole;
    }

    static get [Symbol.species]() {
      return Promise;
    }

    /** The data with what came around it. */
    withResponse() {
      const whole = this.#whole;
      return this.then(() => whole.make());
    }
  }
  return ApiPromise;
})();

/**
 * @param {string} operation
 * @param {string} code
 * @param {string} message
 */
const astray = (operation, code, message) =>
  new PaginationError(`${operation}: ${message}`, { code, outcome: 'rejected', operation, retryable: false });

/** Most items that `toArray` collects. */
const MOST_ITEMS = 10_000;

/** A promise of the first page, and an iterable of the items of all. */
export const PagePromise = /* @__PURE__ */ (() => {
  class PagePromise extends ApiPromise {
    #operation;

    /**
     * @param {string} operation
     * @param {(pageKey?: string) => Promise<Whole>} fetchPage
     * @param {string | undefined} startKey the key that the caller started from
     */
    constructor(operation, fetchPage, startKey) {
      // How many pages stand before the one that a key leads to.
      const depths = new Map([[startKey, 0]]);
      const wholePage = async (/** @type {number} */ depth, /** @type {string | undefined} */ pageKey) => {
        const { nextPageKey, ...whole } = await fetchPage(pageKey);
        const items = whole.data;
        const plain =
          nextPageKey === undefined
            ? { items, hasNextPage: false }
            : { items, nextPageKey, hasNextPage: true };
        const next = async () => {
          if (nextPageKey === undefined) return undefined;
          const known = depths.get(nextPageKey);
          if (known !== undefined && known <= depth)
            throw astray(operation, 'repeated_page_key', 'a page leads back to one that was seen before');
          depths.set(nextPageKey, depth + 1);
          return (await wholePage(depth + 1, nextPageKey)).data;
        };
        // Not enumerable: a page stays data that can be cloned.
        return { ...whole, data: Object.defineProperty(plain, 'next', { value: next }) };
      };
      const first = wholePage(0, undefined);
      super((resolve, reject) => first.then((whole) => resolve(whole.data, () => whole), reject));
      this.#operation = operation;
    }

    /** The pages, one after the other. */
    async *pages() {
      let empty = 0;
      for (let page = await this; page; page = await page.next()) {
        yield page;
        empty = page.items.length === 0 ? empty + 1 : 0;
        if (empty === 3) return;
      }
    }

    async *[Symbol.asyncIterator]() {
      for await (const { items } of this.pages()) {
        if (!Array.isArray(items)) throw astray(this.#operation, 'no_list', 'what is on a page is no list');
        yield* items;
      }
    }

    /**
     * The first items, of as many pages as it takes.
     * @param {{ limit: number }} options
     */
    async toArray(options) {
      const limit = options?.limit;
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ITEMS) {
        this.catch(() => {});
        throw misconfigured(
          'invalid_option',
          `toArray needs a limit from 1 to ${MOST_ITEMS}`,
          this.#operation,
        );
      }
      const items = [];
      for await (const item of this) if (items.push(item) === limit) break;
      return items;
    }
  }
  return PagePromise;
})();
