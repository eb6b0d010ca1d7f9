import type { GapReason } from '@facialis/fhir/smart/index.ts'

/** Why the page goes no further: what happened, and what to do. */
export const stops = {
  'no-issuers': [
    'No system is registered',
    () =>
      'This clinic has not named any record system from which Facialis may be opened. Ask whoever looks after Facialis to register yours (FACIALIS_SMART_ISSUERS).',
  ],
  'other-issuer': [
    'This system is not registered here',
    (iss) =>
      `Facialis was opened from ${iss}, and this clinic has not allowed that. Nothing was requested from it. If it should be allowed, ask whoever looks after Facialis to register its address exactly.`,
  ],
  'no-setting': [
    'Facialis does not answer',
    () => 'The server of Facialis did not answer. Check the network, then open it from your record system again.',
  ],
  'no-answer': [
    'The record system does not answer',
    (name) =>
      `${name} could not be reached from this browser. It may be down, or it may not accept requests from this page (CORS). Try again in a minute; if the problem persists, tell whoever looks after ${name}.`,
  ],
  'no-discovery': [
    'The record system does not say how to sign in',
    (name) =>
      `The SMART configuration of ${name} is missing or cannot be read. Tell whoever looks after ${name}: it belongs at .well-known/smart-configuration.`,
  ],
  'no-pkce': [
    'The record system is not safe enough to open this from',
    (name) =>
      `${name} does not say that it protects the sign-in with PKCE (S256), without which Facialis does not sign in. Tell whoever looks after ${name}.`,
  ],
  'other-token-address': [
    'The record system names an address nobody registered',
    (name) =>
      `${name} says that tokens come from a different address from the one this clinic has registered. Nothing was sent there. Tell whoever looks after Facialis.`,
  ],
  'refused-consent': [
    'Access was not given',
    (name) =>
      `${name} was told not to let Facialis read this record, so nothing was read. To allow it, open Facialis from ${name} again.`,
  ],
  refused: [
    'The record system refused',
    (name) =>
      `${name} did not let Facialis in. It may not know this address or this client, or not give all that Facialis asks for: whoever looks after ${name} can compare what is registered there with docs/smart.md.`,
  ],
  'not-of-this-tab': [
    'This sign-in was not started here, or it is too old',
    () =>
      'A sign-in works once, within ten minutes, in the tab where it was started, and reloading the page discards it. Close this tab and open Facialis from your record system again.',
  ],
  'bad-token': [
    'The sign-in could not be finished',
    (name) =>
      `What ${name} sent at the end of the sign-in is not usable. Open Facialis from ${name} again; if the problem persists, tell whoever looks after ${name}.`,
  ],
  'no-patient': [
    'No patient was chosen',
    (name) => `${name} did not say whose record to look at. Open a patient in ${name} first, then Facialis.`,
  ],
  'two-people': [
    'The record is about more than one person',
    (name) => `${name} sent something about somebody else, so nothing is shown. Tell whoever looks after ${name}.`,
  ],
  'signed-out': [
    'The sign-in has ended',
    (name) =>
      `${name} no longer accepts the sign-in of this page, so nothing new was read. Sign in again, or open Facialis from ${name} again.`,
  ],
  'in-a-frame': [
    'This page is inside a page that may not show it',
    (name) =>
      `A record of ${name} shown there could be partly covered, and your clicks used for something else. Open Facialis in a window of its own. If it should be shown inside a page of ${name}, ask whoever looks after Facialis to name that page (framedBy).`,
  ],
  'keeps-nothing': [
    'This browser keeps nothing for a page inside another',
    () =>
      'Without that, nobody could tell whether a sign-in was begun here. Open Facialis in a window of its own, or let this site keep data while it is inside another.',
  ],
  'nothing-read': [
    'Nothing could be read',
    (name) =>
      `${name} let Facialis in but gave nothing from the record. The access may have expired, or cover none of it: open Facialis from ${name} again; if the problem persists, whoever looks after ${name} can see which access was granted.`,
  ],
  fault: [
    'Something went wrong on this page',
    () =>
      'Nothing from the record is shown, and nothing was changed anywhere. Open Facialis from your record system again; if it happens again, tell whoever looks after Facialis.',
  ],
  unreadable: [
    'The record cannot be read',
    (name) => `What ${name} sent does not fit together, so none of it is shown. Tell whoever looks after ${name}.`,
  ],
} as const satisfies Readonly<Record<string, readonly [title: string, text: (about: string) => string]>>

export type Stop = keyof typeof stops

/** After these it may well work at another try. */
const passing: ReadonlySet<Stop> = new Set([
  'no-setting',
  'no-answer',
  'refused-consent',
  'not-of-this-tab',
  'bad-token',
  'no-patient',
  'signed-out',
  'nothing-read',
  'fault',
])
export const isPassing = (stop: Stop): boolean => passing.has(stop)

const gapWhys: Readonly<Record<GapReason, string>> = {
  'not granted': 'access was not given',
  'granted in part': 'access was given to some of them only',
  'grant not said': 'the record system did not say to which of them it gave access',
  'signed out': 'the record system did not accept this sign-in for them, or no longer does',
  'not permitted': 'the record system refused',
  'not there': 'the record system does not have them',
  'not taken': 'the record system does not support this search',
  'no answer': 'the record system did not answer',
  'not readable': 'what came cannot be read',
  'not a bundle': 'what came is not a list of resources',
  malformed: 'some are not written as they should be, and were left out',
  'cut short': 'not all of them came',
  'too many': 'there are more than this page reads',
  'another record': 'it is not read here; open Facialis from it',
}

/** Every word of the page that others open. */
export const words = {
  title: 'Where they stand',
  opening: 'Opening',
  steps: {
    setting: 'Looking up the systems of this clinic…',
    discovering: (name: string) => `Asking ${name} how to sign in…`,
    leaving: (name: string) => `Going to ${name} to sign in…`,
    returning: (name: string) => `Finishing the sign-in with ${name}…`,
    reading: (name: string) => `Reading the record at ${name}…`,
  },
  choose: {
    title: 'Look at a record',
    text: 'Facialis reads the record of one person where it is kept, works out in this browser where they stand, and keeps nothing. Choose where to sign in; the person is chosen there.',
    at: (name: string) => `Sign in at ${name}`,
  },
  read: (name: string, time: string) => `Read from ${name} on ${time}`,
  newest: (date: string | null) => (date === null ? 'No fact in it is dated' : `newest fact of ${date}`),
  version: (version: string, status: string) => `pathway version ${version}: ${status}`,
  holds: (date: string | null) =>
    date === null ? 'holds until there is a new fact' : `holds until ${date} or a new fact`,
  nothingWritten: (name: string) =>
    `Worked out in this browser: nothing leaves it, nothing is written to ${name}, and nothing is kept when this page is closed.`,
  writesUnused: (name: string) =>
    `${name} also gave access to write. Facialis did not ask for it and does not use it: this version writes nothing.`,
  again: 'Read again',
  notAgain: {
    title: 'It was not read again',
    text: (time: string) => `What you see below was read on ${time}. It may have changed since.`,
    signIn: 'Sign in again, in a new tab',
  },
  startAgain: 'Start again',
  said: (name: string, said: string) => `${name} said: ${said}`,
  gaps: {
    title: 'Not everything could be read',
    text: 'What these would say is unknown, and is not taken as "none". Anything below may be different because of it.',
    line: (words: string, why: GapReason) => `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${gapWhys[why]}`,
  },
  notConcerned: {
    title: (pathway: string) => `Nothing that was read says that this person is on the pathway “${pathway}”`,
    text: 'What you see below applies to somebody who is. Whether this person is, is not known here.',
  },
  gate: {
    untold: (title: string) => `${title}: cannot be determined`,
    untoldText: (answer: string) =>
      `From what could be read the answer is "${answer}". What could not be read may forbid it: look there before anything is offered.`,
  },
  gates: 'What may be done',
  line: 'Where they stand',
  ruleOuts: 'Rule-outs',
  next: 'Next steps',
  best: 'Best next question',
  more: (count: number) => `${count} more`,
  facts: {
    title: 'Facts used',
    none: 'Nothing that counts is on record.',
    derived: 'Worked out here',
    unknown: 'Not known',
  },
  sources: 'What was read',
} as const
