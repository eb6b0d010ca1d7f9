import { sideWords } from '../words/clinical.ts'
import classes from './sign-drawing.module.css'
import { words } from './words.ts'

/** What a question about the face asks for, drawn. */
export type Sign = 'brow' | 'synchronous' | 'lid-onset' | 'downward'

type Pose = Readonly<{ eye: 'open' | 'shut'; brow: 'rest' | 'up' | 'down'; mouth: 'rest' | 'pulled'; mark?: Mark }>
type Mark = 'lid' | 'mouth' | 'spread' | 'stays' | 'brow-up' | 'brow-down' | 'together' | 'apart'

const rest: Pose = { eye: 'open', brow: 'rest', mouth: 'rest' }
const poses: Readonly<Record<Sign, Readonly<{ yes: Pose; no: Pose }>>> = {
  brow: {
    yes: { eye: 'shut', brow: 'up', mouth: 'rest', mark: 'brow-up' },
    no: { eye: 'shut', brow: 'down', mouth: 'rest', mark: 'brow-down' },
  },
  synchronous: {
    yes: { eye: 'shut', brow: 'rest', mouth: 'pulled', mark: 'together' },
    no: { eye: 'shut', brow: 'rest', mouth: 'rest', mark: 'apart' },
  },
  'lid-onset': { yes: { ...rest, mark: 'lid' }, no: { ...rest, mark: 'mouth' } },
  downward: { yes: { ...rest, mark: 'spread' }, no: { ...rest, mark: 'stays' } },
}

type SignDrawingProps = Readonly<{ sign: Sign; side: 'left' | 'right' | 'both' | null }>

/**
 * Two small faces: how it looks when the answer is yes, and when it is no. Seen as one sees the person, so their right
 * side is on the reader's left; the side is written underneath.
 */
export function SignDrawing({ sign, side }: SignDrawingProps) {
  const drawn = side === 'right' ? 'right' : 'left'
  return (
    <div className={classes.pair}>
      {(['yes', 'no'] as const).map((answer) => (
        <figure key={answer} className={classes.figure}>
          <svg viewBox="40 20 320 440" className={classes.face} aria-hidden="true">
            <Face pose={poses[sign][answer]} side={drawn} />
          </svg>
          <figcaption className={classes.caption}>
            <b>{answer === 'yes' ? words.field.yes : words.field.no}:</b> {words.signs[sign][answer]}
          </figcaption>
        </figure>
      ))}
      <span className={classes.side}>{sideWords[drawn]}</span>
    </div>
  )
}

const Face = ({ pose, side }: Readonly<{ pose: Pose; side: 'left' | 'right' }>) => (
  <g transform={side === 'right' ? mirror : undefined}>
    <Half pose={pose} strong />
    <g transform={mirror}>
      <Half pose={rest} />
    </g>
    <path d="M213 214C209 238 209 258 214 276M200 302C207 304 213 303 217 298C227 294 226 280 216 276" />
    <path d="M187 214C191 238 191 258 186 276M200 302C193 304 187 303 183 298C173 294 174 280 184 276" />
    {pose.mark !== undefined && <g className={classes.mark}>{marks[pose.mark]}</g>}
  </g>
)

const mirror = 'translate(400 0) scale(-1 1)'

const Half = ({ pose, strong = false }: Readonly<{ pose: Pose; strong?: boolean }>) => (
  <>
    <path
      d="M200 28C283 28 323 92 324 190C325 238 320 284 308 322C298 356 281 394 257 421C240 441 221 452 200 452"
      className={classes.skin}
    />
    <g className={strong ? classes.strong : undefined}>
      <path d={brows[pose.brow]} className={classes.brow} />
      {pose.eye === 'open' ? (
        <>
          <path d="M226 213C236 197 270 196 284 211C272 226 238 227 226 213Z" className={classes.eye} />
          <circle cx="255" cy="211" r="8" className={classes.iris} />
        </>
      ) : (
        <path d="M224 209C240 222 270 222 286 207M228 221L220 228M255 220V230M283 216L293 224" />
      )}
      <path d={pose.mouth === 'rest' ? 'M200 352C216 350 234 352 250 349' : 'M200 350C224 354 252 344 272 318'} />
      {pose.mouth === 'pulled' && <path d="M238 286C262 292 280 304 286 330" />}
    </g>
  </>
)

const brows = {
  rest: 'M221 178C238 160 270 157 297 174',
  up: 'M219 152C238 126 272 124 299 146',
  down: 'M221 198C240 184 270 182 297 194',
} as const

const marks: Readonly<Record<Mark, React.ReactNode>> = {
  'brow-up': <path d="M343 182V122M329 137L343 121L357 137" />,
  'brow-down': <path d="M343 128V188M329 173L343 189L357 173" />,
  together: (
    <>
      <circle cx="255" cy="208" r="50" />
      <circle cx="258" cy="332" r="50" />
      <path d="M256 258V282" />
    </>
  ),
  apart: <circle cx="255" cy="208" r="50" />,
  lid: <path d="M222 224C236 246 274 246 290 220" className={classes.thick} />,
  mouth: <circle cx="240" cy="350" r="46" />,
  spread: (
    <>
      <path d="M222 224C236 246 274 246 290 220" className={classes.thick} />
      <path d="M274 256C294 288 290 330 272 366M262 350L270 370L288 358" />
    </>
  ),
  stays: <path d="M222 224C236 246 274 246 290 220" className={classes.thick} />,
}
