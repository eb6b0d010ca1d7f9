import classes from './face-map.module.css'
import { faceWidth } from './face-plan.ts'
import { words } from './words.ts'

/** The quiet lines underneath: outline, brows, eyes, nose, mouth; and where the needle is better kept away. */
export const FaceDrawing = () => (
  <g className={classes.drawing}>
    <path
      d="M200 28C112 28 74 104 76 214C79 318 130 444 200 452C270 444 321 318 324 214C326 104 288 28 200 28Z"
      className={classes.skin}
    />
    <path d="M152 440L140 512M248 440L260 512" />
    <path d="M200 200C196 240 186 276 186 288C190 298 210 298 214 288C214 276 204 240 200 200" />
    <Half />
    <g transform={`translate(${faceWidth} 0) scale(-1 1)`}>
      <Half />
    </g>
  </g>
)

const Half = () => (
  <>
    <path d="M220 176C240 164 272 166 290 180" className={classes.brow} />
    <path d="M227 212C236 199 272 199 281 212C272 225 236 225 227 212Z" />
    <circle cx="254" cy="212" r="7" />
    <path d="M200 348H248" />
    <path d="M324 196C336 190 338 236 324 250" />
    {/* The lid lifter lies under the middle of the upper lid, the tear outflow under the inner lower lid. */}
    <g className={classes.avoid}>
      <path d="M250.500 192.500l7 7m0-7l-7 7M231 226l6 6m0-6l-6 6" />
      <title>{words.face.caution}</title>
    </g>
  </>
)
