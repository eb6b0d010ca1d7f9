/**
 * Why an answer of a server is no use. `signed out`: what was given for this look is not taken, or not any more. `not
 * taken`: it was asked in a way the server does not know. `cut short`: it was too long to be read to its end.
 */
export type NotGot =
  | 'signed out'
  | 'not permitted'
  | 'not there'
  | 'not taken'
  | 'no answer'
  | 'not readable'
  | 'cut short'

export type Got = Readonly<{ ok: true; json: unknown }> | Readonly<{ ok: false; why: NotGot }>

/** Asks the server that holds the record for an address below its base, such as `Patient/1`, or for a full one. */
export type Get = (address: string) => Promise<Got>
