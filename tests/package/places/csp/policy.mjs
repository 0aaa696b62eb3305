// What has to hold under a policy that allows WebAssembly, and under one that blocks it.
import { check, checkBlocked, started } from './checks.mjs';
import * as dixa from 'dixa-conversations';

export const checksUnder = (wasm, env, isPage) =>
  wasm === 'blocked'
    ? checkBlocked(dixa, env, "script-src 'self' 'wasm-unsafe-eval'", isPage)
    : check(dixa, env, { started, isPage });
