type Letter = Readonly<{
  to: string
  about: string
  received: string
  reference: string
  clinic: string
  phone: string | null
}>

export const words = {
  title: { referral: 'Referral', appointment: 'Appointment request' },
  lead: (reference: string, received: string) => `Reference ${reference}, received ${received}`,
  board: 'Back to the board',
  person: 'Who it is about',
  referral: 'Who is referring, and why',
  appointment: 'What they ask for',
  findings: 'What was seen or reported',
  noFindings: 'No question was answered.',
  alarm: 'Red flag',
  alarmTitle: 'A red flag was reported',
  callTitle: 'Red flag: ring today',
  callText:
    'Ring the person or the referrer before anything else; what to say is beside the question below. Then have a doctor see this today.',
  alarmText: 'Have a doctor see this today, before an appointment is given.',
  files: 'Files',
  name: 'Name',
  birthDate: 'Born',
  unknown: 'not known',
  side: 'Side',
  sides: { left: 'Left side', right: 'Right side', both: 'Both sides', unknown: 'not known' },
  phone: 'Telephone',
  email: 'E-mail',
  interpreter: 'Interpreter',
  referrer: 'Referrer',
  practice: 'Practice',
  message: 'Message',
  reason: 'Reason',
  preferred: 'Preferred time',
  known: 'Somebody like this is already known here',
  knownText: 'Compare before you accept. If it is the same person, add the request to their record.',
  checking: 'Checking whether this person is known…',
  same: 'Same person',
  sameOf: (name: string, born: string) => `Same person: add this request to the record of ${name}, born ${born}`,
  born: (date: string) => `born ${date}`,
  bornUnknown: 'birth date unknown',
  join: 'Add to this record',
  joinTitle: 'Is this the same person?',
  joinText: 'What was sent becomes part of this record. It cannot be taken out again.',
  sent: 'In the request',
  record: 'In the record',
  back: 'Go back',
  acceptAs: ({ isNew, triaged }: Readonly<{ isNew: boolean; triaged: boolean }>) =>
    `Accept${isNew ? ' as a new person' : ''}${triaged ? ', triage done' : ''}`,
  triage: 'Triage: six questions',
  triageLater: 'You can accept now and finish the six questions on the person’s page.',
  noTelephone: 'No telephone: answer through the referrer',
  referrerPhone: (name: string, phone: string) => `${name}, ${phone}`,
  referrerNoPhone: (name: string) => `${name} gave no number either. Write to them.`,
  copyLetter: 'Copy a letter to the referrer',
  letterCopied: 'Letter copied',
  mailLetter: 'Write it as an e-mail',
  letterSubject: (reference: string) => `Your referral ${reference}`,
  letter: ({ to, about, received, reference, clinic, phone }: Letter) =>
    [
      `Dear ${to},`,
      '',
      `Your referral of ${about} (reference ${reference}) reached us on ${received}. It gives no telephone number at which we could reach the person.`,
      '',
      `Please send us a number, or ask the person to ring us${phone === null ? '' : ` on ${phone}`}. If anything has changed suddenly (droop, arm, speech, severe headache), please do not wait for us: call the emergency number.`,
      '',
      'With kind regards',
      clinic,
    ].join('\n'),
  decline: 'Decline',
  answered: { accepted: 'This request was accepted', rejected: 'This request was declined' },
  reopen: 'Reopen the request',
  reopenText:
    'Use this if it was the wrong one or things have changed. The request returns to the board, and its status link says “Received” again.',
  answeredOther: 'This request has been answered',
  open: 'Open the patient',
} as const
