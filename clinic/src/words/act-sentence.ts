import { isYes, type PlainValue, type Said, type TimelineItem } from '@facialis/wire'
import { findingsOf } from '../findings-of.ts'
import { exceptionLabel, factLabel, ruleOutIds, screenOf } from '../pathway.ts'
import { deeds, parts } from './acts.ts'
import { certaintyWords, decisionTitle } from './clinical.ts'
import { dateWords } from './dates.ts'
import { type Phrase, phraseOf, phrasesOf, valueIn } from './phrases.ts'
import { shortList } from './short-list.ts'

type Fields = Readonly<Record<string, PlainValue>>
/** The day of another act, or of an entry that it brought; null when it is not known. */
type DateOf = (id: string | undefined) => string | null

/** The sentence of an act behind a name: `read the MRI: no tumour; a vessel at the left nerve (AICA)`. */
export function actSentence({ kind, said }: Pick<TimelineItem, 'kind' | 'said'>, dateOf: DateOf): string {
  const [first] = said.entries
  const fields = first?.fields ?? {}
  const text = (id: string): string => (fields[id] === undefined ? '' : valueIn(id, fields[id] ?? null))
  const scan = (modality: string) => parts.of(text(modality) || parts.scan, day(first?.date ?? dateOf(first?.id)))
  switch (kind) {
    case 'referral':
    case 'triage':
      return tell(deeds[kind], [sideIn(said.facts), sinceIn(said.facts), ...flagsIn(said)])
    case 'visit': {
      if (first?.kind === 'non-response-review') return tell(deeds.reviewed, foundIn(said))
      const visit = said.entries.find((one) => one.kind === 'visit')?.fields['visit.kind']
      return tell(deeds.visit[String(visit)] ?? deeds.answers, [
        ...flagsIn(said),
        ...examinedIn(said),
        ...foundIn(said),
      ])
    }
    case 'diagnosis-signed':
      return tell(deeds[kind], [concludedIn(said.facts)])
    case 'score':
      return tell(said.entries.length === 0 ? deeds.checked : deeds.score, foundIn(said))
    case 'flag-resolved':
      return tell(deeds.answeredFor[answersForFlags(said) ? 'flag' : 'finding'], [
        Object.keys(said.facts).map(factLabel).join(', '),
      ])
    case 'imaging-order':
      return tell(deeds[kind], [
        text('order.modality'),
        text('order.bookedFor') === '' ? '' : deeds.bookedFor(text('order.bookedFor')),
      ])
    case 'imaging-read':
      return tell(deeds.read(scan('study.modality')), [...ruledOutIn(fields), ...vesselsIn(fields)])
    case 'imaging-acknowledged':
      return tell(deeds.acknowledged(scan('study.modality')), [])
    case 'toxin-order-withdrawn':
      return tell(parts.of(deeds[kind], day(dateOf(said.withdraws))), [])
    case 'at-chair':
      return tell(deeds[kind], atChairIn(said))
    case 'toxin-session':
      return tell(deeds.injected(deeds.amount(text('session.units'), text('session.product')) || deeds.toxin), [
        fields['session.side'] === undefined ? '' : parts.side(String(fields['session.side'])),
      ])
    case 'toxin-response':
      return tell(deeds.response(day(first?.date ?? dateOf(first?.id))), [
        text('session.relief') === '' ? '' : deeds.relief(text('session.relief')),
        isNone(fields['session.sideEffects']) ? deeds.noEffects : text('session.sideEffects'),
        ...phrasesOf(only(fields, ['session.wearOff'])).map((one) => one.text),
      ])
    case 'exception':
      return tell(deeds.exception(text('exception.expires')), [exceptionLabel(String(fields['exception.code'] ?? ''))])
    case 'operation':
      return tell(deeds.operated, [
        text('operation.kind'),
        fields['operation.side'] === undefined ? '' : parts.side(String(fields['operation.side'])),
        isYes(fields['operation.vesselSeen']) ? parts.vesselSeen(text('operation.vessels')) : '',
      ])
    case 'spasm-report':
      return tell(deeds[kind], [text('spasm.status')])
    case 'symptom':
      return tell(deeds[kind], [text('symptom.kind')])
    case 'missed-visit':
      return tell(deeds.missed, [text('missed.why')])
    case 'history':
      return tell(
        deeds.history(said.after?.by ?? ''),
        said.entries.length > 0
          ? [
              shortList(
                said.entries.map((one) => entryIn(one.kind, one.date)),
                3,
              ),
            ]
          : foundIn(said),
      )
    case 'correction':
      return said.entries.some((one) => one.withdrawn === true)
        ? tell(deeds.struck(said.entries.map((one) => entryIn(one.kind, one.date ?? dateOf(one.id))).join(', ')), [])
        : tell(deeds.correction, foundIn(said))
    case 'closure':
      return said.facts['episode.closed'] === 'no'
        ? deeds.reopened
        : tell(deeds[kind], [valueIn('episode.closed', said.facts['episode.closed'] ?? null)])
    case 'call':
    case 'surgery-work-up':
    case 'relevance':
      return tell(deeds[kind], foundIn(said))
    case 'consent':
      return deeds.consent(foundIn(said).join(''))
    default:
      return tell(deeds[kind], [])
  }
}

const tell = (deed: string, told: readonly string[]): string => {
  const said = told.filter((part) => part !== '')
  return said.length === 0 ? deed : `${deed}: ${said.join('; ')}`
}

const day = (date: string | null | undefined): string => (date == null ? '' : dateWords(date))
const isNone = (value: PlainValue | undefined): boolean =>
  Array.isArray(value) && value.every((one: string) => one === 'none')
const worded = (id: string) => (value: PlainValue | undefined) => (value === undefined ? [] : [valueIn(id, value)])
const only = (fields: Fields, ids: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([id]) => ids.includes(id)))
const concludedIn = ({ 'dx.class': sure, 'dx.phenotype': kind }: Fields): string =>
  typeof sure === 'string' && typeof kind === 'string'
    ? `${certaintyWords(kind, sure)}, ${valueIn('dx.phenotype', kind)}`
    : [sure, kind].flatMap(worded('dx.class')).join(', ')
const entryIn = (kind: string, date: string | null): string => parts.of(factLabel(kind), day(date))

const sideIn = (facts: Fields): string => {
  const side = facts['hfs.side']
  return typeof side === 'string' ? parts.side(side) : ''
}
const sinceIn = (facts: Fields): string =>
  typeof facts['hfs.onset'] === 'string' ? parts.since(dateWords(facts['hfs.onset'])) : ''

/** Red flags: those that were found; that none was, when the whole list or some of it was asked. */
function flagsIn({ facts, screens }: Said): readonly string[] {
  const asked = phrasesOf(facts).filter(({ id }) => id.startsWith('rf.'))
  const found = asked.filter(({ says }) => says !== 'not-there' && says !== 'open')
  if (found.length > 0) return [parts.flagsSome(found.map((one) => one.text).join(', '))]
  if (screens.includes('red-flags')) return [parts.flagsNone]
  const no = asked.filter(({ says }) => says === 'not-there').length
  return no > 0 ? [parts.flagsNo(no)] : []
}

/** A finding of the examination is answered for in the same act as a flag. */
const answersForFlags = ({ facts }: Said): boolean => Object.keys(facts).some((id) => id.startsWith('rf.'))

function examinedIn({ facts, screens }: Said): readonly string[] {
  if (!screens.includes('examination')) return []
  const told = phrasesOf(facts).filter(
    ({ id, says }) => id.startsWith('exam.') && id !== 'exam.observed' && says === 'other',
  )
  return [told.length === 0 ? parts.examinedNothing : parts.examined]
}

/** What was found or stated besides: what is there first, then other values, then what is not there. */
function foundIn({ facts, entries }: Said): readonly string[] {
  const told = [
    ...phrasesOf(facts).filter(({ id }) => !id.startsWith('rf.')),
    ...entries.filter(({ kind }) => kind !== 'visit').flatMap(({ fields }) => phrasesOf(fields)),
    // A complaint that is told is open until somebody settles it.
  ].filter(({ id, says }) => !(id === 'symptom.settled' && says === 'not-there'))
  const of = (says: Phrase['says']) => told.filter((one) => one.says === says).map(({ text }) => text)
  const all = [...of('there'), ...of('other'), ...of('not-there')]
  return all.length === 0 ? [] : [shortList(all, 3)]
}

/** Rule-out by rule-out: what was found, or that nothing was. */
function ruledOutIn(fields: Fields): readonly string[] {
  const told = ruleOutIds.map((ruleOut) => ({
    ruleOut,
    said: findingsOf(ruleOut).flatMap((id) => {
      const value = fields[id]
      return typeof value === 'string' && /^(present|absent)/.test(value) ? [{ id, value }] : []
    }),
  }))
  const found = told.flatMap(({ said }) => said.filter(({ value }) => value !== 'absent'))
  const none = told.filter(({ said }) => said.length > 0 && said.every(({ value }) => value === 'absent'))
  return [
    found.map(({ id, value }) => phraseOf(id, value).text).join(', '),
    none.map(({ ruleOut }) => parts.no(decisionTitle(ruleOut).toLowerCase())).join(', '),
  ]
}

function vesselsIn(fields: Fields): readonly string[] {
  return (['right', 'left'] as const).flatMap((side) => {
    const contact = fields[`mri.${side}.contact`]
    const vessels = fields[`mri.${side}.vessels`]
    if (contact === 'not-seen') return [parts.noVessel(side)]
    return contact === 'seen' ? [parts.vessel(side, Array.isArray(vessels) ? vessels.join(', ') : '')] : []
  })
}

function atChairIn({ facts, screens }: Said): readonly string[] {
  const asked = (screenOf('at-chair')?.facts ?? []).map(({ id }) => id)
  const told = phrasesOf(facts)
  const found = told.filter(({ id, says }) => asked.includes(id) && says !== 'not-there').map(({ text }) => text)
  return [
    found.length > 0 ? found.join(', ') : screens.includes('at-chair') ? parts.nothingNew : '',
    ...told.filter(({ id }) => !asked.includes(id)).map(({ text }) => text),
  ]
}
