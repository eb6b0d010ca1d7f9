/** The words of the six questions, wherever they are asked. */
export const words = {
  title: 'Six questions for today',
  lead: '“Don’t know” is a good answer.',
  options: { yes: 'Yes', no: 'No', unknown: 'Don’t know' },
  questions: {
    'rf.suddenPalsy': 'Did the face go weak or droop suddenly?',
    'rf.limbOrSpeech': 'Is there trouble with an arm, a leg, speech or awareness?',
    'rf.raisedICP': 'Is there a morning headache, vomiting or blurred vision?',
    'rf.suddenHearingLoss': 'Did hearing go suddenly on one side, in the last 30 days?',
    'rf.ageUnder18': 'Did it begin before the age of 18?',
  } as Readonly<Record<string, string>>,
  /** What each flag is called where there is room for few words. */
  short: {
    'rf.suddenPalsy': 'sudden droop',
    'rf.limbOrSpeech': 'arm, speech or awareness',
    'rf.raisedICP': 'headache or vomiting',
    'rf.suddenHearingLoss': 'sudden deafness',
    'rf.ageUnder18': 'began in childhood',
  } as Readonly<Record<string, string>>,
  treated: 'Has it been treated before (injections, operation, medicines)?',
  treatedLine: (answer: string) => `Treated before: ${answer}.`,
  treatedAnswers: { yes: 'yes', no: 'no', unknown: 'not known' },
  script: {
    title: 'Ring the person now',
    ask: 'Ask: “Is this happening now, or did it begin in the last few days?”',
    now: 'Yes: “Please call the emergency number at once.” Stay on the line until they have understood.',
    before: 'No: “A doctor of ours will ring you today.” Then hand this to the doctor on duty yourself.',
    notReached: 'No answer: ring the referrer. Writing it down here is not enough.',
  },
} as const
