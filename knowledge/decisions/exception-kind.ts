import {
  all,
  any,
  asOf,
  atLeast,
  atMost,
  type Condition,
  dateOf,
  daysBetween,
  type ExceptionKind,
  entryDate,
  exceptionKind,
  type Fact,
  is,
  named,
  not,
  onOrAfter,
  type PolicyNumber,
  unanswered,
  yes,
} from '@facialis/language'
import { type ExceptionCode, exception } from '../entries/index.ts'
import { redFlagFacts } from '../facts/index.ts'
import { exceptionMaximum } from '../policy/index.ts'
import { child } from './course.ts'
import { raisedAfter } from './red-flags.ts'

const f = exception.fields

/** A flag raised after the exception was signed ends it at once. */
const newFlagSince: Condition = any(...redFlagFacts.map((flag) => raisedAfter(flag, entryDate(exception))))

const stated = (fact: Fact): Condition =>
  fact.type === 'yes-no' ? { kind: 'is', fact, values: ['yes'] } : not(unanswered(fact))

export type Kind = Readonly<{
  label: string
  covers: readonly string[]
  /** The site may switch it off. */
  allowed: PolicyNumber
  available: Condition
  states?: readonly Fact[]
  /** Good for one session; else until it ends. */
  once?: true
  warning?: string
  because: ExceptionKind['because']
}>

/** Whatever its reason is. */
const holds = {
  signed: is(f.signerRole, 'senior-clinician'),
  told: yes(f.patientTold),
  notEnded: onOrAfter(dateOf(f.expires), asOf),
  notTooLong: atMost(daysBetween(entryDate(exception), dateOf(f.expires)), exceptionMaximum),
  noNewFlag: not(newFlagSince),
  unused: is(f.used, 'no'),
  grownUp: not(child),
}

export const kindOf = (code: ExceptionCode, kind: Kind): ExceptionKind => {
  const { label, covers, allowed, available, states = [], once, warning = null, because } = kind
  return exceptionKind(code, {
    label,
    covers,
    // Under age only the paediatric neurologist's opinion may be the reason for one.
    available: all(atLeast(allowed, 1), available, ...(code === 'paediatric-opinion' ? [] : [holds.grownUp])),
    inForce: named(
      'a standing exception in force',
      all(
        is(f.code, code),
        holds.signed,
        holds.told,
        holds.notEnded,
        holds.notTooLong,
        holds.noNewFlag,
        ...states.map(stated),
        ...(once ? [holds.unused] : []),
      ),
    ),
    entry: exception,
    states,
    warning,
    because,
  })
}
