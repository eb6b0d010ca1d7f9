import type { DeclineReason, Reach, ReferralStatus, StatusPosition } from '@facialis/wire'

type Kind = ReferralStatus['kind']
type Told = Readonly<{ next: string; meanwhile: string }>

/** What somebody does to tell what comes next; nobody is promised a call without a number. */
const tells = { phone: 'calls', email: 'sends an e-mail', none: 'tells the referrer' } satisfies Record<Reach, string>
/** The same, said to the person. */
const tellsYou = {
  phone: 'will call you',
  email: 'will e-mail you',
  none: 'will tell the person who referred you, because we have no telephone number or e-mail address for you; call us to give one',
} satisfies Record<Reach, string>

/** What comes after a position, and what somebody can do until then. Plain words, never a result. */
const told: Readonly<Record<StatusPosition, (reach: Reach) => Told>> = {
  received: (reach) => ({
    next: `a coordinator ${tells[reach]}`,
    meanwhile:
      'Keep a note of when the face moves, and of every medicine taken. A short video of the face, taken at home, helps at the visit.',
  }),
  triaged: (reach) => ({
    next: `the team ${tells[reach]} about the first visit`,
    meanwhile: 'Gather letters and pictures of earlier examinations; bring them to the visit.',
  }),
  'first-visit': (reach) => ({
    next: 'the scan',
    meanwhile: `If the scan is elsewhere, ask for a copy of the pictures. When there is a result, the team ${tellsYou[reach]}.`,
  }),
  scan: (reach) => ({
    next: 'the plan',
    meanwhile: `Your scan is back. Write down what you want to ask; your team ${tellsYou[reach]}.`,
  }),
  plan: () => ({
    next: 'a letter to the doctor who referred you',
    meanwhile: 'Your plan is made. Call the team if something about it is unclear.',
  }),
  letter: () => ({
    next: '',
    meanwhile:
      'Your plan is made, and the doctor who referred you has a letter about it. Call the team for anything new.',
  }),
}

export const words = {
  title: { referral: 'Where is my referral?', appointment: 'Where is my request?' } satisfies Record<Kind, string>,
  lead: 'This page shows how far it has got. It never shows results.',
  link: 'Your status link or code',
  linkHint: 'It was shown once, when the form was sent.',
  needed: 'Paste the link, or the code after its #.',
  noLink: 'We do not recognise this link. Copy the whole link again; if you have lost it, call the clinic.',
  show: 'Show the status',
  reference: 'Reference',
  updated: 'Last change',
  positions: {
    received: 'Received',
    triaged: 'Triaged',
    'first-visit': 'First visit',
    scan: 'Scan',
    plan: 'Plan',
    letter: 'Letter',
  } satisfies Record<StatusPosition, string>,
  states: { here: 'You are here', done: 'Done', ahead: 'Later' },
  on: { here: (day: string) => `You are here · ${day}`, ahead: (day: string) => `Booked for ${day}` },
  bookedNext: (day: string) => `the first visit, on ${day}`,
  headline: (position: string) => `${position}: you are here`,
  told,
  next: (what: string, by: string | null) => `Next: ${what}${by === null ? '' : `, usually by ${by}`}.`,
  meanwhileTitle: 'What you can do now',
  declinedTitle: 'The team has answered',
  /** What whoever asked reads when a request was turned down. */
  declined: {
    'not-the-face':
      'This clinic treats spasm of one side of the face. What was described is for another clinic; the referrer can say which.',
    'seen-elsewhere': 'Another clinic has taken this over. Please ask them what happens next.',
    twice: 'We received this twice. The other request continues; its own link shows how far it has got.',
    'not-reached': 'We could not reach the person. Please call us, or send the form again with a telephone number.',
    'not-wanted': 'We were told that this is no longer wanted. Please send the form again if it is.',
    other: 'The team has replied to whoever sent this. Please ask them what happens next.',
  } satisfies Record<DeclineReason, string>,
  ringTitle: 'Telephone today',
  ringText:
    'What was reported should not wait. Call the emergency number if it is happening now or began in the last few days.',
  number: 'The clinic’s number:',
} as const
