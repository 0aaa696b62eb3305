// @ts-check
// The error classes by the names that wasm gives (`src/client/failure.rs`). Written out: a namespace of the
// module would hold all of them in every bundle that has one.

import {
  ApiError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  UnprocessableEntityError,
  RateLimitError,
  ServerError,
  ConnectionError,
  TimeoutError,
  AbortError,
  RequestValidationError,
  ResponseValidationError,
  DecodeError,
  PaginationError,
  ConfigurationError,
} from './errors.mjs';

/** @typedef {Exclude<keyof typeof import('./errors.mjs'), 'DixaError' | 'isDixaError' | 'InternalError' | 'RuntimeUnsupportedError'>} Name */

/** One that is left out does not type-check. @type {Record<Name, typeof ApiError>} */
export const CLASSES = {
  ApiError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  UnprocessableEntityError,
  RateLimitError,
  ServerError,
  ConnectionError,
  TimeoutError,
  AbortError,
  RequestValidationError,
  ResponseValidationError,
  DecodeError,
  PaginationError,
  ConfigurationError,
};
