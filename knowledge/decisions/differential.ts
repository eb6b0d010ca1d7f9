import { ranking } from '@facialis/language'
import { afterPalsy, hemifacial } from './candidates-facial-nerve.ts'
import { dystoniasAndTics, nerveAndMuscle, seizuresAndMyoclonus } from './candidates-mimics.ts'

/** Everything it may be, the likeliest first. One in five people referred with hemifacial spasm has something else. */
export const differential = ranking('differential', {
  asks: 'What else could this be, and which test would settle it?',
  candidates: [...hemifacial, afterPalsy, ...dystoniasAndTics, ...nerveAndMuscle, ...seizuresAndMyoclonus],
})
