const totalOfSheet =
  'Enter the total only: the wording of the items belongs to its authors and is not shown here. Use your own copy of the sheet.'

export const words = {
  title: 'Follow-up',
  lead: 'How it is going, in numbers and in the person’s words; who called, and who answers by when.',
  parts: 'On this page',
  discard: 'Discard',
  saved: 'Recorded.',

  emergency: {
    title: 'Say this first when it fits',
    text: 'Sudden weakness, trouble speaking, breathing or swallowing, or a sudden severe headache: hang up and call your emergency number now. Do not wait for us.',
  },

  chart: {
    title: 'Scores over time',
    empty: 'No score is on record',
    emptyText: 'Type the first one below. Without a first score nobody can say later what changed.',
    emptyForOthers: 'Without a first score nobody can say later what changed.',
    note: 'Each line is a share of its own scale: higher is worse. Dashed vertical lines are treatments.',
    session: 'Toxin session',
    operation: 'Operation',
    shown: 'Show',
    events: 'Treatments drawn',
    table: {
      caption: 'The latest value of each score and how it changed',
      score: 'Score',
      last: 'Last',
      before: 'Before',
      change: 'Change',
      rater: 'Rater',
    },
    on: (value: string, date: string) => `${value}, ${date}`,
    verdict: {
      better: 'Better',
      worse: 'Worse',
      'no-important-change': 'No important change',
      same: 'The same',
      changed: 'Changed; no source says how much matters',
    },
    by: (by: number) => (by > 0 ? `+${by}` : `${by}`.replace('-', '−')),
    matters: (points: string) => `from ${points} on`,
    noise: 'Another rater: one grade of difference may come from the rater, not the person.',
    none: '—',
  },

  form: {
    title: 'Record scores',
    text: 'Enter only what was measured today. Empty fields are not recorded.',
    rater: 'Rater',
    clinician: 'Rated by the clinician',
    person: 'Answered by the person',
    mood: 'Mood',
    moodText:
      'The total and the answer to the ninth item of the depression questionnaire. They never hold back an injection or an operation, and the referrer does not see them.',
    face: 'Yearly check of the treated face',
    faceText:
      'Photographs at rest, eyes shut and smiling, and the House–Brackmann grade above; compare them with the year before.',
    lastCheck: (date: string) => `Last: ${date}`,
    /** Why an instrument is asked for by its total, at its own field. */
    totalOnly: {
      'score.jrs': totalOfSheet,
      'score.hfs7': totalOfSheet,
      'score.hfs30': totalOfSheet,
      'score.hfs36': totalOfSheet,
    } as Readonly<Record<string, string>>,
    save: 'Save scores',
    onRecord: (value: string, date: string) => `Last: ${value}, ${date}`,
  },

  mood: {
    contact: 'A person speaks with them today',
    contactText:
      'Name who it is before they leave. Give these numbers now: emergency number 112 or 911; in the United States the crisis line 988 answers calls and texts day and night. Nothing is left to a message that nobody reads.',
    letter: 'One line for the family doctor',
    letterText: 'The letter says that low mood was reported and asks the family doctor to look into it.',
  },

  spasm: {
    title: 'How is the spasm?',
    text: 'One press records it for today, as told by the person or seen by the examiner.',
    last: (status: string, date: string) => `Last report: ${status}, ${date}.`,
    none: 'No report is on record yet.',
    lacks: (date: string | null) =>
      `The report ${date === null ? 'without a date' : `of ${date}`} has no answer. How was the spasm then?`,
    statuses: {
      none: 'None',
      occasional: 'Occasional',
      reduced: 'Reduced',
      unchanged: 'Unchanged',
      worse: 'Worse',
    } as Readonly<Record<string, string>>,
    save: 'Save report',
  },

  undated: {
    title: 'Spasm reports without a date',
    asks: (status: string | null) =>
      status === null ? 'When was the report without an answer?' : `When was the report that says “${status}”?`,
    save: 'Save the date',
  },

  call: {
    title: 'Somebody calls',
    identified: 'Name and birth date asked, and they match',
    reason: 'Why are they calling?',
    reasons: {
      'early-wear-off': 'Wearing off early',
      eye: 'Eye',
      droop: 'Droop or weakness',
      swallowing: 'Swallowing, breathing, speech',
      'after-operation': 'After the operation',
      admin: 'Appointment or papers',
      other: 'Something else',
    } as Readonly<Record<string, string>>,
    complaints: 'Which complaints?',
    began: 'Since when?',
    status: 'And the spasm?',
    said: 'What was said',
    owner: 'Who answers',
    answerBy: 'Answer by',
    tooEarly: (today: string) => `The earliest day is today, ${today}.`,
    tooLate: 'This is more than a year ahead. Check the year.',
    today: 'Today',
    nextDay: (date: string) => `Next working day, ${date}`,
    save: 'Save call',
    still: {
      identify: 'Ask name and birth date first.',
      reason: 'Why are they calling?',
      owner: 'Who answers?',
      'answer-by': 'Answer by when?',
    },
    emergencyNow: 'This is an emergency: read the text above aloud now, then save.',
    note: {
      reason: (reason: string) => `Reason: ${reason}.`,
      owner: (owner: string) => `Answered by: ${owner}.`,
      answerBy: (date: string) => `Answer by ${date}.`,
    },
  },

  missed: {
    title: 'An appointment did not take place',
    text: 'What was due keeps its due date; nobody is discharged for it.',
    willBeOver: (date: string) => `Once this is recorded, the first visit booked for ${date} needs to be booked again.`,
    stays: (date: string) =>
      `The first visit stays booked for ${date}: what you record here ends only a booking for today or earlier. If that visit is the one that will not take place, say so where it is booked.`,
    isOver: (date: string) => `The first visit of ${date} did not take place and needs to be booked again.`,
    book: 'Go to the booking',
    note: 'What was said (optional)',
    save: 'Record it',
  },

  complaints: {
    title: 'Open complaints',
    none: 'No complaint is waiting to be settled.',
    since: (date: string, days: string) => `since ${date}${days === '' ? '' : ` (${days})`}`,
    afterSession: (days: number) => `day ${days} after the last session`,
    afterOperation: (days: number) => `day ${days} after the operation`,
    settle: 'Looked at and settled',
    stroke: 'Stroke excluded',
    strokeDone: 'Stroke excluded',
  },

  kinds: {
    'facial-weakness': 'Face weaker',
    'hearing-change': 'Hearing changed',
    'clear-fluid': 'Clear fluid from nose, ear or wound',
    fever: 'Fever',
    'neck-stiffness': 'Stiff neck',
    'red-painful-eye': 'Red, painful or light-sensitive eye',
    'eye-not-closing': 'Eye does not close',
    'vision-drop': 'Sees worse',
    swallowing: 'Trouble swallowing',
    breathing: 'Trouble breathing',
    speech: 'Trouble speaking',
    'limb-weakness': 'Arm or leg weak',
    drowsiness: 'Drowsy',
    'worst-headache': 'Worst headache',
    vomiting: 'Vomiting',
    'calf-swelling': 'Calf swollen',
    choking: 'Choking',
    'early-wear-off': 'Effect wearing off early',
    ptosis: 'Lid droops',
    other: 'Something else',
  } as Readonly<Record<string, string>>,

  closure: {
    title: 'End of the episode',
    open: 'The episode is open.',
    closed: (how: string, date: string) => `Closed: ${how}${date === '' ? '' : `, ${date}`}.`,
    start: 'Close the episode',
    how: 'How does it end?',
    hows: {
      discharged: 'Discharged, access stays open',
      transferred: 'Transferred to another clinic',
      'other-pathway': 'Another pathway leads',
      withdrawn: 'The person withdrew',
      deceased: 'The person died',
    } as Readonly<Record<string, string>>,
    reason: 'Why, in a sentence',
    wayBack: 'The way back: who owns it, and when they should come again',
    wayBackHint: 'Spasm back, a new sign, or a question: how do they reach you without a new referral?',
    save: 'Close with this reason',
    reopen: 'Open it again',
    reopenReason: 'Opened again.',
    waiting: 'Still waiting. Closing does not settle these:',
    notes: {
      how: (how: string) => `Closed: ${how}.`,
      reason: (reason: string) => `Reason: ${reason}`,
      wayBack: (way: string) => `Way back: ${way}`,
    },
  },
} as const
