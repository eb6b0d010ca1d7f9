import {
  alert as alertOf,
  all,
  always,
  any,
  asOf,
  assumption,
  atChair,
  atLeast,
  atMost,
  atTheChair,
  before,
  candidate,
  check,
  collection,
  count,
  dateOf,
  daysBetween,
  daysSince,
  decide,
  decided,
  decideEach,
  detail,
  draft,
  earliest,
  entry,
  entryDate,
  established,
  exceptionKind,
  fact,
  feature,
  fieldsOf,
  firstDate,
  firstOf,
  fold,
  gate,
  has,
  invariant,
  is,
  lastOf,
  latest,
  latestDate,
  latestOf,
  lessThan,
  moreThan,
  named,
  need,
  neutral,
  no,
  none,
  not,
  onOrAfter,
  otherwise,
  ownJudgement,
  type Pathway,
  passage,
  plus,
  policyNumber,
  proposed,
  provided,
  quantity,
  ranking,
  recent,
  recordedOn,
  rule,
  runLength,
  screen,
  sessionGate,
  shifted,
  some,
  step,
  sum,
  times,
  unanswered,
  when,
  yearsBetween,
  yes,
} from '@facialis/language'

/**
 * A made-up pathway of one page that says something with every word of the language: no medicine, and small enough
 * that each of its forms can be read from beginning to end.
 */
const handbook = {
  id: 'handbook',
  title: 'The made-up handbook of knees',
  dated: '2024',
  reviewBy: '2030',
  locator: 'https://example.org/knees',
}
const letter = { id: 'letter', title: 'A made-up letter', dated: '2020-05', reviewBy: '2025-06' }
const K1 = passage('K1', handbook, {
  locator: 'page 1',
  strength: 'strong',
  says: 'A knee is cleared before it is injected.',
  normative: true,
})
const K2 = passage('K2', letter, {
  locator: 'line 2',
  strength: 'weak',
  says: 'Twelve weeks lie between <two> injections & more.',
  unverified: true,
})
const own = ownJudgement('somebody has to say it')

const interval = policyNumber('interval', {
  label: 'Days between two injections',
  unit: 'd',
  default: 84,
  min: 70,
  max: 180,
  because: [K2],
})
const fresh = policyNumber('fresh', {
  label: 'Days an answer stands',
  unit: 'd',
  default: 90,
  min: 30,
  max: 365,
  because: [own],
})
const grownUp = policyNumber('age', {
  label: 'Age of grown-ups',
  unit: 'a',
  default: 18,
  min: 16,
  max: 21,
  because: [K1],
})

const pain = fact.choice('knee.pain', ['no', 'yes', 'yes-explained'], {
  question: 'Does the knee hurt?',
  label: 'pain in the knee',
  adverse: { injection: ['yes'] },
  judged: { words: ['yes-explained'], of: 'yes' },
  codes: [{ system: 'snomed', code: '30989003', confirmed: true }],
})
const locked = fact.yesNo('knee.locked', {
  question: 'Is the knee locked?',
  adverse: { injection: ['yes'] },
  goodFor: fresh,
  cost: 3,
})
const born = fact.date('born', { question: 'When were you born?', adverse: neutral('a birthday'), may: 'past' })
const booked = fact.date('knee.booked', {
  question: 'When is the next visit?',
  adverse: neutral('a booking'),
  may: 'future',
})
const signs = fact.set('knee.signs', ['swelling', 'warmth', 'clicking'], {
  question: 'What is seen?',
  adverse: { injection: ['warmth'] },
  cost: 3,
})
const girth = fact.quantity(
  'knee.girth',
  { unit: 'cm', min: 0, max: 900, decimals: 1 },
  { question: 'How wide?', adverse: neutral('no gate asks'), goodFor: fresh },
)
const lens = fact.yesNo('knee.metal', {
  question: 'Is there metal?',
  adverse: { injection: ['yes'] },
  unrecorded: 'no',
  unverified: true,
})
const note = fact.text('knee.note', { question: 'Anything else?' })
const infection = atChair(
  fact.yesNo('knee.infection', { question: 'Is the skin infected today?', adverse: { injection: ['yes'] } }),
)
const fever = atChair(fact.yesNo('fever', { question: 'Fever today?', adverse: { injection: ['yes'] } }))
const thinner = atChair(fact.yesNo('thinner', { question: 'A blood thinner?', adverse: neutral('noted only') }))

const s = fieldsOf('scan')
const finding = s.choice('scan.finding', ['absent', 'present'], {
  question: 'What does it show?',
  adverse: { injection: ['present'] },
})
const signed = s.yesNo('scan.signed', { question: 'Is it signed?', adverse: { injection: ['no'] } })
const reported = s.date('scan.reported', {
  question: 'When was it reported?',
  adverse: neutral('a date'),
  may: 'past',
  daysAfterEntry: 0,
})
const parts = s.set('scan.parts', ['front', 'back'], { question: 'Which parts?', adverse: neutral('parts') })
const scan = entry(
  'scan',
  {
    label: 'scan',
    plural: 'scans',
    orderable: true,
    fills: [{ field: finding, is: 'absent', fills: [signed], with: 'yes' }],
  },
  { finding, signed, reported, parts },
)

const i = fieldsOf('injection')
const dose = i.quantity(
  'injection.dose',
  { unit: 'ml', min: 0, max: 500, decimals: 2 },
  { question: 'How much?', adverse: neutral('a dose') },
)
const relief = i.choice('injection.relief', ['none', 'some', 'full'], {
  question: 'Did it help?',
  adverse: neutral('a result'),
})
const side = i.choice('injection.side', ['left', 'right'], { question: 'Which knee?', adverse: neutral('a side') })
const expires = i.date('injection.expires', {
  question: 'When does the vial expire?',
  adverse: neutral('a date'),
  may: 'any',
})
const injection = entry(
  'injection',
  { label: 'injection', plural: 'injections', ahead: 'is booked as a visit' },
  { dose, relief, side, expires },
)

const x = fieldsOf('permit')
const code = x.choice('permit.code', ['early', 'metal'], { question: 'What for?', adverse: neutral('a code') })
const until = x.date('permit.until', { question: 'Until when?', adverse: neutral('a date'), may: 'any' })
const permit = entry('permit', { label: 'standing exception', plural: 'permits' }, { code, until })

const skin = screen('skin-questions', 'The questions about the skin', [infection, fever], 1)
const asked = screen('knee-questions', 'The questions about the knee', [pain, locked])

const readScan = named('a signed scan', all(yes(signed), not(is(finding, 'present'))))
const oneScan = decideEach('mass.each', scan, {
  asks: 'Is there a mass on this scan?',
  answers: ['open', 'positive', 'cleared'],
  boldness: [['open', 'positive'], ['cleared']],
  rules: [
    rule('M-1', is(finding, 'present')).answers('positive').because('It shows one.', K1).over('M-2'),
    rule('M-2', all(readScan, has(parts, 'front', 'back')))
      .answers('cleared')
      .because('It shows none.', K1, own),
  ],
  otherwise: otherwise('M-0', 'open', 'Not read.', own),
})
const mass = fold('mass', {
  asks: 'Is a mass ruled out?',
  each: oneScan,
  entry: scan,
  join: ['positive', 'cleared', 'open'],
  otherwise: otherwise('M-9', 'open', 'No scan is on record.', K1),
  detail: { scans: detail.entries(scan, readScan), on: detail.date(latestDate(scan, readScan)) },
})
const kind = decide('kind', {
  asks: 'Which knee is it?',
  answers: ['plain', 'hot', 'stuck', 'unclear'],
  undetermined: 'unclear',
  rules: [
    rule('N-1', any(has(signs, 'warmth'), yes(fever)))
      .answers('hot')
      .because('Warmth is heat.', K1)
      .over('N-2'),
    rule('N-2', all(yes(locked), is(pain, 'yes', 'yes-explained')))
      .answers('stuck')
      .because('Locked and sore.', own)
      .flagged()
      .over('N-3'),
    rule('N-3', no(locked)).answers('plain').because('It moves.', own),
  ],
  otherwise: otherwise('N-0', 'unclear', 'Nobody can tell.', own),
  detail: {
    told: detail.items(
      { when: has(signs, 'clicking'), item: 'it clicks' },
      { when: unanswered(girth), item: 'not measured' },
    ),
    girth: detail.amountOf(quantity(girth), { unit: 'cm', decimals: 1 }),
    visit: detail.firstOf(
      { when: before(asOf, dateOf(booked)), tell: detail.date(dateOf(booked)) },
      { when: always, tell: detail.fixed('none booked') },
    ),
    rows: detail.rows({
      when: is(pain, 'yes'),
      row: { pain: detail.valueOf(pain), days: detail.numberOf(daysSince(recordedOn(pain))) },
    }),
  },
})
const adult = named('grown up', atLeast(yearsBetween(dateOf(born), asOf), grownUp))
const lastInjection = latestDate(injection)
const early = exceptionKind('early', {
  label: 'An early injection',
  covers: ['I-4'],
  available: atMost(count(injection), 3),
  inForce: all(is(code, 'early'), onOrAfter(dateOf(until), asOf)),
  entry: permit,
  states: [until],
  warning: 'Nobody knows what it does.',
  because: [own],
})
const injectionGate = gate('injection', {
  asks: 'May this knee be injected?',
  needs: [
    need('I-1', decided(mass, 'cleared')).because('A mass is ruled out.', K1),
    need('I-2', adult).because('The person is grown up.', own),
  ],
  limits: [
    when('I-3', any(decided(kind, 'hot'), yes(lens)))
      .blocks()
      .because('A hot knee is left alone.', K1, K2),
    when('I-4', lessThan(daysSince(lastInjection), interval))
      .blocks()
      .because('Twelve weeks lie between.', K2)
      .flagged(),
    when('I-5', moreThan(sum(injection, dose, atMost(daysBetween(entryDate(injection), asOf), 365)), times(4, 100)))
      .cautions()
      .because('Much was given this year.', own),
    atTheChair('I-6', infection, 'yes').blocks().because('Not through infected skin.', K1),
    atTheChair('I-7', fever, 'yes').cautions().because('Fever is asked about.', own),
    atTheChair('I-8', thinner, 'yes').notes().because('Press longer.', own),
  ],
  exceptions: [early],
  detail: { last: detail.latestField({ entry: injection, field: side, where: always }) },
})
const atSession = sessionGate('injection.session', injectionGate, {
  asks: 'May it be injected now?',
  needs: [need('S-1', is(pain, 'yes', 'yes-explained')).because('It hurts.', own)],
})
const response = decide('response', {
  asks: 'Did it help?',
  answers: ['none-given', 'too-early', 'worn-off', 'helped', 'not'],
  rests: 'on what is established',
  rules: [
    rule('R-1', established(none(injection)))
      .answers('none-given')
      .because('None was given.', own)
      .over('R-2'),
    rule('R-2', established(lessThan(daysBetween(lastInjection, asOf), plus(7, 7))))
      .answers('too-early')
      .because('Two weeks are needed.', K2)
      .over('R-3'),
    rule(
      'R-3',
      established(atLeast(runLength(injection, { during: is(relief, 'full'), endedBy: is(relief, 'none') }), 28)),
    )
      .answers('worn-off')
      .because('It helped for a while.', own)
      .over('R-4'),
    rule(
      'R-4',
      established(
        any(latest(injection, always, is(relief, 'some', 'full')), recent(injection, 1, always, is(relief, 'full'))),
      ),
    )
      .answers('helped')
      .because('It helped.', own),
  ],
  otherwise: otherwise('R-0', 'not', 'It did not help.', own),
  detail: { mass: detail.answerOf(mass) },
})
const sore = named('sore', any(is(pain, 'yes'), all(yes(locked), atLeast(quantity(girth), 400))))
const operation = decide('operation', {
  asks: 'Should it be opened?',
  answers: ['not', 'first-look', 'consider', 'offer'],
  boldness: [['not', 'first-look'], ['consider'], ['offer']],
  rules: [
    rule('O-1', yes(lens)).answers('not').because('Metal is left alone.', K1).over('O-2'),
    rule(
      'O-2',
      all(sore, not(has(signs, 'swelling')), any(no(infection), unanswered(infection), established(yes(thinner)))),
    )
      .answers('offer')
      .because('It is sore and slim.', own)
      .over('O-3'),
    rule('O-3', not(any(has(signs, 'swelling', 'clicking'), not(adult))))
      .answers('not')
      .because('Nothing to see.', own)
      .over('O-4'),
    rule('O-4', is(pain, 'no')).answers('first-look').because('It does not hurt.', K2).flagged().over('O-5'),
    rule('O-5', decided(kind, 'stuck', 'plain'))
      .answers('consider')
      .because('Not hot.', own),
  ],
  otherwise: otherwise('O-0', 'offer', 'Nothing speaks against it.', own),
})
/** Many questions in one. */
const troubled = any(
  sore,
  all(yes(locked), any(has(signs, 'swelling'), has(signs, 'warmth')), not(no(lens))),
  all(
    any(is(pain, 'yes'), is(pain, 'yes-explained'), has(signs, 'clicking')),
    any(
      some(injection, all(is(side, 'left'), is(relief, 'none'))),
      some(scan, all(yes(signed), is(finding, 'present'))),
      recent(injection, 1, is(side, 'right'), is(relief, 'full')),
    ),
  ),
  all(not(adult), any(yes(thinner), unanswered(born))),
)
const soon = all(atMost(daysBetween(entryDate(injection), asOf), 30), is(side, 'left'))
const lately = decide('lately', {
  asks: 'What happened lately?',
  answers: ['left', 'left-long-ago', 'expired', 'none', 'unclear'],
  undetermined: 'unclear',
  rules: [
    rule('T-1', some(injection, soon)).answers('left').because('The left one.', own).over('T-2'),
    rule(
      'T-2',
      all(
        not(some(injection, all(lessThan(daysBetween(entryDate(injection), asOf), 200), not(is(side, 'right'))))),
        some(injection, is(side, 'left')),
      ),
    )
      .answers('left-long-ago')
      .because('Long ago.', own)
      .over('T-3'),
    rule(
      'T-3',
      any(
        before(earliest(firstOf(injection, expires, is(side, 'left')), lastOf(injection, expires)), asOf),
        lessThan(daysSince(latestOf(firstDate(injection), shifted(latestDate(injection, is(relief, 'full')), 7))), 14),
        atLeast(daysBetween(provided(yes(locked), recordedOn(locked)), asOf), fresh),
        recent(injection, 1, is(side, 'left', 'right'), atLeast(quantity(dose), 300)),
        moreThan(plus(sum(injection, dose), times(count(scan, yes(signed)), 100)), 900),
      ),
    )
      .answers('expired')
      .because('A vial is old.', K2),
  ],
  otherwise: otherwise('T-0', 'none', 'Nothing.', own),
})
const causes = ranking('causes', {
  asks: 'What could it be?',
  candidates: [
    candidate('wear', {
      label: 'wear',
      for: [feature('it clicks', has(signs, 'clicking'), 2)],
      against: [feature('young', not(adult))],
      test: 'an X-ray',
      because: [K1],
    }),
    candidate('gout', {
      label: 'gout',
      for: [
        feature('warm', has(signs, 'warmth')),
        feature('swollen or stuck', any(has(signs, 'swelling'), yes(locked))),
      ],
      against: [],
      test: 'a needle',
      because: [own],
    }),
  ],
})
const stage = decide('stage', {
  asks: 'Where does the person stand?',
  answers: ['looking', 'waiting', 'treating'],
  undetermined: 'looking',
  rules: [
    rule('G-1', some(injection)).answers('treating').because('An injection was given.', own).over('G-2'),
    rule('G-2', onOrAfter(dateOf(booked), asOf))
      .answers('waiting')
      .because('A visit is booked.', own),
  ],
  otherwise: otherwise('G-0', 'looking', 'Nothing has begun.', own),
  detail: { leading: detail.leaderOf(causes) },
})
const flags = collection('flags', {
  asks: 'What is dangerous?',
  items: [
    {
      id: 'heat',
      when: has(signs, 'warmth'),
      detail: { urgency: detail.fixed('urgent') },
      text: 'A hot knee.',
      because: [K1],
    },
    {
      id: 'lock',
      when: yes(locked),
      detail: { urgency: detail.fixed('soon') },
      text: 'A locked knee.',
      because: [own],
    },
  ],
})

export const knee: Pathway = {
  id: 'knee',
  version: '1.2.0',
  title: 'The made-up knee',
  status: draft,
  released: null,
  passages: [K1, K2],
  facts: [pain, locked, born, booked, signs, girth, lens, note, infection, fever, thinner],
  entries: [scan, injection, permit],
  screens: [skin, asked],
  policy: [interval, fresh, grownUp],
  decisions: [oneScan, mass, kind, injectionGate, atSession, response, operation, lately, stage],
  collections: [flags],
  rankings: [causes],
  steps: [
    step(
      'ask',
      {
        label: 'Ask',
        text: 'Nobody has asked.',
        when: any(unanswered(pain), unanswered(locked)),
        owner: 'nurse',
        anchor: { name: 'knee.booked', date: dateOf(booked) },
        window: { due: 0 },
        settles: [pain, locked, fever],
        rules: [],
      },
      own,
    ),
    step(
      'order-scan',
      {
        label: 'Order a scan',
        text: 'Nobody has looked inside.',
        when: not(decided(mass, 'cleared')),
        owner: 'clinician',
        urgency: [
          [has(signs, 'warmth'), 'urgent'],
          [yes(locked), 'soon'],
        ],
        anchor: { name: 'knee.pain', date: recordedOn(pain) },
        window: { due: 14, overdue: 28 },
        settles: [scan],
        rules: ['M-9'],
      },
      K1,
    ),
    step(
      'inject-again',
      {
        label: 'Inject again',
        text: 'It is time.',
        when: all(some(injection), decided(injectionGate, 'permitted', 'caution')),
        owner: 'nurse',
        urgency: 'routine',
        anchor: [
          { name: 'injection', date: latestOf(lastInjection, firstDate(injection)) },
          { name: 'vial', date: earliest(firstOf(injection, expires), lastOf(injection, expires)) },
        ],
        window: { opens: interval, due: plus(interval, 14) },
        settles: [infection, fever, relief],
        rules: ['I-4', 'R-4'],
      },
      K2,
      own,
    ),
    step(
      'call',
      {
        label: 'Call',
        text: 'How is it?',
        when: yes(thinner),
        owner: 'nurse',
        anchor: { name: 'injection', date: provided(some(injection), shifted(lastInjection, 7)) },
        window: { due: 3 },
        settles: [relief],
        rules: [],
      },
      own,
    ),
  ],
  alerts: [
    alertOf('trouble', { severity: 'warning', when: troubled, text: 'Look again.', rules: [] }, own),
    alertOf(
      'hot-knee',
      { severity: 'critical', when: has(signs, 'warmth'), text: 'A hot knee is seen today.', rules: ['N-1'] },
      K1,
    ),
    alertOf(
      'much',
      {
        severity: 'info',
        when: moreThan(count(injection, atLeast(quantity(dose), 100)), 1),
        text: 'Twice a full dose.',
        rules: [],
      },
      own,
    ),
  ],
  checks: [
    check('C-1', {
      of: injection,
      when: moreThan(quantity(dose), 400),
      effect: 'stop',
      code: 'too-much',
      about: dose,
      text: 'More than {most} ml is never given.',
      tells: { most: detail.fixed('4') },
    }).because(K1),
    check('C-2', {
      of: injection,
      when: some(injection, proposed(injection, is(side, 'left'))),
      effect: 'confirm',
      code: 'left-again',
      about: side,
      text: 'The left knee again?',
      unknown: 'Nobody knows which knee.',
    })
      .because(own)
      .flagged(),
  ],
  labels: [
    {
      jurisdiction: 'uk',
      product: 'hyal',
      indication: 'knee',
      status: 'not-labelled',
      labelDate: '2025-01',
      because: [own],
      unverified: true,
    },
  ],
  conflicts: [
    {
      id: 'X-1',
      question: 'How long between two?',
      seed: [K1],
      seedSays: 'no word',
      literature: [K2],
      literatureSays: 'twelve weeks',
      followed: 'literature',
      handling: 'The letter is followed.',
      rules: ['I-4'],
    },
  ],
  terminology: [
    {
      code: { system: 'snomed', code: '30989003', confirmed: true },
      display: 'knee pain',
      in: ['Condition'],
      means: [{ kind: 'states', fact: pain, value: 'yes' }],
    },
    {
      code: { system: 'cpt', code: '20610', confirmed: false },
      display: 'knee injected',
      in: ['Procedure'],
      means: [{ kind: 'enters', entry: injection, fields: { 'injection.side': 'left' } }],
    },
    {
      code: { system: 'loinc', code: '9-9', confirmed: true },
      display: 'girth',
      in: ['Observation'],
      means: [{ kind: 'measures', fact: girth }],
    },
  ],
  focus: { looking: ['mass', 'kind'], treating: ['injection', 'response'] },
  toProve: {
    invariants: [
      invariant(
        'P-1',
        {
          text: 'Nobody with a mass is injected.',
          whenever: decided(injectionGate, 'permitted', 'caution'),
          holds: decided(mass, 'cleared'),
        },
        K1,
      ),
      invariant('P-2', { text: 'Every knee is plain.', whenever: always, holds: decided(kind, 'plain') }, own),
      invariant(
        'P-3',
        {
          text: 'Whoever takes a blood thinner said so after the birthday.',
          whenever: yes(thinner),
          holds: onOrAfter(recordedOn(thinner), dateOf(born)),
        },
        own,
      ),
    ],
    assumptions: [
      assumption(
        'A-1',
        {
          text: 'What is signed was reported.',
          about: 'scan',
          holds: any(no(signed), atLeast(daysBetween(entryDate(scan), dateOf(reported)), 0)),
        },
        own,
      ),
    ],
    offers: [injectionGate, atSession, mass, operation],
    wide: [],
  },
  stage,
}
