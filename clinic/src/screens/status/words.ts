import type { DeclineReason, Reach, ReferralStatus, StatusPosition } from '@facialis/wire'

type Kind = ReferralStatus['kind']
type Told = Readonly<{ next: string; meanwhile: string }>

/** What somebody does to tell what comes next; nobody is promised a call without a number. */
const tells = { phone: 'calls', email: 'writes by e-mail', none: 'tells whoever referred' } satisfies Record<
  Reach,
  string
>
/** The same, said to the person. */
const tellsYou = {
  phone: 'calls you',
  email: 'writes to you by e-mail',
  none: 'tells whoever referred you, as we have no number or address; call us to give one',
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
    meanwhile: `If you were told of a scan elsewhere, ask for a copy of the pictures. About the result the team ${tellsYou[reach]}.`,
  }),
  scan: (reach) => ({
    next: 'the plan',
    meanwhile: `Your scan is back; about it your team ${tellsYou[reach]}. Write down what you want to ask.`,
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
  lead: 'This page shows how far it has come. It never shows results.',
  link: 'Your status link or code',
  linkHint: 'It was shown once, when the form was sent.',
  needed: 'Paste the link, or the code behind its #.',
  noLink: 'This link is not known here. Copy it again, whole; if it is lost, call the clinic.',
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
      'This clinic treats spasm of one side of the face. What was described belongs to another clinic; whoever referred can tell which.',
    'seen-elsewhere': 'Another clinic has taken this over. Please ask there what comes next.',
    twice: 'This came in twice. The other one goes on; its own link shows how far it is.',
    'not-reached': 'We could not reach the person. Please call us, or send the form again with a telephone number.',
    'not-wanted': 'We were told that this is no longer wanted. Please send the form again if it is.',
    other: 'The team has answered whoever sent this. Please ask there what comes next.',
  } satisfies Record<DeclineReason, string>,
  ringTitle: 'Telephone today',
  ringText:
    'What was reported should not wait. Call the emergency number if it is happening now or began in the last days.',
  number: 'The clinic’s number:',
} as const
