// What went wrong, for a person: what it was, whether it happened, and whether to try again.

import { isDixaError } from 'dixa-conversations';
import type { Outcome } from 'dixa-conversations';

export const TITLES: Record<string, string> = {
  conflict: 'Somebody was faster',
  not_found: 'That is not there (any more)',
  unauthorized: 'The server behind this page has no valid token',
  rate_limited: 'Too many requests; give it a moment',
  invalid_request: 'That cannot be sent',
  timeout: 'Dixa took too long',
  connection_lost: 'The connection failed',
};

export const HAPPENED: Record<Outcome, string> = {
  not_sent: 'No: nothing was sent.',
  rejected: 'No: nothing was changed.',
  applied: 'Yes, but its answer could not be read. Do not do it again.',
  unknown: 'It may or may not have.',
};

interface Explained {
  title: string;
  detail?: string;
  /** Did it happen? Only where something was to happen. */
  happened?: string;
  /** The same call may be made again as it is: the client knows what repeating each operation does. */
  canRetry: boolean;
}

/** @param error Of a call. @param isChange Whether the call was to change something. */
export function explain(error: unknown, isChange: boolean): Explained {
  if (!isDixaError(error))
    return { title: 'Something went wrong', detail: String(error), canRetry: !isChange };
  const { body } = error;
  const said =
    typeof body === 'object' && body && 'message' in body && body.message !== undefined
      ? String(body.message)
      : undefined;
  const canRetry = error.retryable;
  const look = error.outcome === 'unknown' && !canRetry ? ' Look before you try again.' : '';
  return {
    title: TITLES[error.code] ?? said ?? 'Dixa refused',
    ...(said && TITLES[error.code] && { detail: said }),
    ...(isChange && { happened: HAPPENED[error.outcome] + look }),
    canRetry,
  };
}
