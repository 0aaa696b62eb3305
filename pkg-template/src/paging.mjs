// @ts-check
// What a call returns: a promise with the whole answer beside it, and for paged operations the pages.
// How the next page is found is decided in wasm.

import { ConfigurationError, PaginationError } from './errors.mjs';

/** @typedef {{ data: any, nextPageKey?: string } & Record<string, unknown>} Whole */

/** A promise of an answer's data. */
export const ApiPromise = /* @__PURE__ */ (() => {
  /** @extends {Promise<any>} */
  class ApiPromise extends Promise {
    /** @type {Promise<Whole>} */
    #whole;

    /** @param {Promise<Whole>} whole */
    constructor(whole) {
      super((/** @type {(value: undefined) => void} */ resolve) => resolve(undefined));
      this.#whole = whole;
    }

    static get [Symbol.species]() {
      return Promise;
    }

    /**
     * @param {any} [fulfilled]
     * @param {any} [rejected]
     */
    then(fulfilled, rejected) {
      return this.#whole.then((whole) => whole.data).then(fulfilled, rejected);
    }

    /** @param {any} [rejected] */
    catch(rejected) {
      return this.then(undefined, rejected);
    }

    /** @param {any} [ended] */
    finally(ended) {
      return this.then().finally(ended);
    }

    /** The data with what came around it. */
    withResponse() {
      return this.#whole;
    }
  }
  return ApiPromise;
})();

/** Most items that `toArray` collects. */
const MOST_ITEMS = 10_000;

/** A promise of the first page, and an iterable of the items of all. */
export const PagePromise = /* @__PURE__ */ (() => {
  class PagePromise extends ApiPromise {
    /** @type {(pageKey?: string) => Promise<Whole>} */
    #fetchPage;
    #operation;
    #startKey;
    /** @type {Promise<Whole>} */
    #first;

    /**
     * @param {string} operation
     * @param {(pageKey?: string) => Promise<Whole>} fetchPage
     * @param {unknown} startKey the key that the caller started from
     */
    constructor(operation, fetchPage, startKey) {
      const pageWhole = async (/** @type {string | undefined} */ pageKey) => {
        const { nextPageKey, ...whole } = await fetchPage(pageKey);
        return { ...whole, data: page(whole.data, nextPageKey) };
      };
      const page = (/** @type {unknown[]} */ items, /** @type {string | undefined} */ nextPageKey) => {
        const plain =
          nextPageKey === undefined
            ? { items, hasNextPage: false }
            : { items, nextPageKey, hasNextPage: true };
        const next = async () =>
          nextPageKey === undefined ? undefined : (await pageWhole(nextPageKey)).data;
        // Not enumerable: a page stays data that can be cloned.
        return Object.defineProperty(plain, 'next', { value: next });
      };
      const first = pageWhole(undefined);
      super(first);
      this.#first = first;
      this.#fetchPage = pageWhole;
      this.#operation = operation;
      this.#startKey = startKey;
    }

    /** The pages, one after the other. */
    async *pages() {
      const seen = new Set([this.#startKey]);
      let empty = 0;
      for (let whole = await this.#first; ;) {
        const page = whole.data;
        yield page;
        empty = page.items.length === 0 ? empty + 1 : 0;
        if (!page.hasNextPage || empty === 3) return;
        if (seen.has(page.nextPageKey)) {
          throw new PaginationError(`${this.#operation}: a page leads back to one that was seen before`, {
            code: 'repeated_page_key',
            outcome: 'rejected',
            operation: this.#operation,
            retryable: false,
          });
        }
        seen.add(page.nextPageKey);
        whole = await this.#fetchPage(page.nextPageKey);
      }
    }

    async *[Symbol.asyncIterator]() {
      for await (const page of this.pages()) yield* page.items;
    }

    /**
     * The first items, of as many pages as it takes.
     * @param {{ limit: number }} options
     */
    async toArray(options) {
      const limit = options?.limit;
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ITEMS) {
        this.#first.catch(() => {});
        throw new ConfigurationError(`${this.#operation}: toArray needs a limit from 1 to ${MOST_ITEMS}`, {
          code: 'invalid_option',
          outcome: 'not_sent',
          operation: this.#operation,
          retryable: false,
        });
      }
      const items = [];
      for await (const item of this) if (items.push(item) === limit) break;
      return items;
    }
  }
  return PagePromise;
})();
