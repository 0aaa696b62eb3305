// A server component: makes the checks and tells how they went while it renders.

import { check, started, tell } from '../checks.mjs';
import * as dixa from 'dixa-conversations';

export default async function Page({ searchParams }) {
  const env = JSON.parse((await searchParams).env);
  const report = await check(dixa, env, { started });
  await tell(env, report);
  return <p>{report.passed.length} passed</p>;
}
