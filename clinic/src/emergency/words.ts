import type { EmergencyCause, OpeningEnd, OpeningVerdict } from '@facialis/wire'

const hours = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min` : `${seconds} s`
}

/** What is said of emergencies on more than one screen. */
export const words = {
  bar: 'Emergency',
  isOpen: (name: string) => `Emergency: the record of ${name} is open to you, read only.`,
  left: (seconds: number) => `${hours(seconds)} left`,
  look: 'Look at it',
  end: 'End it now',
  ended: 'The record is closed again.',
  causes: {
    'threat-to-life': 'Life or health is in danger now',
    'cannot-answer': 'The person cannot answer, and treatment cannot wait',
    'called-to-help': 'The clinician treating them has asked me to help',
    other: 'Something else',
  } satisfies Readonly<Record<EmergencyCause, string>>,
  ends: {
    closed: 'ended by the person who opened it',
    'signed-out': 'ended with their session',
    'account-changed': 'ended when their account was changed',
    'opened-elsewhere': 'ended by another opening',
    'clock-set-back': 'ended because the clock was put back',
    time: 'ran out',
  } satisfies Readonly<Record<OpeningEnd, string>>,
  verdicts: { justified: 'Justified', 'not-justified': 'Not justified' } satisfies Readonly<
    Record<OpeningVerdict, string>
  >,
  waiting: (count: number) =>
    count === 1
      ? 'One record was opened in an emergency and is waiting for your review.'
      : `${count} records were opened in an emergency and are waiting for your review.`,
  waitingLink: 'Review it',
} as const
