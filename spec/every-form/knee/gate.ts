import {
  all,
  always,
  any,
  asOf,
  atLeast,
  atMost,
  atTheChair,
  before,
  count,
  dateOf,
  daysBetween,
  daysSince,
  decide,
  decided,
  decideEach,
  detail,
  entryDate,
  exceptionKind,
  fold,
  gate,
  has,
  is,
  latestDate,
  lessThan,
  moreThan,
  named,
  need,
  no,
  not,
  onOrAfter,
  otherwise,
  quantity,
  recordedOn,
  rule,
  sessionGate,
  sum,
  times,
  unanswered,
  when,
  yearsBetween,
  yes,
} from '@facialis/language'
import { code, dose, finding, injection, parts, permit, scan, side, signed, until } from './entries.ts'
import { booked, born, fever, girth, infection, lens, locked, pain, signs, thinner } from './facts.ts'
import { grownUp, interval, K1, K2, own } from './passages.ts'

const readScan = named('a signed scan', all(yes(signed), not(is(finding, 'present'))))
export const oneScan = decideEach('mass.each', scan, {
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
export const mass = fold('mass', {
  asks: 'Is a mass ruled out?',
  each: oneScan,
  entry: scan,
  join: ['positive', 'cleared', 'open'],
  otherwise: otherwise('M-9', 'open', 'No scan is on record.', K1),
  detail: { scans: detail.entries(scan, readScan), on: detail.date(latestDate(scan, readScan)) },
})
export const kind = decide('kind', {
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
export const adult = named('grown up', atLeast(yearsBetween(dateOf(born), asOf), grownUp))
export const lastInjection = latestDate(injection)
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
export const injectionGate = gate('injection', {
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
export const atSession = sessionGate('injection.session', injectionGate, {
  asks: 'May it be injected now?',
  needs: [need('S-1', is(pain, 'yes', 'yes-explained')).because('It hurts.', own)],
})
