'use client';

// A client component: makes the checks in the page.

import { useEffect } from 'react';
import { check, started, tell } from '../../checks.mjs';
import * as dixa from 'dixa-conversations';

let begun = false;

export default function Page() {
  useEffect(() => {
    // In development React runs each effect twice.
    if (begun) return;
    begun = true;
    const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    check(dixa, env, { started, isPage: true }).then((report) => tell(env, report));
  }, []);
  return <p>Checking</p>;
}
