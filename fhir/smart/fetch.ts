/**
 * Why a fetch failed. `signed out`: the access token is not accepted, or not any more. `not taken`: the server does not
 * support the request. `cut short`: the response was too long to be read to its end.
 */
export type FetchFailure =
  | 'signed out'
  | 'not permitted'
  | 'not there'
  | 'not taken'
  | 'no answer'
  | 'not readable'
  | 'cut short'

export type FetchResult = Readonly<{ ok: true; json: unknown }> | Readonly<{ ok: false; why: FetchFailure }>

/** Fetches JSON from the server that holds the record: a path below its base, such as `Patient/1`, or a full URL. */
export type Fetch = (address: string) => Promise<FetchResult>
