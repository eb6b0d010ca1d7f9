import {
  all,
  any,
  before,
  type Condition,
  decide,
  decided,
  detail,
  entryDate,
  is,
  latestDate,
  named,
  not,
  otherwise,
  rule,
  some,
  yes,
} from '@facialis/language'
import { study } from '../entries/index.ts'
import { redFlagFacts } from '../facts/index.ts'
import { A3, A5, A6, K13, S2, S13 } from '../sources/index.ts'
import { openFlag, redFlagsWith } from './red-flags.ts'
import { malformations, masses, others, plaques, type Subject, setAside } from './relevance.ts'
import { clearsAllWithContrast, readsFor } from './study-reads.ts'

export const flags = redFlagsWith(clearsAllWithContrast)
export const noOpenRedFlag = named('no red flag is open', not(flags.openRedFlag))

export const reads = readsFor(noOpenRedFlag)
type Read = (typeof reads)[keyof typeof reads]

const concludes = (what: 'yes' | 'no') =>
  all(is(study.fields.modality, 'mri'), yes(study.fields.signed), is(study.fields.lesionExcluded, what))
/**
 * A reader's conclusion can shut, never open by itself. It stands until a later signed read says that a lesion is
 * excluded: a read that is silent about it, or one of the same day, takes nothing back.
 */
export const notExcluded = named(
  'a signed read concludes that a lesion is not excluded, and no later one that it is',
  some(study, all(concludes('no'), not(before(entryDate(study), latestDate(study, concludes('yes')))))),
)

const reopenedBy = detail.items(
  ...redFlagFacts.map((flag) => ({ when: openFlag(flag, clearsAllWithContrast), item: flag.id })),
)

type Question = Readonly<{ asks: string; about: Subject; read: Read }>

/** The problem list and the studies together, re-opened by any red flag that no later contrast read answers. */
const ruleOut = (id: string, { asks, about, read }: Question) => {
  const found = decided(read.each, 'positive')
  /** The studies the answer rests on: those that show it or, where none does, those that exclude it. */
  const evidence = any(found, all(decided(read.each, 'cleared'), not(some(study, found))))
  /** Found and judged unrelated: shown for as long as it is on record, with whoever follows it up. */
  const aside = setAside(...about.findings)
  return decide(`rule-out.${id}`, {
    asks,
    answers: ['open', 'positive', 'cleared'],
    boldness: [['open', 'positive'], ['cleared']],
    rules: [
      rule(
        'RO-05',
        any(is(about.known, 'present', 'present-possible', 'present-causal'), decided(read.all, 'positive')),
      )
        .answers('positive')
        .because('A lesion is on record: a specialist judges first whether it has to do with the spasm.', S13, A5)
        .over('FU-04'),
      rule('FU-04', flags.openRedFlag)
        .answers('open')
        .because('A red flag is open, and no contrast study since then has resolved it.', K13, A6)
        .over('IM-09'),
      rule('IM-09', notExcluded)
        .answers('open')
        .because('A signed read concludes that a lesion is not excluded, and no later read excludes it.', A3, S13)
        .over('RO-01'),
      rule('RO-01', decided(read.all, 'cleared'))
        .answers('cleared')
        .because('An adequate, signed study since onset shows none.', S2, A3),
    ],
    otherwise: otherwise(
      'RO-02',
      'open',
      'There is no adequate, signed and acknowledged study that answers this.',
      S13,
      S2,
    ),
    detail: {
      evidence: detail.entries(study, evidence),
      reader: detail.latestField({ entry: study, field: study.fields.readerRole, where: evidence }),
      date: detail.date({ kind: 'latest-date', entry: study, where: evidence }),
      adequacy: detail.latestField({ entry: study, field: study.fields.evidence, where: evidence }),
      setAside: detail.entries(study, aside),
      followUpOwner: detail.latestField({ entry: study, field: study.fields.followUpOwner, where: aside }),
      reopenedBy,
    },
  })
}

export const tumour = ruleOut('tumour', {
  asks: 'Has a tumour, cyst, ear or parotid mass been ruled out, on either side?',
  about: masses,
  read: reads.tumour,
})
export const vascularMalformation = ruleOut('vascular-malformation', {
  asks: 'Have a vascular malformation, fistula, cavernoma and aneurysm been ruled out?',
  about: malformations,
  read: reads.malformation,
})
export const demyelination = ruleOut('demyelination', {
  asks: 'Has multiple sclerosis been ruled out?',
  about: plaques,
  read: reads.demyelination,
})
export const otherLesion = ruleOut('other-lesion', {
  asks: 'Have raised intracranial pressure, infarction or haemorrhage, Chiari malformation, bone disease and facial-nerve enhancement been ruled out?',
  about: others,
  read: reads.other,
})

export const ruleOuts = [tumour, vascularMalformation, demyelination, otherLesion] as const
export const allCleared: Condition = named(
  'every lesion ruled out',
  all(...ruleOuts.map((decision) => decided(decision, 'cleared'))),
)
export const anyPositive: Condition = named(
  'a lesion was found',
  any(...ruleOuts.map((decision) => decided(decision, 'positive'))),
)
