import { numberIn } from '@facialis/language'
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { read } from '../../api/queries.ts'
import { useMay } from '../../api/use-may.ts'
import { Page } from '../../frame/page.tsx'
import { pathway } from '../../pathway.ts'
import figures from '../../pieces/figures.module.css'
import classes from './book.module.css'
import { type Use, usesOfNumber } from './book.ts'
import { type ChapterId, chapterIds, chapterOf, chapterOfRules } from './chapters.ts'
import { NumberRow } from './number-row.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { useTried } from './tried-numbers.ts'
import { useHash } from './use-hash.ts'
import tryClasses from './what-if.module.css'
import { WhatIfTray } from './what-if-tray.tsx'
import { words as tryWords } from './what-if-words.ts'
import { words } from './words.ts'

/** Every number a site may set, by the chapter that reads it first. */
export function PolicyPage() {
  useHash()
  const inForce = useQuery({
    queryKey: ['policy'],
    queryFn: ({ signal }) => read('/api/policy', signal),
  })
  const values = inForce.data?.values
  const mayTry = useMay('policy:try') && values !== undefined
  const maySave = useMay('policy:write')
  const tried = useTried(values)
  const { typed, faults, type, reset } = tried
  const [saved, setSaved] = useState(false)
  const ways = useMemo(
    () =>
      mayTry
        ? {
            type: (id: string, text: string) => {
              setSaved(false)
              type(id, text)
            },
            reset: (id: string) => {
              reset(id)
              focusNumber(id)
            },
          }
        : null,
    [mayTry, type, reset],
  )
  const resetAll = () => {
    const [first] = Object.keys(typed)
    reset()
    if (first !== undefined) focusNumber(first)
  }
  const [filter, setFilter] = useState('')
  const numbers = useMemo(() => pathway.policy.map((number) => ({ number, uses: usesOfNumber(number.id) })), [])
  const wanted = filter.trim().toLowerCase()
  const shown = numbers.filter(({ number }) => `${number.label} ${number.id}`.toLowerCase().includes(wanted))
  const groups: readonly (ChapterId | null)[] = [...chapterIds, null]
  const named = decodeURIComponent(useLocation().hash.slice(1))
  return (
    <Page title={words.policy.title} lead={mayTry ? `${words.policy.lead} ${tryWords.lead}` : words.policy.lead}>
      <TextInput
        label={words.policy.filter}
        value={filter}
        maw="24rem"
        className={classes.screenOnly}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      {groups.map((group) => {
        const here = shown.filter(({ uses }) => chapterOfUse(uses[0]) === group)
        const title = group === null ? words.policy.others : words.chapters[group].title
        return here.length === 0 ? null : (
          <NumbersPanel
            key={group ?? 'others'}
            title={title}
            many={here.length}
            found={wanted || (here.some(({ number }) => number.id === named) ? named : '')}
          >
            <table className={figures.table}>
              <thead>
                <tr>
                  {[
                    words.policy.number,
                    words.policy.standard,
                    words.policy.here,
                    words.policy.bounds,
                    words.policy.source,
                    words.policy.uses,
                  ].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {here.map(({ number, uses }) => (
                  <NumberRow
                    key={number.id}
                    number={number}
                    uses={uses}
                    value={numberIn(values ?? {}, number)}
                    trying={ways}
                    typed={typed[number.id]}
                    fault={faults[number.id]}
                  />
                ))}
              </tbody>
            </table>
          </NumbersPanel>
        )
      })}
      <p role="status" className={tryClasses.saved} hidden={!saved}>
        {saved && tryWords.saved}
      </p>
      {mayTry && (
        <WhatIfTray
          tried={tried}
          inForce={values}
          maySave={maySave}
          onReset={resetAll}
          onSaved={() => {
            resetAll()
            setSaved(true)
          }}
        />
      )}
    </Page>
  )
}

/** What was pressed is gone with what it took back; the focus goes to the number itself. */
const focusNumber = (id: string): void =>
  document.querySelector<HTMLInputElement>(`#${CSS.escape(id)} input`)?.focus({ preventScroll: true })

const chapterOfUse = (use: Use | undefined): ChapterId | null =>
  use === undefined ? null : use.kind === 'topic' ? chapterOf(use.id) : chapterOfRules(use.lines)
