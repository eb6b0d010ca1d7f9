import type { PolicyNumber } from '@facialis/language'
import classes from './what-if.module.css'
import { words } from './what-if-words.ts'

type NumberSliderProps = Readonly<{
  number: PolicyNumber
  label: string
  /** As it is spoken, with its unit. */
  spoken: (value: number) => string
  /** What stands in the number beside it: it may be no number yet, or lie outside the bounds. */
  typed: string
  inForce: number
  onMove: (text: string) => void
}>

/** The number beside it, by hand: from bound to bound, with a mark at what is in force. Arrows go one on, Home and End to a bound. */
export function NumberSlider({ number: { min, max }, label, spoken, typed, inForce, onMove }: NumberSliderProps) {
  const isNumber = typed.trim() !== '' && Number.isFinite(Number(typed))
  const value = isNumber ? Math.min(max, Math.max(min, Number(typed))) : inForce
  const share = (inForce - min) / (max - min)
  return (
    <span className={classes.slider}>
      <span aria-hidden="true">{min}</span>
      <span className={classes.track}>
        <span className={classes.mark} style={{ left: `calc(0.5rem + ${share} * (100% - 1rem))` }} />
        <input
          type="range"
          className={classes.range}
          aria-label={words.sliderOf(label)}
          aria-valuetext={spoken(value)}
          min={min}
          max={max}
          step={1}
          value={value}
          onChange={(event) => onMove(event.currentTarget.value)}
        />
      </span>
      <span aria-hidden="true">{max}</span>
    </span>
  )
}
