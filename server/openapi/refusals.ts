import type { Route } from '../http/route.ts'

/** What somebody may have to be told instead, by status. */
export const refusals: Readonly<Record<number, string>> = {
  400: 'It cannot be read.',
  401: 'Nobody is signed in, or not as they say.',
  403: 'It came from a page that is not of this clinic, or who asks may not.',
  404: 'There is nothing here that you may open: absent and forbidden look the same.',
  409: 'Somebody was quicker, it is there already, or the record was merged into another.',
  412: 'It was changed since it was seen.',
  413: 'It is too large.',
  415: 'It is not JSON.',
  422: 'What was sent does not fit, or a gate is shut: the problem says where, and why.',
  428: 'Say in `If-Match` which version was seen.',
  429: 'Too often; `Retry-After` says how long to wait.',
  500: 'A fault of ours. Nothing was saved.',
  502: 'The external sign-in could not be reached.',
  503: 'The record cannot be written just now. Nothing was saved.',
}

/** The statuses of every refusal a route may give. */
export function refusalsOf({ method, may: permission, takes, perMinute, endpoint }: Route): readonly number[] {
  return [
    400,
    500,
    503,
    ...(permission === 'anyone' ? [] : [401, 404]),
    ...(method === 'GET' ? [] : [403]),
    ...(takes === undefined ? [] : [413, 415, 422]),
    ...(perMinute === undefined ? [] : [429]),
    ...(typeof endpoint?.ifMatch === 'string' ? [412, 428] : []),
    ...(endpoint?.once ? [422] : []),
    ...(endpoint?.refuses ?? []),
  ]
    .filter((status, index, all) => all.indexOf(status) === index)
    .sort((a, b) => a - b)
}
