import type { PolicyNumber } from '@facialis/language'
import { Button } from '@mantine/core'
import { memo } from 'react'
import { Link } from 'react-router'
import figures from '../../pieces/figures.module.css'
import { decisionTitle } from '../../words/clinical.ts'
import classes from './book.module.css'
import type { Use } from './book.ts'
import { Cites } from './cites.tsx'
import { isNumberOff } from './dose-off.ts'
import { NumberField } from './number-field.tsx'
import { NumberSlider } from './number-slider.tsx'
import numberClasses from './numbers.module.css'
import { placeOf } from './passage-page.tsx'
import tryClasses from './what-if.module.css'
import { words as tryWords } from './what-if-words.ts'
import { words } from './words.ts'

const few = 3

type NumberRowProps = Readonly<{
  number: PolicyNumber
  uses: readonly Use[]
  value: number
  /** Null for those who only read. */
  trying: Readonly<{ type: (id: string, text: string) => void; reset: (id: string) => void }> | null
  typed: string | undefined
  fault: string | undefined
}>

/** One number: what it is here, within which bounds, where it comes from and what reads it. */
export const NumberRow = memo(function NumberRow({ number, uses, value, trying, typed, fault }: NumberRowProps) {
  const off = isNumberOff(number)
  const unit = words.policy.unit(number.unit)
  const amountOf = (amount: number) => words.policy.amount(amount, number.unit)
  const written = (amount: number) => (off ? words.policy.off : amountOf(amount))
  const isTried = trying !== null && !off && number.min < number.max
  return (
    <tr id={number.id} className={numberClasses.row}>
      <th scope="row">
        {number.label}
        {off && <div className={classes.flag}>{words.policy.offText}</div>}
      </th>
      <td data-label={words.policy.standard} className={figures.number}>
        {written(number.default)}
      </td>
      <td data-label={words.policy.here} className={isTried ? tryClasses.field : figures.number}>
        {isTried ? (
          <>
            <NumberField
              number={number}
              label={unit === '' ? number.label : `${number.label}, ${unit}`}
              value={typed ?? String(value)}
              fault={fault}
              onType={(text) => trying.type(number.id, text)}
            />
            {typed !== undefined && typed !== String(value) && (
              <div className={tryClasses.inForce}>
                {tryWords.inForce(written(value))}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={tryWords.resetOf(number.label)}
                  onClick={() => trying.reset(number.id)}
                >
                  {tryWords.reset}
                </Button>
              </div>
            )}
          </>
        ) : (
          written(value)
        )}
        {value !== number.default && <div className={classes.flag}>{words.policy.changed}</div>}
      </td>
      <td data-label={words.policy.bounds} className={figures.number}>
        {isTried ? (
          <NumberSlider
            number={number}
            label={number.label}
            spoken={amountOf}
            typed={typed ?? String(value)}
            inForce={value}
            onMove={(text) => trying.type(number.id, text)}
          />
        ) : off ? (
          words.policy.off
        ) : (
          words.policy.from(`${number.min}`, `${number.max}`)
        )}
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
})

const short = (label: string): string => (label.length > 48 ? `${label.slice(0, 46).trimEnd()} …` : label)
