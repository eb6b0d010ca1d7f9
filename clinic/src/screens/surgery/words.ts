import { whoRecords } from '../../words/clinical.ts'
import { perCent } from '../../words/per-cent.ts'

export const words = {
  title: 'Surgery',
  lead: 'Whether decompression is an option, what it gives and costs, what booking and theatre need, and what became of the spasm.',
  saved: 'Recorded.',

  audiogram: {
    title: 'Audiogram',
    text: 'With speech testing, both ears: for new hearing trouble, and in the first week and at three months after an operation.',
    last: (date: string) => `On record: ${date}.`,
    who: `${whoRecords('score')} records it.`,
    note: 'What it showed (optional)',
    save: 'Save audiogram',
  },

  candidacy: {
    title: 'Candidacy',
    line: (answer: string) => `Microvascular decompression: ${answer}`,
    for: 'For it',
    against: 'Against it',
    stands: (facts: string) => `On record: ${facts}`,
    noneFor: 'Nothing on record speaks for it yet.',
    noneAgainst: 'Nothing on record speaks against it; the risks are in the decision aid.',
    missing: (facts: string, more: number) => `Would move the answer: ${facts}${more > 0 ? `, and ${more} more` : ''}`,
    needed: {
      no: (answer: string, what: string) => `“${answer}” needs this, which is not the case: ${what}`,
      unknown: (answer: string, what: string) => `“${answer}” needs this, which is not known yet: ${what}`,
    },
    early:
      'Nothing is called failed before day 365; an early re-exploration is for the surgeon to record, with a reason.',
  },

  aid: {
    title: 'Decision aid',
    text: 'To discuss together. Percentages of people, from the lowest to the highest that any source reports. Nobody can promise where in that range one person will fall.',
    press: 'Press a source to read it.',
    /** On paper, which is read without the screen that it was printed from. */
    about: (operation: string, clinic: string, date: string) => `About: ${operation}. ${clinic}, ${date}.`,
    gains: 'What it gives',
    costs: 'What it may cost',
    range: (low: string, high: string) => `${low} to ${perCent(high)}`,
    upTo: (high: string) => `under ${perCent(high)}`,
    no: 'no number',
    describe: (label: string, range: string) => `${label}: ${range}`,
    otherTitle: 'The other options',
    bias: 'Most series come from specialised centres, many of them in Asia and Europe. Read them beside the results of the team that operates.',
    print: 'Print for the person',
  },

  work: {
    title: 'Book and go',
    text: 'Booking needs the first list. Theatre needs both, with ages counted to the theatre date.',
    book: 'To book',
    go: 'To go',
    bookReady: 'Ready to book',
    bookHeld: (open: string) => `Cannot be booked yet: ${open}`,
    goReady: 'Ready to go',
    goHeld: (count: number, due: string) => `${count} open${due === '' ? '' : `, needed by ${due}`}`,
    noTheatre: 'No theatre date yet: ages count to today.',
    theatre: (date: string, distance: string, side: string) =>
      `Theatre ${date}${distance === '' ? '' : ` (${distance})`}, ${side}`,
    counts: (until: string) => `valid for theatre until ${until}`,
    owner: (owner: string) => `Owner: ${owner}`,
    accept: 'The surgeon may accept an older one, with a note.',
    neverHolds: 'Never holds the operation.',
    elsewhere: 'Recorded on another page',
    notBegun: 'The lists begin when the person wants an operation or a theatre date is set.',
    states: {
      done: 'Done',
      planned: 'Planned',
      'too-old': 'Too old by theatre',
      missing: 'Open',
      'not-asked': 'Risk class open',
    },
    lastToxin: (date: string, days: string) => `Last injection ${date} (${days})`,
    wishTitle: 'Wish, risks and dates',
    wishText: 'The person’s wish decides between treatments; the risks named here make it a talk, not a refusal.',
    onRecord: (value: string, date: string) => `On record: ${value}${date === '' || date === value ? '' : `, ${date}`}`,
    save: 'Save work-up',
    after: 'After saving',
    note: 'Note (for example why an older scan is accepted)',
  },

  operation: {
    title: 'Operation',
    text: 'One screen, three minutes. What is not known stays empty.',
    what: 'operation',
    date: 'Day of the operation',
    bookedLater: (theatre: string) => `Theatre is booked for ${theatre}.`,
    orMoved: (day: string, question: string) =>
      `If the operation took place on ${day}, answer “${question}” anew as well; otherwise correct the day here.`,
    sideAgain: 'To go on, type the side that was operated on: left or right',
    sideReason: 'Why that side',
    sideSaid: (side: string, reason: string) => `Side said twice: ${side}, not the one on record. ${reason}`,
    sideWarning: (asked: string) => `${asked} Stop and check.`,
    sideLine: 'Affected side on record',
    found: 'What was found and done',
    monitoring: 'Monitoring, as typed by the monitoring team',
    monitoringText:
      'The lateral spread response at the end says something about the odds and nothing about this person: its absence does not prove a cure, and its presence does not prove the opposite.',
    noBaseline:
      'Changes of the brainstem auditory evoked potentials are entered only against a baseline taken after positioning and before the dura is opened.',
    lsr: {
      gone: (discharge: string, year: string) =>
        `With the response gone at the end, spasm was still present in ${perCent(discharge)} at discharge and in ${perCent(year)} at one year.`,
      present: (discharge: string, year: string) =>
        `With the response still present at the end, spasm was present in ${perCent(discharge)} at discharge and in ${perCent(year)} at one year.`,
    },
    prognosis: 'Prognosis only',
    team: 'Team and note',
    teamHint: 'Surgeon, anaesthetist, neurophysiologist, audiologist; anything that does not fit above.',
    save: 'Save operation',
    notYours: `${whoRecords('operation')} records an operation. You can read it here.`,
    begin: 'Record the operation',
    notYet: 'Nothing is recorded here until an operation has taken place.',
    another: 'Record another operation',
    record: 'Operation on record',
  },

  relief: {
    title: 'Relief since the operation',
    day: (day: number) => `Day ${day}`,
    since: (date: string) => `since the operation on ${date}`,
    today: 'today',
    chart: 'Reports of spasm by day after the operation, below the share of people who had become spasm-free by then',
    curve: 'Of those who became spasm-free in the end: free by then',
    lane: 'This person',
    share: (day: number, from: string, to: string) =>
      `By day ${day}, between ${from} and ${perCent(to)} of the people who became spasm-free in the end were free.`,
    late: (share: string) =>
      `By a year ${perCent(share)} of the people who became spasm-free in the end were free; a few followed later.`,
    six: (share: string) => `${perCent(share)} of eventual cures come by 6 months.`,
    caution: 'This is the pace among those who became spasm-free, not the chance of becoming so.',
    silent: (from: number, to: number) =>
      `A silent period of ${from} to ${to} days can come before spasm returns for a while.`,
    noReports: 'No report since the operation. The first one appears here as a point.',
    notBefore: (date: string) => `Nothing is concluded before ${date} (day 365).`,
    ticks: { 7: '7 d', 30: '30 d', 90: '3 mo', 180: '6 mo', 365: '1 y', 730: '2 y' } as Readonly<
      Record<number, string>
    >,
  },

  call: {
    title: 'Nurse’s call after the operation',
    text: 'Read it word for word. Any “yes” starts its own deadline.',
    emergency: {
      title: 'Say this first',
      text: 'If your face, arm or speech changes suddenly, if you are drowsy, have the worst headache, keep vomiting, choke, are short of breath or your calf swells: call the emergency number now; do not wait for us.',
    },
    expected:
      'Some people still twitch for weeks or months before it stops. Facial weakness or a hearing change needs a call the same day.',
    slots: 'The four calls',
    slot: (day: number) => `Day ${day}`,
    slotStates: {
      done: (date: string) => `done ${date}`,
      due: (date: string) => `due since ${date}`,
      ahead: (date: string) => `on ${date}`,
      missed: (date: string) => `not recorded (${date})`,
    },
    ask: {
      face: 'Is the face weaker on that side than when you went home?',
      eye: 'Does the eye stay open when you try to close it?',
      'red-eye': 'Is the eye red, painful or sensitive to light?',
      hearing: 'Has your hearing changed, or do you hear a new noise?',
      swallow: 'Do you choke, cough when drinking, or sound hoarse?',
      leak: 'Does clear fluid run from nose, ear or wound?',
      headache: 'Is there a headache that is the worst ever, or gets worse?',
      fever: 'Have you had a fever?',
      neck: 'Is the neck stiff?',
      calf: 'Is a calf swollen or painful?',
    } as Readonly<Record<string, string>>,
    nothing: 'Asked, nothing found',
    mood: 'Low or hopeless in these weeks?',
    moodYes: 'Take the depression questionnaire in Follow-up; item nine asks for contact today.',
    status: 'How is the spasm?',
    said: 'Anything else',
    emergencyNow: 'Hospital now, surgeon told. Read the text above aloud, then save.',
    opens: 'Saving starts',
    opensNothing: 'Saving starts no new deadline.',
    unasked: (count: number) => `${count} question${count === 1 ? '' : 's'} not asked yet`,
    save: 'Save call',
    note: {
      day: (day: number) => `Call on day ${day} after the operation.`,
      denied: (list: string) => `Asked and denied: ${list}.`,
      lowMood: 'Low mood reported: depression questionnaire to be taken.',
    },
  },
} as const
