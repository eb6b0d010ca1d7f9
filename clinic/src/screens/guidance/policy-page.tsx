import type { PolicyNumber } from '@facialis/language'
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { pathway } from '../../pathway.ts'
import { Panel } from '../../pieces/panel.tsx'
import { decisionTitle } from '../../words/clinical.ts'
import classes from './book.module.css'
import { type Use, usesOfNumber } from './book.ts'
import { type ChapterId, chapterIds, chapterOf, chapterOfRules } from './chapters.ts'
import { Cites } from './cites.tsx'
import { isNumberOff } from './dose-off.ts'
import { placeOf } from './passage-page.tsx'
import { useHash } from './use-hash.ts'
import { words } from './words.ts'

type InForce = Readonly<{ values: Readonly<Record<string, number>> }>
const few = 3

/** Every number a site may set, by the chapter that reads it first. */
export function PolicyPage() {
  useHash()
  const inForce = useQuery({
    queryKey: ['policy'],
    queryFn: ({ signal }) => read<InForce>('/api/policy', signal),
  })
  const [filter, setFilter] = useState('')
  const numbers = useMemo(() => pathway.policy.map((number) => ({ number, uses: usesOfNumber(number.id) })), [])
  const wanted = filter.trim().toLowerCase()
  const shown = numbers.filter(({ number }) => `${number.label} ${number.id}`.toLowerCase().includes(wanted))
  const groups: readonly (ChapterId | null)[] = [...chapterIds, null]
  return (
    <Page title={words.policy.title} lead={words.policy.lead}>
      <TextInput
        label={words.policy.filter}
        value={filter}
        maw="24rem"
        className={classes.screenOnly}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      {groups.map((group) => {
        const here = shown.filter(({ uses }) => chapterOfUse(uses[0]) === group)
        return here.length === 0 ? null : (
          <Panel key={group ?? 'others'} title={group === null ? words.policy.others : words.chapters[group].title}>
            <table className={classes.table}>
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
                  <NumberRow key={number.id} number={number} uses={uses} value={inForce.data?.values[number.id]} />
                ))}
              </tbody>
            </table>
          </Panel>
        )
      })}
    </Page>
  )
}

const chapterOfUse = (use: Use | undefined): ChapterId | null =>
  use === undefined ? null : use.kind === 'topic' ? chapterOf(use.id) : chapterOfRules(use.lines)

type NumberRowProps = Readonly<{ number: PolicyNumber; uses: readonly Use[]; value: number | undefined }>

function NumberRow({ number, uses, value = number.default }: NumberRowProps) {
  const off = isNumberOff(number)
  const unit = words.policy.units[number.unit] ?? number.unit
  const written = (amount: number) => (off ? words.policy.off : `${amount} ${unit}`.trim())
  return (
    <tr id={number.id} className={classes.numberRow}>
      <th scope="row">
        {number.label}
        <div className={classes.id}>{number.id}</div>
        {off && <div className={classes.flag}>{words.policy.offText}</div>}
      </th>
      <td data-label={words.policy.standard} className={classes.number}>
        {written(number.default)}
      </td>
      <td data-label={words.policy.here} className={classes.number}>
        {written(value)}
        {value !== number.default && <div className={classes.flag}>{words.policy.changed}</div>}
      </td>
      <td data-label={words.policy.bounds} className={classes.number}>
        {off ? words.policy.off : words.policy.from(`${number.min}`, `${number.max}`)}
      </td>
      <td data-label={words.policy.source}>
        <Cites because={number.because} />
      </td>
      <td data-label={words.policy.uses}>
        {uses.slice(0, few).map((use, at) => (
          <span key={`${use.kind} ${use.id}`}>
            {at > 0 && ', '}
            <Link to={placeOf(use)}>{use.kind === 'topic' ? decisionTitle(use.id) : short(use.label)}</Link>
          </span>
        ))}
        {uses.length > few && ` ${words.policy.more(uses.length - few)}`}
        {uses.length === 0 && words.page.none}
      </td>
    </tr>
  )
}

const short = (label: string): string => (label.length > 48 ? `${label.slice(0, 46).trimEnd()} …` : label)
